package dragoman.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The least cost of making one row of words into another, doubled to stay whole: inserting and
 * deleting a word cost 2, exchanging it 2, or 1 for another form of the same stem.
 *
 * <p>Words are tokens as in {@link Analysis.Lexeme}: the same token is the same word, the same
 * upper bits are the same stem.
 */
final class WordDistance {
  private static final int BLOCK = 64;

  private WordDistance() {}

  /**
   * The doubled cost.
   *
   * @param most where the cost is above it, any number above it may be given, sooner
   */
  static int doubled(long[] a, long[] b, int most) {
    int start = 0;
    int endA = a.length;
    int endB = b.length;
    // What is equal at both ends is never worth changing: neighbours in the table of costs differ
    // by one insertion at most, so the diagonal step of cost 0 is always among the best.
    while (start < endA && start < endB && a[start] == b[start]) {
      start++;
    }
    while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) {
      endA--;
      endB--;
    }
    if (start == endA || start == endB) {
      return 2 * Math.max(endA - start, endB - start);
    }
    long[] left = Arrays.copyOfRange(a, start, endA);
    long[] right = Arrays.copyOfRange(b, start, endB);
    // With forms of a stem taken as equal the cost can only fall, with all of them taken as
    // different it can only rise; between the two bounds there is mostly nothing left to find.
    int least = 2 * plain(stems(left), stems(right));
    if (least > most) {
      return least;
    }
    int highest = 2 * plain(left, right);
    return least == highest ? least : table(left, right, most);
  }

  private static long[] stems(long[] tokens) {
    long[] stems = new long[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      stems[i] = Analysis.Lexeme.stemOf(tokens[i]);
    }
    return stems;
  }

  /**
   * Levenshtein distance by bits: a column of the table of costs as differences of +1 and −1 in
   * words of 64 bits (Myers 1999, in blocks as Hyyrö 2003).
   */
  private static int plain(long[] pattern, long[] text) {
    int blocks = (pattern.length + BLOCK - 1) / BLOCK;
    Map<Long, long[]> places = new HashMap<>();
    for (int i = 0; i < pattern.length; i++) {
      places.computeIfAbsent(pattern[i], p -> new long[blocks])[i / BLOCK] |= 1L << (i % BLOCK);
    }
    long[] up = new long[blocks];
    long[] down = new long[blocks];
    Arrays.fill(up, -1L);
    long last = 1L << ((pattern.length - 1) % BLOCK);
    long[] nowhere = new long[blocks];
    int cost = pattern.length;
    for (long token : text) {
      long[] equal = places.getOrDefault(token, nowhere);
      // The top row grows by one with each word of the text.
      int carry = 1;
      for (int k = 0; k < blocks; k++) {
        long eq = equal[k];
        long pv = up[k];
        long mv = down[k];
        long xv = eq | mv;
        if (carry < 0) {
          eq |= 1L;
        }
        long xh = (((eq & pv) + pv) ^ pv) | eq;
        long ph = mv | ~(xh | pv);
        long mh = pv & xh;
        long mask = k == blocks - 1 ? last : 1L << (BLOCK - 1);
        int out = (ph & mask) != 0 ? 1 : (mh & mask) != 0 ? -1 : 0;
        ph <<= 1;
        mh <<= 1;
        if (carry < 0) {
          mh |= 1L;
        } else if (carry > 0) {
          ph |= 1L;
        }
        up[k] = mh | ~(xv | ph);
        down[k] = ph & xv;
        carry = out;
      }
      cost += carry;
    }
    return cost;
  }

  /** The table itself, only as far from its diagonal as a cost of {@code most} can go. */
  private static int table(long[] a, long[] b, int most) {
    int far = (int) Math.min((long) most / 2 + 1, Math.max(a.length, b.length));
    int infinite = Integer.MAX_VALUE / 2;
    int[] above = new int[b.length + 1];
    int[] row = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      above[j] = j <= far ? 2 * j : infinite;
    }
    for (int i = 1; i <= a.length; i++) {
      int from = Math.max(1, i - far);
      int to = Math.min(b.length, i + far);
      row[from - 1] = from == 1 ? (i <= far ? 2 * i : infinite) : infinite;
      for (int j = from; j <= to; j++) {
        int exchange = above[j - 1] + exchange(a[i - 1], b[j - 1]);
        int delete = (j <= i - 1 + far ? above[j] : infinite) + 2;
        row[j] = Math.min(exchange, Math.min(delete, row[j - 1] + 2));
      }
      int[] done = above;
      above = row;
      row = done;
    }
    return above[b.length];
  }

  /** What it costs, doubled, to put one word in another's place. */
  static int exchange(long a, long b) {
    if (a == b) {
      return 0;
    }
    return Analysis.Lexeme.stemOf(a) == Analysis.Lexeme.stemOf(b) ? 1 : 2;
  }
}
