package dragoman.memory;

import dragoman.language.Folding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a segment of the index in one piece of memory, and their keys in another, to be
 * searched for parts. A million units with a number of its own each take about 20 MB.
 */
final class Vocabulary {
  private static final byte END = '\n';

  private final Listed words;
  private final Listed keys;
  private final int[] documents;

  /** A word, and how many documents have it. */
  record Word(BytesRef term, int documents) {}

  private Vocabulary(Listed words, Listed keys, int[] documents) {
    this.words = words;
    this.keys = keys;
    this.documents = documents;
  }

  static Vocabulary read(LeafReader reader) throws IOException {
    Listed words = new Listed();
    Listed keys = new Listed();
    int[] documents = new int[1024];
    Terms terms = reader.terms(IndexDocuments.WORDS);
    if (terms != null) {
      TermsEnum all = terms.iterator();
      for (BytesRef term = all.next(); term != null; term = all.next()) {
        if (term.bytes[term.offset] < ' ' && term.bytes[term.offset] >= 0) {
          continue;
        }
        if (words.count == documents.length) {
          documents = Arrays.copyOf(documents, documents.length * 2);
        }
        documents[words.count] = all.docFreq();
        words.add(term.bytes, term.offset, term.length);
        byte[] key = key(term);
        keys.add(key, 0, key.length);
      }
    }
    return new Vocabulary(words.trimmed(), keys.trimmed(), Arrays.copyOf(documents, words.count));
  }

  private static byte[] key(BytesRef term) {
    for (int i = 0; i < term.length; i++) {
      byte b = term.bytes[term.offset + i];
      if (b < 0 || b == '\'') {
        return Folding.searchKey(term.utf8ToString()).getBytes(StandardCharsets.UTF_8);
      }
    }
    return Arrays.copyOfRange(term.bytes, term.offset, term.offset + term.length);
  }

  /**
   * The words that have a part.
   *
   * @param byKey whether the words' keys are asked instead of the words
   */
  List<Word> with(WordTerms.Part part, boolean byKey) {
    List<Word> found = new ArrayList<>();
    // Words are in the order of their bytes, keys are not.
    IntStream which =
        part.begins() && !byKey ? words.beginningWith(part) : (byKey ? keys : words).with(part);
    which.forEach(word -> found.add(new Word(words.term(word), documents[word])));
    return found;
  }

  /** Texts one behind the other, each between two line ends. */
  private static final class Listed {
    private byte[] bytes = {END};
    private int[] starts = new int[1024];
    private int length = 1;
    private int count;

    void add(byte[] from, int offset, int size) {
      if (length + size + 1 > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size + 1024));
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = length;
      System.arraycopy(from, offset, bytes, length, size);
      length += size;
      bytes[length++] = END;
    }

    Listed trimmed() {
      bytes = Arrays.copyOf(bytes, length);
      starts = Arrays.copyOf(starts, count);
      return this;
    }

    BytesRef term(int index) {
      int end = index + 1 < count ? starts[index + 1] : length;
      return new BytesRef(bytes, starts[index], end - 1 - starts[index]);
    }

    IntStream beginningWith(WordTerms.Part part) {
      byte[] wanted =
          (part.ends() ? part.text() + "\n" : part.text()).getBytes(StandardCharsets.UTF_8);
      int low = 0;
      int high = count;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (compare(middle, wanted) < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      int end = low;
      while (end < count && compare(end, wanted) == 0) {
        end++;
      }
      return IntStream.range(low, end);
    }

    /** Compares a text, cut to the length of the other, with its line end. */
    private int compare(int index, byte[] wanted) {
      int next = index + 1 < count ? starts[index + 1] : length;
      int end = Math.min(next, starts[index] + wanted.length);
      return Arrays.compareUnsigned(bytes, starts[index], end, wanted, 0, wanted.length);
    }

    /** Looks for the part by Horspool's method (1980), each text once. */
    IntStream with(WordTerms.Part part) {
      String framed = (part.begins() ? "\n" : "") + part.text() + (part.ends() ? "\n" : "");
      byte[] wanted = framed.getBytes(StandardCharsets.UTF_8);
      int last = wanted.length - 1;
      int[] skips = new int[256];
      Arrays.fill(skips, wanted.length);
      for (int i = 0; i < last; i++) {
        skips[wanted[i] & 0xff] = last - i;
      }
      IntStream.Builder found = IntStream.builder();
      int end = 0;
      for (int at = last; at < length; ) {
        int skip = skips[bytes[at] & 0xff];
        if (bytes[at] == wanted[last] && at - last + (part.begins() ? 1 : 0) >= end) {
          int i = last - 1;
          while (i >= 0 && bytes[at - last + i] == wanted[i]) {
            i--;
          }
          if (i < 0) {
            int word = of(at - last + (part.begins() ? 1 : 0));
            found.add(word);
            end = word + 1 < count ? starts[word + 1] : length;
          }
        }
        at += skip;
      }
      return found.build();
    }

    private int of(int at) {
      int found = Arrays.binarySearch(starts, at);
      return found >= 0 ? found : -found - 2;
    }
  }
}
