package dragoman.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;

/**
 * What the index tells of one language's stems: how many texts have one, and which units those are.
 * Asked anew for every sentence.
 */
final class StemLists {
  /** A stem in more of the texts than one in so many says little of what a text is about. */
  private static final int COMMON = 20;

  /** In so few texts no stem is common. */
  private static final int FEW = 50;

  private final DirectoryReader reader;
  private final Segments segments;
  private final String key;
  private final Map<Long, Integer> counts = new HashMap<>();
  private final Map<Long, long[]> units = new HashMap<>();

  /**
   * @param key the language's
   */
  StemLists(DirectoryReader reader, Segments segments, String key) {
    this.reader = reader;
    this.segments = segments;
    this.key = key;
  }

  /** How many texts have a stem. */
  int count(long stem) throws IOException {
    Integer known = counts.get(stem);
    if (known == null) {
      Term term = new Term(IndexDocuments.STEMS, IndexDocuments.stemTerm(stem));
      known = 0;
      for (LeafReaderContext leaf : reader.leaves()) {
        known += leaf.reader().docFreq(term);
      }
      counts.put(stem, known);
    }
    return known;
  }

  /** Whether so many texts have a stem that it says little. */
  boolean common(long stem) throws IOException {
    return count(stem) > Math.max(FEW, texts() / COMMON);
  }

  private int texts() throws IOException {
    int texts = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      texts += start(leaf.reader(), Integer.MAX_VALUE) - start(leaf.reader(), 0);
    }
    return texts;
  }

  /** Where in a segment the texts of so many words begin; behind all for the largest number. */
  int start(LeafReader leaf, int words) throws IOException {
    long lengthKey = IndexDocuments.lengthKey(key, words);
    return segments.lengths(leaf).start(words == Integer.MAX_VALUE ? lengthKey + 1 : lengthKey);
  }

  /** The units with a text that has a stem, in order. */
  long[] units(long stem) throws IOException {
    long[] known = units.get(stem);
    if (known == null) {
      LongStream.Builder ids = LongStream.builder();
      for (LeafReaderContext leaf : reader.leaves()) {
        Optional<PostingsEnum> list = list(leaf.reader(), stem);
        if (list.isPresent()) {
          units(leaf.reader(), list.get(), ids);
        }
      }
      known = ids.build().sorted().distinct().toArray();
      units.put(stem, known);
    }
    return known;
  }

  private static void units(LeafReader leaf, PostingsEnum list, LongStream.Builder ids)
      throws IOException {
    NumericDocValues values = leaf.getNumericDocValues(IndexDocuments.ID);
    for (int doc = list.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = list.nextDoc()) {
      if (values.advanceExact(doc)) {
        ids.add(values.longValue());
      }
    }
  }

  /**
   * Reads the texts that say these stems one behind the other, as far as hashes tell.
   *
   * @param most how many at most
   * @param consumer takes a text, valid for the call alone, and says whether it counts
   */
  void inOrder(long[] stems, int most, Predicate<IndexedText> consumer) throws IOException {
    long[] rarestFirst = new long[stems.length];
    System.arraycopy(stems, 0, rarestFirst, 0, stems.length);
    for (int i = 1; i < stems.length; i++) {
      if (count(rarestFirst[i]) < count(rarestFirst[0])) {
        long rarer = rarestFirst[i];
        rarestFirst[i] = rarestFirst[0];
        rarestFirst[0] = rarer;
      }
    }
    int left = most;
    for (LeafReaderContext leaf : reader.leaves()) {
      left -= inOrder(leaf.reader(), stems, rarestFirst, left, consumer);
    }
  }

  private static int inOrder(
      LeafReader leaf, long[] stems, long[] rarestFirst, int most, Predicate<IndexedText> consumer)
      throws IOException {
    List<PostingsEnum> lists = new ArrayList<>();
    for (long stem : rarestFirst) {
      list(leaf, stem).ifPresent(lists::add);
    }
    BinaryDocValues values = leaf.getBinaryDocValues(IndexDocuments.TEXT);
    if (lists.size() < stems.length || values == null) {
      return 0;
    }
    Bits live = leaf.getLiveDocs();
    IndexedText text = new IndexedText();
    int taken = 0;
    PostingsEnum first = lists.get(0);
    while (taken < most && first.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
      int doc = first.docID();
      if ((live == null || live.get(doc)) && all(lists, doc) && values.advanceExact(doc)) {
        text.read(values.binaryValue());
        boolean says = !text.wordsAreElsewhere() && text.saysInOrder(stems);
        taken += says && consumer.test(text) ? 1 : 0;
      }
    }
    return taken;
  }

  private static boolean all(List<PostingsEnum> lists, int doc) throws IOException {
    for (PostingsEnum list : lists) {
      if (list.docID() < doc) {
        list.advance(doc);
      }
      if (list.docID() != doc) {
        return false;
      }
    }
    return true;
  }

  /** The documents of a stem in a segment. */
  static Optional<PostingsEnum> list(LeafReader leaf, long stem) throws IOException {
    Terms terms = leaf.terms(IndexDocuments.STEMS);
    if (terms == null) {
      return Optional.empty();
    }
    TermsEnum dictionary = terms.iterator();
    return dictionary.seekExact(IndexDocuments.stemTerm(stem))
        ? Optional.of(dictionary.postings(null, PostingsEnum.NONE))
        : Optional.empty();
  }
}
