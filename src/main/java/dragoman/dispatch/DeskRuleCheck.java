package dragoman.dispatch;

import dragoman.language.Casing;
import dragoman.segmentation.Segmenter;
import dragoman.segmentation.SrxException;
import dragoman.segmentation.SrxRule;

/** Holds a rule to what can be kept, run and written to a file. */
final class DeskRuleCheck {
  private static final int LONGEST_ABBREVIATION = 60;
  private static final int LONGEST_COMMENT = 2000;

  private DeskRuleCheck() {}

  /** The rule as it is kept: composed, stripped, of one kind only, and sound. */
  static DeskRule checked(DeskRule given) {
    boolean abbreviation = given.kind() == DeskRule.Kind.ABBREVIATION;
    expectWritable(given.text(), abbreviation ? "abbreviation" : "text");
    expectWritable(given.before(), "expression before the place");
    expectWritable(given.after(), "expression after the place");
    expectWritable(given.comment(), "comment");
    String comment = Casing.nfc(given.comment()).replaceAll("\\s+", " ").strip();
    if (comment.length() > LONGEST_COMMENT) {
      throw new IllegalArgumentException(
          "The comment has %,d characters; shorten it to %,d."
              .formatted(comment.length(), LONGEST_COMMENT));
    }
    DeskRule rule =
        new DeskRule(
            given.id(),
            given.version(),
            given.language(),
            given.kind(),
            abbreviation ? abbreviation(given.text()) : "",
            abbreviation ? "" : Casing.nfc(given.before()),
            abbreviation ? "" : Casing.nfc(given.after()),
            comment,
            given.enabled(),
            given.changedAt(),
            given.changedBy());
    if (!abbreviation) {
      try {
        for (SrxRule srx : rule.srx()) {
          Segmenter.check(srx);
        }
      } catch (SrxException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }
    return rule;
  }

  /** What XML cannot hold no file of rules could either. */
  private static void expectWritable(String text, String called) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if ((Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')
          || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
          || c == 0xFFFE
          || c == 0xFFFF) {
        throw new IllegalArgumentException(
            "The %s has the control character U+%04X at character %d; take it out."
                .formatted(called, c, text.codePointCount(0, at) + 1));
      }
    }
  }

  private static String abbreviation(String given) {
    String text = Casing.nfc(given).replaceAll("\\s+", " ").strip();
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException(
          "An abbreviation has a letter at least; write it with its stop, as “Gen.”.");
    }
    if (text.length() > LONGEST_ABBREVIATION) {
      throw new IllegalArgumentException(
          "The abbreviation has %d characters; one has at most %d, else write a rule that holds."
              .formatted(text.length(), LONGEST_ABBREVIATION));
    }
    return Character.isLetterOrDigit(text.codePointBefore(text.length())) ? text + "." : text;
  }
}
