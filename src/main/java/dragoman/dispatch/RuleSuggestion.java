package dragoman.dispatch;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
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
  /** A word with a dot behind it; what is inside has dots and hyphens of its own or not. */
  private static final Pattern DOTTED = Pattern.compile("\\p{L}\\p{M}*[\\p{L}\\p{M}.\\-]{0,9}\\.");

  /** Words of at most so many letters are as often abbreviations as not. */
  private static final int SHORT = 3;

  /** Abbreviations that are written like names, as “Capt.”, have at most so many. */
  private static final int CAPTAIN = 5;

  /** An abbreviation breaks a word off behind a consonant. */
  private static final String VOWELS =
      "aeiouyáàâäãåæéèêëíìîïóòôöõøúùûüıəаеёиоуыэюяєіїәөүұաեէըիոօևაეიოუ";

  private static final int WORDS_SHOWN = 3;

  /** What a rule does at the places that it meets. */
  public enum Kind {
    HOLD,
    BREAK
  }

  /**
   * The rule that an example speaks for; empty where there is nothing to hold on to before or
   * behind the place, or it is {@link #refusal refused}.
   *
   * <p>Behind an abbreviation no sentence ends whatever follows; behind anything else only before
   * the very word that was met, since the place says no more. A break is made behind the very word,
   * before any that begins with a capital where this one did.
   */
  public static Optional<RuleSuggestion> of(SplittingExample example) {
    String last = withoutOpening(last(example.before()));
    String first = first(example.after());
    if (last.isEmpty() || first.isEmpty() || refusal(example).isPresent()) {
      return Optional.empty();
    }
    String space = example.gap().isEmpty() ? "" : "\\s+";
    boolean holds = example.kind() == SplittingExample.Kind.JOIN;
    String after;
    if (!holds) {
      after = space + beginning(first);
    } else if (abbreviation(last) && !example.gap().isEmpty()) {
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

  /**
   * Why no rule should be made of a choice: it would cut words, or hold sentences together, all
   * over the desk's texts.
   */
  public static Optional<String> refusal(SplittingExample example) {
    String last = withoutOpening(last(example.before()));
    String first = first(example.after());
    if (last.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    if (example.kind() == SplittingExample.Kind.SPLIT) {
      return insideOfWord(example)
          ? Optional.of(
              "The place is inside of “"
                  + last
                  + first
                  + "”; as a rule it would cut every such word of the desk. It holds for this"
                  + " sentence alone.")
          : Optional.empty();
    }
    boolean goesOn = Character.isLowerCase(first.codePointAt(0));
    boolean number = last.codePoints().noneMatch(Character::isLetter);
    return abbreviation(last) || goesOn || number
        ? Optional.empty()
        : Optional.of(
            "“"
                + last
                + "” is an ordinary word; as a rule no sentence of the desk could end in it. If it"
                + " is an abbreviation, add it under Splitting.");
  }

  private static boolean insideOfWord(SplittingExample example) {
    if (!example.gap().isEmpty()) {
      return false;
    }
    String before = last(example.before());
    String all = before + first(example.after());
    int mark = before.codePointBefore(before.length());
    boolean digits =
        (mark == '.' || mark == ',')
            && before.length() > 1
            && Character.isDigit(before.charAt(before.length() - 2))
            && Character.isDigit(all.codePointAt(before.length()));
    if (!wordCharacter(mark) && mark != '\'' && mark != '’') {
      return digits;
    }
    BreakIterator words =
        BreakIterator.getWordInstance(ULocale.forLanguageTag(example.language().value()));
    words.setText(all);
    return !words.isBoundary(before.length());
  }

  /** Whether no sentence is likely to end in a word with its dot, wherever it stands. */
  private static boolean abbreviation(String word) {
    if (!DOTTED.matcher(word).matches()) {
      return false;
    }
    String stem = word.substring(0, word.length() - 1);
    int letters = (int) stem.codePoints().filter(Character::isLetter).count();
    if (letters <= SHORT || stem.indexOf('.') >= 0) {
      return true;
    }
    int first = stem.codePointAt(0);
    String end = UCharacter.toLowerCase(stem.substring(stem.length() - 1));
    return Character.isUpperCase(first) && letters <= CAPTAIN && !VOWELS.contains(end);
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
