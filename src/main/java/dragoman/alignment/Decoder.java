package dragoman.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Reads off the beads that are together likeliest to be right, one by one, not as one way. */
final class Decoder {
  /** What a bead of two filled sides must have to be worth more than leaving it open. */
  private static final double WORTH = 0.35;

  /** What a place in a way without any bead costs, so that the likelier open beads decide ties. */
  private static final double OPEN = 1e-3;

  private Decoder() {}

  static List<Bead> beads(Trellis trellis) {
    int n = trellis.sources();
    int m = trellis.targets();
    Band band = trellis.band();
    double[][] best = new double[n + 1][];
    byte[][] back = new byte[n + 1][];
    for (int i = 0; i <= n; i++) {
      int width = band.last()[i] - band.first()[i] + 1;
      best[i] = new double[width];
      back[i] = new byte[width];
      Arrays.fill(best[i], Double.NEGATIVE_INFINITY);
    }
    best[0][0] = 0;
    for (int i = 0; i <= n; i++) {
      int from = band.first()[i];
      for (int j = from; j <= band.last()[i]; j++) {
        double here = best[i][j - from];
        if (here == Double.NEGATIVE_INFINITY) {
          continue;
        }
        for (Shape shape : Shape.ALL) {
          int ni = i + shape.source;
          int nj = j + shape.target;
          if (trellis.reaches(i, j, shape)) {
            double value = here + gain(trellis.probability(i, j, shape), shape);
            int at = nj - band.first()[ni];
            if (value > best[ni][at]) {
              best[ni][at] = value;
              back[ni][at] = (byte) shape.ordinal();
            }
          }
        }
      }
    }
    return walk(trellis, n, m, band, back);
  }

  private static double gain(float probability, Shape shape) {
    return shape.open() ? OPEN * probability : probability - WORTH;
  }

  private static List<Bead> walk(Trellis trellis, int n, int m, Band band, byte[][] back) {
    List<Bead> beads = new ArrayList<>();
    int i = n;
    int j = m;
    while (i > 0 || j > 0) {
      Shape shape = Shape.ALL[back[i][j - band.first()[i]]];
      i -= shape.source;
      j -= shape.target;
      beads.add(
          new Bead(
              range(i, shape.source),
              range(j, shape.target),
              Math.min(1, trellis.probability(i, j, shape))));
    }
    Collections.reverse(beads);
    return beads;
  }

  private static List<Integer> range(int from, int count) {
    return IntStream.range(from, from + count).boxed().toList();
  }
}
