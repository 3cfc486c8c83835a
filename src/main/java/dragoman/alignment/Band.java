package dragoman.alignment;

/**
 * The part of the plane that is looked at: for each place between two source sentences (from 0 to
 * n) the first and the last place of the target. Both only rise.
 */
record Band(int[] first, int[] last) {

  /** Everything: n + 1 rows of m + 1 places. */
  static Band full(int n, int m) {
    int[] last = new int[n + 1];
    java.util.Arrays.fill(last, m);
    return new Band(new int[n + 1], last);
  }

  int rows() {
    return first.length;
  }

  boolean has(int i, int j) {
    return i < first.length && j >= first[i] && j <= last[i];
  }

  /** The same band seen from the target. */
  Band reversed() {
    int n = first.length - 1;
    int m = last[n];
    int[] low = new int[m + 1];
    int[] high = new int[m + 1];
    java.util.Arrays.fill(low, n);
    for (int i = n; i >= 0; i--) {
      for (int j = first[i]; j <= last[i]; j++) {
        low[j] = i;
        high[j] = Math.max(high[j], i);
      }
    }
    return new Band(low, high);
  }
}
