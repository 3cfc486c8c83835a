package dragoman.segmentation;

import com.ibm.icu.text.UnicodeSet;
import java.util.List;

/** A regular expression as a tree; only what a finite automaton can hold. */
sealed interface Expression {

  /** One code point out of a set. */
  record Symbol(UnicodeSet set) implements Expression {}

  /** One after the other; empty for the empty text. */
  record Sequence(List<Expression> parts) implements Expression {}

  /** One of several. */
  record Choice(List<Expression> parts) implements Expression {}

  /**
   * The same several times.
   *
   * @param most the greatest count, or {@link #UNBOUNDED}
   */
  record Repeat(Expression part, int least, int most) implements Expression {
    static final int UNBOUNDED = -1;
  }

  /**
   * A condition on the one code point at a side of the place, consuming nothing.
   *
   * @param left whether on the left of the place, in the text's order
   * @param set what may stand there
   * @param edge whether it also holds at the text's edge
   */
  record Neighbour(boolean left, UnicodeSet set, boolean edge) implements Expression {}

  /** A word boundary, or with {@code not} its opposite. */
  record Boundary(UnicodeSet word, boolean not) implements Expression {}
}
