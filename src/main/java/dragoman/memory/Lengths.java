package dragoman.memory;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** Where in a segment of the index, sorted by language and length, each length begins. */
final class Lengths {
  private final long[] keys;
  private final int[] starts;
  private final int end;

  private Lengths(long[] keys, int[] starts, int end) {
    this.keys = keys;
    this.starts = starts;
    this.end = end;
  }

  /** The first document with this key or a higher one. */
  int start(long key) {
    int at = Arrays.binarySearch(keys, key);
    int index = at >= 0 ? at : -at - 1;
    return index < starts.length ? starts[index] : end;
  }

  static Lengths read(LeafReader reader) throws IOException {
    long[] keys = new long[64];
    int[] starts = new int[64];
    int count = 0;
    NumericDocValues values = reader.getNumericDocValues(IndexDocuments.LENGTH);
    if (values != null) {
      for (int doc = values.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        long key = values.longValue();
        if (count == 0 || keys[count - 1] != key) {
          if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
          }
          keys[count] = key;
          starts[count++] = doc;
        }
      }
    }
    return new Lengths(Arrays.copyOf(keys, count), Arrays.copyOf(starts, count), reader.maxDoc());
  }
}
