package dragoman.alignment;

import java.util.List;

/** Whether two texts answer each other at all, told by how sure their beads are. */
final class Relation {
  private static final double LEAST = 0.45;
  private static final int FEW = 4;

  private Relation() {}

  /** Texts of fewer than four sentences tell too little, and are let pass. */
  static boolean unrelated(Side source, Side target, List<Bead> beads) {
    return Math.min(source.size(), target.size()) >= FEW && share(source, target, beads) < LEAST;
  }

  /** The share of the shorter text's sentences that are answered, each by how sure that is. */
  static double share(Side source, Side target, List<Bead> beads) {
    double sources = 0;
    double targets = 0;
    for (Bead bead : beads) {
      if (!bead.open()) {
        sources += bead.confidence() * bead.source().size();
        targets += bead.confidence() * bead.target().size();
      }
    }
    return Math.max(sources / source.size(), targets / target.size());
  }
}
