package dragoman.segmentation;

import com.ibm.icu.text.UnicodeSet;
import java.util.List;
import java.util.function.Consumer;

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

  /** Gives every set of an expression to the collector. */
  static void collect(Expression expression, Consumer<UnicodeSet> collector) {
    if (expression instanceof Symbol symbol) {
      collector.accept(symbol.set());
    } else if (expression instanceof Neighbour neighbour) {
      collector.accept(neighbour.set());
    } else if (expression instanceof Boundary boundary) {
      collector.accept(boundary.word());
    } else if (expression instanceof Repeat repeat) {
      collect(repeat.part(), collector);
    } else if (expression instanceof Sequence sequence) {
      sequence.parts().forEach(part -> collect(part, collector));
    } else if (expression instanceof Choice choice) {
      choice.parts().forEach(part -> collect(part, collector));
    }
  }

  /** The most code points that an expression reads; one without an end counts as {@code most}. */
  static long longest(Expression expression, long most) {
    long longest = 0;
    if (expression instanceof Symbol) {
      longest = 1;
    } else if (expression instanceof Sequence sequence) {
      for (Expression part : sequence.parts()) {
        longest += longest(part, most);
      }
    } else if (expression instanceof Choice choice) {
      for (Expression part : choice.parts()) {
        longest = Math.max(longest, longest(part, most));
      }
    } else if (expression instanceof Repeat repeat) {
      long times = repeat.most() == Repeat.UNBOUNDED ? most : repeat.most();
      longest = times * longest(repeat.part(), most);
    }
    return Math.min(longest, most);
  }
}
