package dragoman.alignment;

import java.util.List;
import java.util.Map;

/** One alignment of two texts with the witnesses at hand. */
final class Pass {
  private static final int MOST_WIDENINGS = 5;

  private Pass() {}

  /** Aligns in the whole plane if the texts are short, else in a corridor, widened as need be. */
  static List<Bead> align(
      Side source, Side target, double ratio, Map<Witness, Bonds> bonds, Weights weights) {
    Corridor corridor = Corridor.between(source, target, bonds.values());
    List<Bead> beads = align(source, target, ratio, bonds, weights, corridor.band());
    for (int k = 0; k < MOST_WIDENINGS && corridor.widen(beads); k++) {
      beads = align(source, target, ratio, bonds, weights, corridor.band());
    }
    return beads;
  }

  /** Aligns inside a given band. */
  static List<Bead> align(
      Side source,
      Side target,
      double ratio,
      Map<Witness, Bonds> bonds,
      Weights weights,
      Band band) {
    Measures measures = new Measures(source, target, ratio, bonds, band);
    double[] measured = new double[Measures.COUNT];
    Trellis trellis =
        new Trellis(
            source.size(),
            target.size(),
            band,
            (i, j, shape) -> {
              measures.release(i);
              measures.measure(i, j, shape, measured);
              return weights.score(measured);
            });
    return Decoder.beads(trellis);
  }
}
