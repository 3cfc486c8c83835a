package dragoman.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What holds of every alignment. */
final class Properties {
  private Properties() {}

  /** Each sentence stands in one bead, in order; confidences are probabilities. */
  static void covers(Alignment alignment, int sources, int targets) {
    List<Integer> left = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    for (Bead bead : alignment.beads()) {
      left.addAll(bead.source());
      right.addAll(bead.target());
      assertTrue(bead.confidence() >= 0 && bead.confidence() <= 1, bead.toString());
      assertTrue(bead.source().size() + bead.target().size() > 0, "an empty bead");
    }
    assertEquals(IntStream.range(0, sources).boxed().toList(), left);
    assertEquals(IntStream.range(0, targets).boxed().toList(), right);
  }
}
