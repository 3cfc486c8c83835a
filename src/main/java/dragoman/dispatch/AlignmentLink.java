package dragoman.dispatch;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Sentences of the texts of an alignment that answer each other; with one side filled, sentences
 * that nothing answers.
 *
 * @param id unique in its alignment; stays while the same sentences are linked
 * @param number its place among the links, from 1
 * @param state whether a person has agreed to it
 * @param confidence how probable the aligner holds it, 0 to 1; empty where a person made it
 * @param contradicted whether pairs of three texts or more said otherwise
 * @param by who made or accepted it; empty while nobody has
 * @param sides for each text the sentences, neighbours, in order; empty where it has none
 */
public record AlignmentLink(
    long id,
    int number,
    State state,
    OptionalDouble confidence,
    boolean contradicted,
    String by,
    List<List<AlignedSegment>> sides) {

  /** Whether a person has agreed. */
  public enum State {
    /** The aligner says so. */
    PROPOSED,
    /** A person says so. */
    ACCEPTED
  }

  /** Keeps copies of the lists. */
  public AlignmentLink {
    sides = sides.stream().map(List::copyOf).toList();
  }

  /** Whether a person should look at it: only proposed, and less sure than the threshold. */
  public boolean doubtful(double threshold) {
    return state == State.PROPOSED && confidence.orElse(0) < threshold;
  }
}
