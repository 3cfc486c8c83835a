package dragoman.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * The documents of the index whose texts may hold what is looked for, told in the order in which
 * they are answered: of memories, then of units. None that holds it is left out.
 */
final class Occurrences {
  /** A list of a part's words is not opened where it has so many times more than there is left. */
  private static final long CHECKING = 2_000;

  /** Where a part of the texts is found, all may be taken: about each n-th is right. */
  private static final int DENSE = 4;

  /** Words in the order of the dictionary are found faster; few enough that it does not matter. */
  private static final int MANY_WORDS = 1_000;

  private final List<Segment> found = new ArrayList<>();

  private record Segment(LeafReader reader, FixedBitSet documents) {}

  /** The words for a part in a segment. */
  private record Expanded(WordTerms.Part part, List<Vocabulary.Word> words, long documents) {
    static Expanded of(WordTerms.Part part, List<Vocabulary.Word> words) {
      return new Expanded(part, words, words.stream().mapToLong(Vocabulary.Word::documents).sum());
    }
  }

  private Occurrences() {}

  /**
   * Texts with all parts of one of several lists.
   *
   * @param byKey whether the parts are of keys
   * @param languageKey only in this language
   */
  static Occurrences ofParts(
      DirectoryReader reader,
      Segments segments,
      Set<List<WordTerms.Part>> alternatives,
      boolean byKey,
      Optional<String> languageKey)
      throws IOException {
    Occurrences occurrences = new Occurrences();
    for (LeafReaderContext leaf : reader.leaves()) {
      Range range = Range.of(leaf.reader(), segments, languageKey);
      if (range.size() > 0) {
        FixedBitSet documents = new FixedBitSet(leaf.reader().maxDoc());
        Terms terms = leaf.reader().terms(IndexDocuments.WORDS);
        Finder finder = new Finder(range, segments.vocabulary(leaf.reader()), terms, byKey);
        for (List<WordTerms.Part> parts : alternatives) {
          documents.or(finder.all(parts));
        }
        if (terms != null && finder.dictionary.seekExact(WordTerms.WILD)) {
          finder.add(documents);
        }
        occurrences.found.add(new Segment(leaf.reader(), documents));
      }
    }
    return occurrences;
  }

  /** Texts that say words with these stems, one behind the other. */
  static Occurrences ofStems(
      DirectoryReader reader, Segments segments, long[] stems, String languageKey)
      throws IOException {
    Occurrences occurrences = new Occurrences();
    for (LeafReaderContext leaf : reader.leaves()) {
      Range range = Range.of(leaf.reader(), segments, Optional.of(languageKey));
      Terms terms = leaf.reader().terms(IndexDocuments.STEMS);
      if (range.size() == 0 || terms == null) {
        continue;
      }
      Finder finder = new Finder(range, null, terms, false);
      FixedBitSet documents = finder.allStems(stems);
      if (documents.cardinality() > 0) {
        occurrences.found.add(new Segment(leaf.reader(), documents));
      }
    }
    return occurrences;
  }

  /** The documents of a language in a segment: they stand together. */
  private record Range(LeafReader reader, int first, int end) {
    static Range of(LeafReader reader, Segments segments, Optional<String> languageKey)
        throws IOException {
      if (languageKey.isEmpty()) {
        return new Range(reader, 0, reader.maxDoc());
      }
      Lengths lengths = segments.lengths(reader);
      return new Range(
          reader,
          lengths.start(IndexDocuments.lengthKey(languageKey.get(), 0)),
          lengths.start(IndexDocuments.lengthKey(languageKey.get(), Integer.MAX_VALUE) + 1));
    }

    int size() {
      return end - first;
    }
  }

  private static final class Finder {
    private final Range range;
    private final Vocabulary vocabulary;
    private final TermsEnum dictionary;
    private final boolean byKey;
    private PostingsEnum postings;

    Finder(Range range, Vocabulary vocabulary, Terms terms, boolean byKey) throws IOException {
      this.range = range;
      this.vocabulary = vocabulary;
      this.dictionary = terms == null ? TermsEnum.EMPTY : terms.iterator();
      this.byKey = byKey;
    }

    FixedBitSet all(List<WordTerms.Part> parts) throws IOException {
      List<Expanded> expanded = new ArrayList<>();
      List<WordTerms.Part> later = new ArrayList<>();
      for (WordTerms.Part part : parts) {
        if (part.begins() && !byKey) {
          expanded.add(expanded(part));
        } else {
          later.add(part);
        }
      }
      FixedBitSet documents = null;
      // What is found without a look through the whole vocabulary is looked up first.
      while (true) {
        expanded.sort(Comparator.comparingLong(Expanded::documents));
        for (Expanded one : expanded) {
          int left = documents == null ? range.size() : documents.cardinality();
          if (left > 0 && (documents == null || one.documents < left * CHECKING)) {
            documents = narrowed(documents, one);
          }
        }
        if (later.isEmpty() || documents != null && documents.cardinality() <= 64) {
          break;
        }
        expanded.clear();
        for (WordTerms.Part part : later) {
          expanded.add(expanded(part));
        }
        later.clear();
      }
      if (documents == null) {
        documents = new FixedBitSet(range.reader.maxDoc());
        documents.set(range.first, range.end);
      }
      return documents;
    }

    private Expanded expanded(WordTerms.Part part) throws IOException {
      if (part.whole() && !byKey) {
        BytesRef term = new BytesRef(part.text());
        boolean there = dictionary.seekExact(term);
        return Expanded.of(
            part, there ? List.of(new Vocabulary.Word(term, dictionary.docFreq())) : List.of());
      }
      return Expanded.of(part, vocabulary.with(part, byKey));
    }

    private FixedBitSet narrowed(FixedBitSet documents, Expanded expanded) throws IOException {
      List<Vocabulary.Word> words = expanded.words;
      boolean mayBeDense = documents == null && words.size() > MANY_WORDS;
      if (mayBeDense) {
        words = new ArrayList<>(words);
        words.sort(Comparator.comparingInt(Vocabulary.Word::documents).reversed());
      }
      FixedBitSet having = new FixedBitSet(range.reader.maxDoc());
      int count = 0;
      for (Vocabulary.Word word : words) {
        if (dictionary.seekExact(word.term())) {
          add(having);
        }
        if (mayBeDense && ++count % 64 == 0 && having.cardinality() >= range.size() / DENSE) {
          having.set(range.first, range.end);
          break;
        }
      }
      if (documents != null) {
        having.and(documents);
      }
      return having;
    }

    /** Adds the documents of the term at which the dictionary stands. */
    void add(FixedBitSet documents) throws IOException {
      postings = dictionary.postings(postings, PostingsEnum.NONE);
      int doc = range.first == 0 ? postings.nextDoc() : postings.advance(range.first);
      for (; doc < range.end; doc = postings.nextDoc()) {
        documents.set(doc);
      }
    }

    FixedBitSet allStems(long[] stems) throws IOException {
      List<Vocabulary.Word> terms = new ArrayList<>();
      FixedBitSet documents = new FixedBitSet(range.reader.maxDoc());
      for (long stem : Arrays.stream(stems).distinct().toArray()) {
        BytesRef term = IndexDocuments.stemTerm(stem);
        if (!dictionary.seekExact(term)) {
          return documents;
        }
        terms.add(new Vocabulary.Word(term, dictionary.docFreq()));
      }
      terms.sort(Comparator.comparingInt(Vocabulary.Word::documents));
      documents.set(range.first, range.end);
      for (Vocabulary.Word term : terms) {
        FixedBitSet having = new FixedBitSet(range.reader.maxDoc());
        dictionary.seekExact(term.term());
        add(having);
        documents.and(having);
      }
      if (stems.length > 1) {
        keepSequences(documents, stems);
      }
      return documents;
    }

    private void keepSequences(FixedBitSet documents, long[] stems) throws IOException {
      var values = range.reader.getBinaryDocValues(IndexDocuments.TEXT);
      IndexedText text = new IndexedText();
      for (int doc = next(documents, 0);
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = next(documents, doc + 1)) {
        boolean kept = false;
        if (values != null && values.advanceExact(doc)) {
          text.read(values.binaryValue());
          kept = text.wordsAreElsewhere() || text.saysInOrder(stems);
        }
        if (!kept) {
          documents.clear(doc);
        }
      }
    }
  }

  private static int next(FixedBitSet documents, int from) {
    return from >= documents.length() ? DocIdSetIterator.NO_MORE_DOCS : documents.nextSetBit(from);
  }

  /**
   * The next units.
   *
   * @param ranks which memories are asked, and where each stands among them
   * @param after only behind this {@linkplain #place place}
   * @param most how many at most
   * @param without units that the index holds as they no longer are
   * @return places, lowest first, each once
   */
  long[] next(Map<Long, Integer> ranks, long after, int most, Set<Long> without)
      throws IOException {
    Lowest lowest = new Lowest(most);
    for (Segment segment : found) {
      NumericDocValues ids = segment.reader.getNumericDocValues(IndexDocuments.ID);
      NumericDocValues memories = segment.reader.getNumericDocValues(IndexDocuments.MEMORY);
      Bits live = segment.reader.getLiveDocs();
      long memory = Long.MIN_VALUE;
      Integer rank = null;
      for (int doc = next(segment.documents, 0);
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = next(segment.documents, doc + 1)) {
        if ((live != null && !live.get(doc))
            || !memories.advanceExact(doc)
            || !ids.advanceExact(doc)) {
          continue;
        }
        if (memories.longValue() != memory) {
          memory = memories.longValue();
          rank = ranks.get(memory);
        }
        if (rank != null) {
          long id = ids.longValue();
          long place = place(rank, id);
          if (place > after && place < lowest.limit && !without.contains(id)) {
            lowest.add(place);
          }
        }
      }
    }
    return lowest.sorted();
  }

  /** Where a unit stands in an answer. */
  static long place(int rank, long unitId) {
    return ((long) rank << 44) | unitId;
  }

  static long unitId(long place) {
    return place & ((1L << 44) - 1);
  }

  /** The lowest of many numbers. */
  private static final class Lowest {
    private final int most;
    private long[] numbers;
    private int count;
    private long limit = Long.MAX_VALUE;

    Lowest(int most) {
      this.most = most;
      this.numbers = new long[most * 8];
    }

    void add(long number) {
      if (count == numbers.length) {
        tidy();
      }
      numbers[count++] = number;
    }

    private void tidy() {
      Arrays.sort(numbers, 0, count);
      int kept = 0;
      for (int i = 0; i < count && kept < most; i++) {
        if (kept == 0 || numbers[kept - 1] != numbers[i]) {
          numbers[kept++] = numbers[i];
        }
      }
      count = kept;
      if (count == most) {
        limit = numbers[count - 1];
      }
    }

    long[] sorted() {
      tidy();
      return Arrays.copyOf(numbers, count);
    }
  }
}
