package dragoman.segmentation;

import com.ibm.icu.text.UnicodeSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Code points sorted into classes that a given collection of sets cannot tell apart, so that an
 * automaton needs one column for a class and not one for a code point.
 */
final class Alphabet {
  private static final int CODE_POINTS = 0x110000;
  private static final int BLOCK = 256;

  private final char[][] blocks = new char[CODE_POINTS / BLOCK][];
  private final int size;

  /** A code point of each class, or none where the class is empty. */
  private final int[] members;

  Alphabet(Collection<UnicodeSet> sets) {
    List<UnicodeSet> distinct = List.copyOf(new LinkedHashSet<>(sets));
    long[] edges = edges(distinct);
    char[] classes = new char[CODE_POINTS];
    Map<BitSet, Character> known = new HashMap<>();
    BitSet in = new BitSet(distinct.size());
    known.put(new BitSet(), (char) 0);
    for (int i = 0; i < edges.length; ) {
      int place = (int) (edges[i] >>> Integer.SIZE);
      for (; i < edges.length && (int) (edges[i] >>> Integer.SIZE) == place; i++) {
        in.flip((int) edges[i]);
      }
      int end = i < edges.length ? (int) (edges[i] >>> Integer.SIZE) : CODE_POINTS;
      Character found = known.get(in);
      if (found == null) {
        found = (char) known.size();
        known.put((BitSet) in.clone(), found);
      }
      Arrays.fill(classes, Math.min(place, CODE_POINTS), end, found);
    }
    size = known.size();
    members = new int[size];
    Arrays.fill(members, -1);
    for (int c = CODE_POINTS - 1; c >= 0; c--) {
      members[classes[c]] = c;
    }
    Map<Integer, char[]> shared = new HashMap<>();
    for (int b = 0; b < blocks.length; b++) {
      char[] block = Arrays.copyOfRange(classes, b * BLOCK, (b + 1) * BLOCK);
      char[] same = shared.putIfAbsent(Arrays.hashCode(block), block);
      blocks[b] = same != null && Arrays.equals(same, block) ? same : block;
    }
  }

  /** Where the sets begin and end, in order: the code point above, the set's number below. */
  private static long[] edges(List<UnicodeSet> sets) {
    int count = sets.stream().mapToInt(UnicodeSet::getRangeCount).sum() * 2;
    long[] edges = new long[count];
    int next = 0;
    for (int set = 0; set < sets.size(); set++) {
      for (UnicodeSet.EntryRange range : sets.get(set).ranges()) {
        edges[next++] = (long) range.codepoint << Integer.SIZE | set;
        edges[next++] = (long) (range.codepointEnd + 1) << Integer.SIZE | set;
      }
    }
    Arrays.sort(edges);
    return edges;
  }

  /** The count of classes; {@link #edge} is one more. */
  int size() {
    return size;
  }

  /** The class that stands for the text's edge. */
  int edge() {
    return size;
  }

  int classOf(int codePoint) {
    return blocks[codePoint >> 8][codePoint & 0xFF];
  }

  /**
   * Which classes lie in a set, by class; the edge is in none.
   *
   * @param set one of those that the alphabet was made from
   */
  boolean[] classesIn(UnicodeSet set) {
    boolean[] in = new boolean[size + 1];
    for (int i = 0; i < size; i++) {
      in[i] = members[i] >= 0 && set.contains(members[i]);
    }
    return in;
  }
}
