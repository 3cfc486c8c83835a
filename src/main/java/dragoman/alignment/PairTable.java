package dragoman.alignment;

import java.util.Arrays;

/** Numbers pairs of words from 0 on as they are met; primitive, since there are millions. */
final class PairTable {
  private static final long EMPTY = -1;
  private long[] keys = new long[1 << 10];
  private int[] places = new int[1 << 10];
  private long[] pairs = new long[1 << 9];
  private int size;

  PairTable() {
    Arrays.fill(keys, EMPTY);
  }

  /** The number of a pair, a new one if it was not met yet. */
  int place(int source, int target) {
    long key = (long) source << 32 | target;
    int at = slot(keys, key);
    if (keys[at] == key) {
      return places[at];
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * size);
    }
    keys[at] = key;
    places[at] = size;
    pairs[size] = key;
    if (++size * 2 > keys.length) {
      grow();
    }
    return size - 1;
  }

  int size() {
    return size;
  }

  int source(int place) {
    return (int) (pairs[place] >>> 32);
  }

  int target(int place) {
    return (int) pairs[place];
  }

  private void grow() {
    long[] wider = new long[keys.length * 2];
    int[] moved = new int[wider.length];
    Arrays.fill(wider, EMPTY);
    for (int place = 0; place < size; place++) {
      int at = slot(wider, pairs[place]);
      wider[at] = pairs[place];
      moved[at] = place;
    }
    keys = wider;
    places = moved;
  }

  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & mask;
    while (keys[at] != EMPTY && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
