package dragoman.memory;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.lucene.index.PostingsEnum;

/**
 * The documents of a range that were met in lists of stems, and for how many words of the query
 * those stems stand. Its table is borrowed, all zero, and goes back so.
 */
final class Hits implements AutoCloseable {
  private final int first;
  private final int end;
  private final int[] words;
  private final Consumer<int[]> back;
  private int[] documents = new int[256];
  private int count;

  Hits(int first, int end, int[] words, Consumer<int[]> back) {
    this.first = first;
    this.end = end;
    this.words = words;
    this.back = back;
  }

  int end() {
    return end;
  }

  int count() {
    return count;
  }

  int document(int index) {
    return documents[index];
  }

  int of(int document) {
    return words[document - first];
  }

  /** Counts a stem: documents before {@code until} come in by it, later ones must be in. */
  void add(PostingsEnum list, int more, int until) throws IOException {
    int document = list.advance(first);
    for (; document < until; document = list.nextDoc()) {
      int at = document - first;
      if (words[at] == 0) {
        if (count == documents.length) {
          documents = Arrays.copyOf(documents, count * 2);
        }
        documents[count++] = document;
      }
      words[at] += more;
    }
    countKnown(list, document, more);
  }

  /** Counts a stem in the documents that are in. */
  void addToKnown(PostingsEnum list, int more) throws IOException {
    countKnown(list, list.advance(first), more);
  }

  private void countKnown(PostingsEnum list, int from, int more) throws IOException {
    for (int document = from; document < end; document = list.nextDoc()) {
      int at = document - first;
      if (words[at] != 0) {
        words[at] += more;
      }
    }
  }

  /** Lets go of the documents that have fewer words. */
  void drop(int least) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int document = documents[i];
      if (words[document - first] >= least) {
        documents[kept++] = document;
      } else {
        words[document - first] = 0;
      }
    }
    count = kept;
  }

  /** Puts the documents in the order of the segment. */
  void sort() {
    Arrays.sort(documents, 0, count);
  }

  @Override
  public void close() {
    drop(Integer.MAX_VALUE);
    back.accept(words);
  }
}
