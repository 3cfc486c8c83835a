package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rule that would have decided a place as a translator did. Its patterns are those of SRX 2.0's
 * {@code beforebreak} and {@code afterbreak}: ICU regular expressions for the text that ends at the
 * place and for the one that begins there.
 *
 * @param language the language that the rule is for
 * @param kind whether it breaks at the place or holds the sentence together
 * @param before pattern of the text before the place
 * @param after pattern of the text behind it
 * @param example the words around the place, which {@code |} marks
 */
public record RuleSuggestion(
    LanguageTag language, Kind kind, String before, String after, String example) {
  private static final Pattern ABBREVIATION =
      Pattern.compile("\\p{L}\\p{M}*[\\p{L}\\p{M}.\\-]{0,9}\\.");
  private static final int WORDS_SHOWN = 3;

  /** What a rule does at the places that it meets. */
  public enum Kind {
    HOLD,
    BREAK
  }

  /**
   * The rule that an example speaks for; empty where there is nothing to hold on to before or
   * behind the place.
   *
   * <p>Behind an abbreviation no sentence ends whatever follows; behind anything else only before
   * the very word that was met, since the place says no more. A break is made behind the very word,
   * before any that begins with a capital where this one did.
   */
  public static Optional<RuleSuggestion> of(SplittingExample example) {
    String last = withoutOpening(last(example.before()));
    String first = first(example.after());
    if (last.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    String space = example.gap().isEmpty() ? "" : "\\s+";
    boolean holds = example.kind() == SplittingExample.Kind.JOIN;
    String after;
    if (!holds) {
      after = space + beginning(first);
    } else if (ABBREVIATION.matcher(last).matches() && !example.gap().isEmpty()) {
      after = "\\s";
    } else {
      after = space + word(first);
    }
    return Optional.of(
        new RuleSuggestion(
            example.language(),
            holds ? Kind.HOLD : Kind.BREAK,
            (wordCharacter(last.codePointAt(0)) ? "\\b" : "") + quoted(last),
            after,
            shown(example)));
  }

  /** The word's first letter where any capital would do, else the word itself. */
  private static String beginning(String first) {
    int at = 0;
    while (at < first.length() && !wordCharacter(first.codePointAt(at))) {
      at += Character.charCount(first.codePointAt(at));
    }
    boolean capital = at < first.length() && Character.isUpperCase(first.codePointAt(at));
    return capital ? quoted(first.substring(0, at)) + "\\p{Lu}" : word(first);
  }

  /** The word without the marks behind it, and that it ends there. */
  private static String word(String first) {
    int end = first.length();
    while (end > 0 && !wordCharacter(first.codePointBefore(end))) {
      end -= Character.charCount(first.codePointBefore(end));
    }
    return end == 0 ? quoted(first) : quoted(first.substring(0, end)) + "\\b";
  }

  private static String withoutOpening(String word) {
    int at = 0;
    while (at < word.length() && !wordCharacter(word.codePointAt(at))) {
      at += Character.charCount(word.codePointAt(at));
    }
    return at < word.length() ? word.substring(at) : word;
  }

  private static boolean wordCharacter(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static String last(String text) {
    String[] words = text.strip().split("\\s+");
    return words[words.length - 1];
  }

  private static String first(String text) {
    return text.strip().split("\\s+", 2)[0];
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\^$.|?*+()[]{}-&#".indexOf(c) >= 0) {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return quoted.toString();
  }

  private static String shown(SplittingExample example) {
    String[] before = example.before().strip().split("\\s+");
    String[] after = example.after().strip().split("\\s+");
    int from = Math.max(0, before.length - WORDS_SHOWN);
    int to = Math.min(after.length, WORDS_SHOWN);
    return String.join(" ", java.util.Arrays.copyOfRange(before, from, before.length))
        + "|"
        + (example.gap().isEmpty() ? "" : " ")
        + String.join(" ", java.util.Arrays.copyOfRange(after, 0, to));
  }
}
