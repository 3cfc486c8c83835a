package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.util.Optional;

/**
 * A translation that a change of a concept touches.
 *
 * @param number its place in the list, from 1
 * @param ref the unit's or the segment's id
 * @param home the id of the memory or the dispatch that it is in
 * @param homeName what that is called
 * @param reason why it wants a look; else empty
 * @param sourceLanguage the language that it was translated from
 * @param source the text in that language
 * @param target the translation as it was found
 * @param mended what it becomes, where that is known
 * @param version of the unit or translation that was looked at
 * @param reached the version that the step last made of it; 0 before
 */
public record ImpactPlace(
    int number,
    Kind kind,
    long ref,
    long home,
    String homeName,
    Verdict verdict,
    String reason,
    LanguageTag sourceLanguage,
    String source,
    LanguageTag language,
    TaggedText target,
    Optional<TaggedText> mended,
    long version,
    long reached,
    State state) {

  /** What it is a translation of. */
  public enum Kind {
    UNIT,
    SEGMENT
  }

  /** What the change does to it. */
  public enum Verdict {
    /** It breaks, and can be mended in the right form. */
    MENDED,
    /** It breaks, and a person has to look; what it becomes may be proposed. */
    LOOK,
    /** It breaks, and what would mend it would break another term. */
    CLASH,
    /** It was wrong, and is right after the change. */
    RIGHT
  }

  /** What became of it. */
  public enum State {
    FOUND,
    CHOSEN,
    DONE,
    SKIPPED,
    UNDONE,
    KEPT
  }

  ImpactPlace numbered(int other) {
    return new ImpactPlace(
        other,
        kind,
        ref,
        home,
        homeName,
        verdict,
        reason,
        sourceLanguage,
        source,
        language,
        target,
        mended,
        version,
        reached,
        state);
  }

  ImpactPlace toLookAt(String why) {
    return new ImpactPlace(
        number,
        kind,
        ref,
        home,
        homeName,
        Verdict.LOOK,
        why,
        sourceLanguage,
        source,
        language,
        target,
        mended,
        version,
        reached,
        state);
  }
}
