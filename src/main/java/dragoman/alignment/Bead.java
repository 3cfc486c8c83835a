package dragoman.alignment;

import java.util.List;

/**
 * Sentences that answer each other, or one that nothing answers.
 *
 * @param source places of source sentences, from 0, rising; empty where only the target has one
 * @param target places of target sentences, likewise
 * @param confidence how probable it is, from 0 to 1, that exactly these sentences belong together:
 *     of the beads at 0.9 nine in ten are right
 */
public record Bead(List<Integer> source, List<Integer> target, double confidence) {

  /** Keeps copies of the lists. */
  public Bead {
    source = List.copyOf(source);
    target = List.copyOf(target);
  }

  /** Whether a side is empty: a sentence that nothing answers. */
  public boolean open() {
    return source.isEmpty() || target.isEmpty();
  }

  /** The same seen from the other text. */
  public Bead swapped() {
    return new Bead(target, source, confidence);
  }
}
