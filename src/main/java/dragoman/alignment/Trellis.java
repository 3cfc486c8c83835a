package dragoman.alignment;

import java.util.Arrays;

/**
 * All ways to align two texts inside a band. From the score of each bead it finds, by sums over all
 * ways forward and backward, how probable each bead is.
 */
final class Trellis {
  private static final int SHAPES = Shape.ALL.length;

  /** Beyond this difference of logarithms the smaller addend is lost in the greater. */
  private static final double NEGLIGIBLE = 36;

  private final int n;
  private final int m;
  private final Band band;

  /** A bead's score, and once all are known its probability in the same place. */
  private final float[][] values;

  /** Gives a bead that begins at i and j its score: a logarithm, no unit. */
  interface Score {
    double of(int i, int j, Shape shape);
  }

  /** Scores each bead once, row after row, and weighs all ways. */
  Trellis(int n, int m, Band band, Score score) {
    this.n = n;
    this.m = m;
    this.band = band;
    this.values = new float[n + 1][];
    for (int i = 0; i <= n; i++) {
      int from = band.first()[i];
      values[i] = new float[(band.last()[i] - from + 1) * SHAPES];
      for (int j = from; j <= band.last()[i]; j++) {
        for (Shape shape : Shape.ALL) {
          values[i][(j - from) * SHAPES + shape.ordinal()] =
              reaches(i, j, shape) ? (float) score.of(i, j, shape) : Float.NEGATIVE_INFINITY;
        }
      }
    }
    forward(backward());
  }

  int sources() {
    return n;
  }

  int targets() {
    return m;
  }

  Band band() {
    return band;
  }

  /** How probable a bead inside the band is, from 0 to 1, of all ways. */
  float probability(int i, int j, Shape shape) {
    return values[i][(j - band.first()[i]) * SHAPES + shape.ordinal()];
  }

  /** Whether a bead that begins at a place of the band stays in it with all its sentences. */
  boolean reaches(int i, int j, Shape shape) {
    return band.has(i + shape.source, j + shape.target)
        && (shape.open() || band.has(i + shape.source - 1, j) && band.has(i, j + shape.target - 1));
  }

  private double[][] backward() {
    double[][] behind = new double[n + 1][];
    for (int i = n; i >= 0; i--) {
      int from = band.first()[i];
      behind[i] = new double[band.last()[i] - from + 1];
      for (int j = band.last()[i]; j >= from; j--) {
        double sum = i == n && j == m ? 0 : Double.NEGATIVE_INFINITY;
        for (Shape shape : Shape.ALL) {
          if (reaches(i, j, shape)) {
            int ni = i + shape.source;
            float score = values[i][(j - from) * SHAPES + shape.ordinal()];
            sum = add(sum, score + behind[ni][j + shape.target - band.first()[ni]]);
          }
        }
        behind[i][j - from] = sum;
      }
    }
    return behind;
  }

  private void forward(double[][] behind) {
    double total = behind[0][0];
    double[][] ahead = new double[n + 1][];
    for (int i = 0; i <= n; i++) {
      for (int row = i; row <= Math.min(n, i + Evidence.SPAN); row++) {
        if (ahead[row] == null) {
          ahead[row] = new double[band.last()[row] - band.first()[row] + 1];
          Arrays.fill(ahead[row], Double.NEGATIVE_INFINITY);
        }
      }
      if (i == 0) {
        ahead[0][0] = 0;
      }
      int from = band.first()[i];
      for (int j = from; j <= band.last()[i]; j++) {
        double here = ahead[i][j - from];
        for (Shape shape : Shape.ALL) {
          int place = (j - from) * SHAPES + shape.ordinal();
          if (reaches(i, j, shape)) {
            int ni = i + shape.source;
            int at = j + shape.target - band.first()[ni];
            double way = here + values[i][place];
            ahead[ni][at] = add(ahead[ni][at], way);
            values[i][place] = (float) Math.min(1, Math.exp(way + behind[ni][at] - total));
          } else {
            values[i][place] = 0;
          }
        }
      }
      ahead[i] = null;
      behind[i] = null;
    }
  }

  /** The logarithm of the sum of two numbers given as logarithms. */
  private static double add(double a, double b) {
    double high = Math.max(a, b);
    double difference = high - Math.min(a, b);
    return difference < NEGLIGIBLE ? high + Math.log1p(Math.exp(-difference)) : high;
  }
}
