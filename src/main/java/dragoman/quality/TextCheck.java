package dragoman.quality;

import dragoman.glossary.Span;
import dragoman.language.LanguageTag;
import dragoman.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spaces, end punctuation, and a target that is the source. */
final class TextCheck {
  private static final Pattern DOUBLED = Pattern.compile("[ \\u00A0]{2,}");
  private static final Pattern CLOSING = Pattern.compile("[\\s\\p{Pe}\\p{Pf}\\p{Pi}\"'“”„«»‘’]+$");

  private TextCheck() {}

  /** What a sentence ends with. */
  private enum End {
    STOP("a full stop"),
    QUESTION("a question mark"),
    EXCLAMATION("an exclamation mark"),
    ELLIPSIS("an ellipsis"),
    COLON("a colon"),
    NONE("no mark");

    private final String name;

    End(String name) {
      this.name = name;
    }
  }

  static List<Finding> check(LanguageTag from, LanguageTag to, String source, String target) {
    List<Finding> findings = new ArrayList<>();
    Matcher doubled = DOUBLED.matcher(target);
    if (!DOUBLED.matcher(source.strip()).find() && doubled.find()) {
      findings.add(
          Finding.of(
                  "space.doubled",
                  Severity.WARNING,
                  "Two spaces stand where one should.",
                  Optional.empty(),
                  Optional.of(new Span(doubled.start(), doubled.end())))
              .offering(List.of(), Optional.of(" ")));
    }
    if (!from.meets(to) && source.strip().equals(target.strip()) && isText(from, source)) {
      findings.add(
          Finding.of(
              "target.same",
              Severity.WARNING,
              "This is still the source's text.",
              Optional.empty(),
              Optional.of(new Span(0, target.length()))));
    }
    End wanted = end(from, source);
    End found = end(to, target);
    boolean questionInside = to.language().equals("hy") && target.indexOf('՞') >= 0;
    boolean exclamationInside = to.language().equals("hy") && target.indexOf('՜') >= 0;
    boolean same =
        wanted == found
            || wanted == End.QUESTION && questionInside
            || wanted == End.EXCLAMATION && exclamationInside;
    if (!same) {
      findings.add(
          Finding.of(
              "punctuation.end",
              Severity.INFO,
              "The source ends with " + wanted.name + ", this with " + found.name + ".",
              Optional.empty(),
              Optional.of(new Span(Math.max(0, target.length() - 1), target.length()))));
    }
    return findings;
  }

  /** Whether there is something to translate: a word in small letters besides names. */
  private static boolean isText(LanguageTag language, String text) {
    List<Words.Word> words = Words.of(language, text).stream().filter(w -> !w.number()).toList();
    long small =
        words.stream()
            .filter(w -> w.form().length() > 1 && !Character.isUpperCase(w.form().codePointAt(0)))
            .count();
    return words.size() > 1 && small > 0;
  }

  private static End end(LanguageTag language, String text) {
    String core = CLOSING.matcher(text).replaceAll("");
    if (core.endsWith("...") || core.endsWith("…")) {
      return End.ELLIPSIS;
    }
    if (core.isEmpty()) {
      return End.NONE;
    }
    return switch (core.charAt(core.length() - 1)) {
      case '.', '։', '۔', '。' -> End.STOP;
      case '?', '؟' -> End.QUESTION;
      case '!' -> End.EXCLAMATION;
      // the colon is typed for the Armenian full stop
      case ':' -> language.language().equals("hy") ? End.STOP : End.COLON;
      default -> End.NONE;
    };
  }
}
