package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.time.Instant;

/**
 * A place where a translator said that a sentence ends, or that none does: what the desk's rules
 * can be learned from, and what is held to when a newer version of the dispatch comes.
 *
 * @param id our own number for it
 * @param dispatch the dispatch's id
 * @param language the language that the dispatch is written in
 * @param kind what was done at the place
 * @param before the text before the place, back to where its sentence began
 * @param gap the white space at the place; may be empty
 * @param after the text behind the place, up to where its sentence ended
 * @param at when
 * @param who by whom
 */
public record SplittingExample(
    long id,
    long dispatch,
    LanguageTag language,
    Kind kind,
    String before,
    String gap,
    String after,
    Instant at,
    String who) {

  /** What a translator did. */
  public enum Kind {
    /** The rules broke here, and no sentence ends. */
    JOIN,
    /** The rules held here, and a sentence ends. */
    SPLIT
  }
}
