package dragoman.alignment;

import java.util.List;

/**
 * Which sentences of two texts answer which.
 *
 * @param beads in the order of the texts; together they hold each sentence once; none unless the
 *     verdict is {@link Verdict#ALIGNED}
 * @param verdict what is to be thought of the two texts as a whole
 */
public record Alignment(List<Bead> beads, Verdict verdict) {

  /** Keeps a copy of the beads. */
  public Alignment {
    beads = List.copyOf(beads);
  }

  static Alignment refused(Verdict verdict) {
    return new Alignment(List.of(), verdict);
  }

  /** The same seen from the other text. */
  public Alignment swapped() {
    return new Alignment(beads.stream().map(Bead::swapped).toList(), verdict);
  }
}
