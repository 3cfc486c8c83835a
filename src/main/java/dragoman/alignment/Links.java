package dragoman.alignment;

import java.util.Arrays;

/** Which words of one text answer which of the other, and how surely, as one witness says. */
final class Links implements Bonds {
  private final int[][] others;
  private final float[][] strengths;

  private final int otherSize;

  private Links(int[][] others, float[][] strengths, int otherSize) {
    this.others = others;
    this.strengths = strengths;
    this.otherSize = otherSize;
  }

  @Override
  public int[] others(int token) {
    return others[token];
  }

  @Override
  public float strength(int token, int k) {
    return strengths[token][k];
  }

  @Override
  public Links reversed() {
    Builder builder = new Builder(otherSize, others.length);
    for (int token = 0; token < others.length; token++) {
      for (int k = 0; k < others[token].length; k++) {
        builder.add(others[token][k], token, strengths[token][k]);
      }
    }
    return builder.build();
  }

  /** Gathers links between texts of so many tokens. */
  static final class Builder {
    private static final int[] NONE = {};
    private static final float[] WEAK = {};
    private final int[][] others;
    private final float[][] strengths;
    private final int[] counts;

    private final int otherSize;

    Builder(int size, int otherSize) {
      this.otherSize = otherSize;
      others = new int[size][];
      strengths = new float[size][];
      counts = new int[size];
      Arrays.fill(others, NONE);
      Arrays.fill(strengths, WEAK);
    }

    void add(int token, int other, float strength) {
      int count = counts[token]++;
      if (count == others[token].length) {
        others[token] = Arrays.copyOf(others[token], Math.max(2, 2 * count));
        strengths[token] = Arrays.copyOf(strengths[token], Math.max(2, 2 * count));
      }
      others[token][count] = other;
      strengths[token][count] = strength;
    }

    Links build() {
      for (int token = 0; token < counts.length; token++) {
        others[token] = Arrays.copyOf(others[token], counts[token]);
        strengths[token] = Arrays.copyOf(strengths[token], counts[token]);
      }
      return new Links(others, strengths, otherSize);
    }
  }
}
