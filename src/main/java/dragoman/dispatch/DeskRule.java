package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.segmentation.Abbreviation;
import dragoman.segmentation.SrxRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One rule of the desk's own about where sentences end; it comes before those that the program
 * brings.
 *
 * @param id 0 for one that is not kept yet
 * @param version grows by one with every change
 * @param language whose texts it is for, in whatever country; none for every language
 * @param text the abbreviation with its stop; empty for the other kinds
 * @param before an expression for what stands before the place (SRX 2.0, section 3.3.6); empty for
 *     anything, and for an abbreviation
 * @param after the same for what stands after it
 * @param comment why, in a person's words
 * @param enabled whether it is used
 */
public record DeskRule(
    long id,
    long version,
    Optional<LanguageTag> language,
    Kind kind,
    String text,
    String before,
    String after,
    String comment,
    boolean enabled,
    Instant changedAt,
    String changedBy) {

  /** What a rule does. */
  public enum Kind {
    /** Behind the abbreviation no sentence ends. */
    ABBREVIATION,
    /** At the place no sentence ends. */
    HOLD,
    /** At the place a sentence ends. */
    BREAK
  }

  /** An abbreviation that is not kept yet. */
  public static DeskRule abbreviation(LanguageTag language, String text, String comment) {
    return draft(Optional.of(language), Kind.ABBREVIATION, text, "", "", comment);
  }

  /** An exception that holds, not kept yet. */
  public static DeskRule hold(LanguageTag language, String before, String after, String comment) {
    return draft(Optional.of(language), Kind.HOLD, "", before, after, comment);
  }

  /** An exception that breaks, not kept yet. */
  public static DeskRule breaks(LanguageTag language, String before, String after, String comment) {
    return draft(Optional.of(language), Kind.BREAK, "", before, after, comment);
  }

  static DeskRule draft(
      Optional<LanguageTag> language,
      Kind kind,
      String text,
      String before,
      String after,
      String comment) {
    return new DeskRule(
        0, 0, language, kind, text, before, after, comment, true, Instant.EPOCH, "");
  }

  /** The same, used or not. */
  public DeskRule enabled(boolean used) {
    return new DeskRule(
        id, version, language, kind, text, before, after, comment, used, changedAt, changedBy);
  }

  /** What it is called where it decides. */
  String name() {
    return kind == Kind.ABBREVIATION
        ? "the desk's abbreviation “" + text + "”"
        : id == 0 ? "the desk's new rule" : "the desk's rule " + id;
  }

  /** What the segmenter is given for it. */
  List<SrxRule> srx() {
    return switch (kind) {
      case ABBREVIATION -> Abbreviation.rules(language, text, name(), comment);
      case HOLD, BREAK -> List.of(new SrxRule(kind == Kind.BREAK, before, after, name(), comment));
    };
  }

  /** Whether both say the same of the same language, whoever wrote them and why. */
  boolean same(DeskRule other) {
    return key().equals(other.key())
        && kind == other.kind
        && text.equals(other.text)
        && before.equals(other.before)
        && after.equals(other.after);
  }

  /** Its language's key; empty for every language. */
  String key() {
    return language.map(LanguageTag::key).orElse("");
  }
}
