package dragoman.segmentation;

import com.ibm.icu.text.UnicodeSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Code points sorted into classes that a given collection of sets cannot tell apart, so that an
 * automaton needs one column for a class and not one for a code point.
 */
final class Alphabet {
  private static final int CODE_POINTS = 0x110000;
  private static final int BLOCK = 256;

  private final char[][] blocks = new char[CODE_POINTS / BLOCK][];
  private final int size;

  Alphabet(Collection<UnicodeSet> sets) {
    Set<UnicodeSet> distinct = new LinkedHashSet<>(sets);
    char[] classes = new char[CODE_POINTS];
    int count = 1;
    for (UnicodeSet set : distinct) {
      Map<Character, Character> split = new HashMap<>();
      for (UnicodeSet.EntryRange range : set.ranges()) {
        char from = 0;
        char to = 0;
        for (int c = range.codepoint; c <= range.codepointEnd; c++) {
          if (to == 0 || classes[c] != from) {
            from = classes[c];
            Character known = split.get(from);
            if (known == null) {
              known = (char) count++;
              split.put(from, known);
            }
            to = known;
          }
          classes[c] = to;
        }
      }
    }
    size = count;
    Map<Integer, char[]> shared = new HashMap<>();
    for (int b = 0; b < blocks.length; b++) {
      char[] block = Arrays.copyOfRange(classes, b * BLOCK, (b + 1) * BLOCK);
      char[] same = shared.putIfAbsent(Arrays.hashCode(block), block);
      blocks[b] = same != null && Arrays.equals(same, block) ? same : block;
    }
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

  /** Which classes lie in a set, by class; the edge is in none. */
  boolean[] classesIn(UnicodeSet set) {
    boolean[] in = new boolean[size + 1];
    for (UnicodeSet.EntryRange range : set.ranges()) {
      int last = -1;
      for (int c = range.codepoint; c <= range.codepointEnd; c++) {
        int classOf = classOf(c);
        if (classOf != last) {
          in[classOf] = true;
          last = classOf;
        }
      }
    }
    return in;
  }
}
