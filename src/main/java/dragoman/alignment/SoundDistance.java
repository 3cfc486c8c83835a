package dragoman.alignment;

/**
 * How alike two words sound: an edit distance in which a vowel costs little, a sound near another
 * (b and p, g and k) less than one far from it, and an ending that only one of them has less still.
 */
final class SoundDistance {
  private static final String VOWELS = "aeiou";
  private static final String GLIDES = "hwy";
  private static final double ENDING = 0.3;
  private static final int SIZE = 128;
  private static final double[] WEIGHT = new double[SIZE];
  private static final double[][] COST = new double[SIZE][SIZE];

  static {
    for (int a = 0; a < SIZE; a++) {
      WEIGHT[a] = VOWELS.indexOf(a) >= 0 ? 0.3 : GLIDES.indexOf(a) >= 0 ? 0.4 : 1;
    }
    for (int a = 0; a < SIZE; a++) {
      for (int b = 0; b < SIZE; b++) {
        boolean vowels = VOWELS.indexOf(a) >= 0 && VOWELS.indexOf(b) >= 0;
        COST[a][b] = a == b ? 0 : vowels ? 0.15 : Math.min(1.2, WEIGHT[a] + WEIGHT[b]);
      }
    }
    for (String near :
        new String[] {
          "pb", "pf", "bv", "fv", "vw", "fw", "td", "kg", "kx", "gx", "xh", "gh", "kh", "sz", "sc",
          "zc", "sS", "zZ", "SZ", "SC", "CJ", "ZJ", "SJ", "Cc", "cJ", "gJ", "Zy", "Jy", "iy", "ey",
          "uw", "ow", "uv", "dz", "ts", "tc", "zJ", "kC", "kc", "ks", "nm", "gZ"
        }) {
      boolean loose = "dz ts zJ kC kc ks nm tc gZ uv Zy sS zZ pf".contains(near);
      double cost = loose ? 0.5 : 0.2;
      COST[near.charAt(0)][near.charAt(1)] = cost;
      COST[near.charAt(1)][near.charAt(0)] = cost;
    }
  }

  private SoundDistance() {}

  /** How much a word has that can be told apart by: about its number of consonants. */
  static double weight(String sounds) {
    double sum = 0;
    for (int i = 0; i < sounds.length(); i++) {
      sum += WEIGHT[sounds.charAt(i)];
    }
    return sum;
  }

  /** From 0 (nothing alike) to 1 (the same sounds); the same whichever word comes first. */
  static double similarity(String first, String second) {
    int n = first.length();
    int m = second.length();
    if (n == 0 || m == 0) {
      return 0;
    }
    double[] row = new double[m + 1];
    double[] before = new double[m + 1];
    for (int j = 1; j <= m; j++) {
      before[j] = before[j - 1] + WEIGHT[second.charAt(j - 1)];
      row[j] = before[j];
    }
    double total = before[m];
    double sum = weight(first);
    double best = Double.MAX_VALUE;
    for (int i = 1; i <= n; i++) {
      char a = first.charAt(i - 1);
      double diagonal = row[0];
      row[0] += WEIGHT[a];
      for (int j = 1; j <= m; j++) {
        char b = second.charAt(j - 1);
        double changed = diagonal + COST[a][b];
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j] + WEIGHT[a], row[j - 1] + WEIGHT[b]));
      }
      best = Math.min(best, row[m] + ENDING * (sum - row[0]));
    }
    for (int j = 1; j <= m; j++) {
      best = Math.min(best, row[j] + ENDING * (total - before[j]));
    }
    double size = Math.max(1e-9, Math.min(sum, total) + ENDING * Math.abs(sum - total));
    return Math.max(0, 1 - best / size);
  }
}
