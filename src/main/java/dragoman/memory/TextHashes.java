package dragoman.memory;

import java.util.Arrays;
import java.util.Set;
import java.util.function.LongConsumer;

/** Hashes of texts, each with the unit that has the text; a hash may stand for several units. */
final class TextHashes {
  private static final int FIRST = 1 << 10;
  private static final int NONE = -1;

  private long[] hashes = new long[FIRST];
  private long[] units = new long[FIRST];
  private int[] next = new int[FIRST];
  private int[] heads = emptyHeads(FIRST);
  private int size;

  int size() {
    return size;
  }

  void add(long hash, long unitId) {
    if (size == hashes.length) {
      grow();
    }
    hashes[size] = hash;
    units[size] = unitId;
    link(size++);
  }

  void addAll(TextHashes others) {
    for (int i = 0; i < others.size; i++) {
      add(others.hashes[i], others.units[i]);
    }
  }

  /** The units that have a text of this hash. */
  void units(long hash, LongConsumer found) {
    for (int i = heads[slot(hash)]; i != NONE; i = next[i]) {
      if (hashes[i] == hash) {
        found.accept(units[i]);
      }
    }
  }

  /** Takes a pair of hash and unit. */
  interface Pairs {
    void accept(long hash, long unitId);
  }

  /** The pairs whose hash is asked. */
  void among(Set<Long> asked, Pairs found) {
    if (size > 0) {
      asked.forEach(hash -> units(hash, unit -> found.accept(hash, unit)));
    }
  }

  /** All pairs, in the order of hashes. */
  void inOrder(Pairs each) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int byHash = Long.compare(hashes[a], hashes[b]);
          return byHash != 0 ? byHash : Long.compare(units[a], units[b]);
        });
    for (int i : order) {
      each.accept(hashes[i], units[i]);
    }
  }

  private void grow() {
    int length = hashes.length * 2;
    hashes = Arrays.copyOf(hashes, length);
    units = Arrays.copyOf(units, length);
    next = Arrays.copyOf(next, length);
    heads = emptyHeads(length);
    for (int i = 0; i < size; i++) {
      link(i);
    }
  }

  private void link(int i) {
    int slot = slot(hashes[i]);
    next[i] = heads[slot];
    heads[slot] = i;
  }

  private int slot(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (heads.length - 1);
  }

  private static int[] emptyHeads(int length) {
    int[] heads = new int[length];
    Arrays.fill(heads, NONE);
    return heads;
  }
}
