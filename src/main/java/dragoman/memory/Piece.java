package dragoman.memory;

import java.util.OptionalLong;

/**
 * A part of a sentence whose translation is known, offered where no unit is like the whole. It is
 * something to start from and never a match: nothing proves that it fits this sentence.
 *
 * @param start offset of its first UTF-16 unit in the sentence's plain text
 * @param end offset behind its last
 * @param text the translation
 * @param kind where it is known from
 * @param unit the unit that says just this, where it is one
 * @param units how many units say it so; 0 for a term
 */
public record Piece(int start, int end, String text, Kind kind, OptionalLong unit, int units) {

  /** Where the translation of a piece is known from. */
  public enum Kind {
    /** A unit says it by itself. */
    UNIT,
    /** The glossary has it; the base form. */
    TERM,
    /** Units say it among other things, and what their targets share is its translation. */
    PHRASE
  }
}
