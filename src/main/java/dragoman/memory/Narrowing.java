package dragoman.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * Finds in the index the units that may reach a score, and loses none.
 *
 * <p><b>Why none is lost.</b> Let the query have n words, a text m, and let c be what their
 * multisets of stems have in common. In the cheapest way of making one into the other, at most c
 * words of either side are kept or exchanged for a form of the same stem; each of the other max(n,
 * m) − c or more words of the longer side costs 1. So d ≥ max(n, m) − c, and a score of T, which is
 * d ≤ (1 − T/100)·max(n, m), needs
 *
 * <pre>  c ≥ need(m) = max(n, m) − ⌊(1 − T/100)·max(n, m)⌋.</pre>
 *
 * <p><b>Lengths.</b> Since c ≤ min(n, m), m lies between need(n) and the largest m with need(m) ≤
 * n. need never falls as m grows.
 *
 * <p><b>Rare stems.</b> The query's distinct stems are put in any order, here by how many documents
 * of a segment have them, the rarest first. If the stems not yet looked up make up R words of the
 * query, a text with none of the stems looked up has c ≤ R. So stems must be looked up, for texts
 * of m words, only while R ≥ need(m); and a text in which those looked up make up h words of the
 * query has c ≤ h + R: where that is below need(m), it is out.
 *
 * <p><b>Hashes</b> stand for stems here. Two stems with one hash raise c, h and every count of
 * documents, never lower them; scores from {@link IndexedText} likewise are never too low.
 */
final class Narrowing {
  /** About what it costs to score a document, in entries of a stem's list passed over. */
  private static final int SCORING = 100;

  /** Fewer documents than these are looked through sooner than another thread takes them over. */
  private static final int WORTH_A_THREAD = 50_000;

  private final Judge judge;
  private final Segments segments;
  private final int keep;
  private final String from;
  private final long toBit;
  private final Set<Long> without;
  private final int n;
  private int least;
  private final QueryWords words;
  private final IndexedText.Kinds kinds;
  private final List<Stem> stems;
  private final Map<Long, Ranked> best = new HashMap<>();
  private final PriorityQueue<Ranked> worstFirst = new PriorityQueue<>(Ranked.ORDER.reversed());
  private final IndexedText text = new IndexedText();
  private boolean cut;
  private int threshold;

  /** A stem of the query, and how many of its words have it. */
  private record Stem(long hash, int words) {}

  /** Where a segment has a stem's documents; to open the list costs more than to find it. */
  private record Listed(Stem stem, int documents, TermState place) {
    PostingsEnum postings(TermsEnum dictionary) throws IOException {
      dictionary.seekExact(IndexDocuments.stemTerm(stem.hash), place);
      return dictionary.postings(null, PostingsEnum.NONE);
    }
  }

  /**
   * Units that may be matches.
   *
   * @param ranked best first; the score is the true one or above it
   * @param cut whether there were more
   */
  record Candidates(List<Ranked> ranked, boolean cut) {}

  private Narrowing(
      Judge judge, Languages languages, Segments segments, Set<Long> without, int keep) {
    this.judge = judge;
    this.segments = segments;
    this.without = without;
    this.keep = keep;
    from = languages.key(judge.query().from());
    toBit = IndexedText.languageBit(languages.key(judge.query().to()));
    Analysis source = judge.source();
    n = source.length();
    long[] tokens = new long[n];
    Map<Long, Integer> counted = new LinkedHashMap<>();
    for (int i = 0; i < n; i++) {
      tokens[i] = source.lexemes()[i].token();
      counted.merge(Analysis.Lexeme.stemOf(tokens[i]), 1, Integer::sum);
    }
    words = new QueryWords(tokens);
    kinds = IndexedText.Kinds.of(from, source);
    stems = counted.entrySet().stream().map(e -> new Stem(e.getKey(), e.getValue())).toList();
    // The least penalty of the memories asked: no unit needs less than this before penalties.
    threshold =
        judge.query().threshold()
            + judge.memories().values().stream().mapToInt(Memory::penalty).min().orElse(0);
    least = need(n);
  }

  /**
   * The units of the index that may be matches, at most {@code keep}.
   *
   * @param without units that the index holds as they no longer are
   */
  static Candidates of(
      Judge judge,
      Languages languages,
      DirectoryReader reader,
      Segments segments,
      Set<Long> without,
      int keep)
      throws IOException {
    List<List<LeafReaderContext>> halves = halves(reader);
    Supplier<Narrowing> narrowing = () -> new Narrowing(judge, languages, segments, without, keep);
    if (halves.size() == 1) {
      return merged(keep, List.of(narrowing.get().all(halves.get(0))));
    }
    // The pool's worker may be at another lookup; join then does the half here.
    ForkJoinTask<Narrowing> other =
        ForkJoinPool.commonPool().submit(() -> narrowing.get().all(halves.get(1)));
    Narrowing own = narrowing.get().all(halves.get(0));
    try {
      return merged(keep, List.of(own, other.get()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The lookup was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IOException("A half of the index cannot be read.", e.getCause());
    }
  }

  /** The segments in two halves of about the same size, or in one if that is not worth a thread. */
  private static List<List<LeafReaderContext>> halves(DirectoryReader reader) {
    List<LeafReaderContext> largestFirst = new ArrayList<>(reader.leaves());
    largestFirst.sort(
        Comparator.comparingInt((LeafReaderContext leaf) -> leaf.reader().maxDoc()).reversed());
    List<LeafReaderContext> one = new ArrayList<>();
    List<LeafReaderContext> two = new ArrayList<>();
    int more = 0;
    for (LeafReaderContext leaf : largestFirst) {
      boolean first = more <= 0;
      (first ? one : two).add(leaf);
      more += first ? leaf.reader().maxDoc() : -leaf.reader().maxDoc();
    }
    int second = two.stream().mapToInt(leaf -> leaf.reader().maxDoc()).sum();
    return second < WORTH_A_THREAD ? List.of(reader.leaves()) : List.of(one, two);
  }

  private Narrowing all(List<LeafReaderContext> leaves) throws IOException {
    if (threshold <= 101 && !judge.memories().isEmpty()) {
      for (LeafReaderContext leaf : leaves) {
        segment(leaf.reader());
      }
    }
    return this;
  }

  /**
   * The best of all parts. What one part let go is behind as many as are kept here, so it is behind
   * all of these too.
   */
  private static Candidates merged(int keep, List<Narrowing> parts) {
    Map<Long, Ranked> best = new HashMap<>();
    for (Narrowing part : parts) {
      part.best.forEach(
          (unit, ranked) -> best.merge(unit, ranked, BinaryOperator.minBy(Ranked.ORDER)));
    }
    List<Ranked> ranked = best.values().stream().sorted(Ranked.ORDER).limit(keep).toList();
    boolean cut = ranked.size() < best.size() || parts.stream().anyMatch(part -> part.cut);
    return new Candidates(ranked, cut);
  }

  /** How many words a text of m words must share. */
  private int need(int m) {
    int most = Math.max(n, m);
    return most - Scorer.mostCost(threshold, most) / 2;
  }

  /** The most words that a text may have if it shares at most so many. */
  private int longest(int shared) {
    int m =
        threshold > Scorer.BEST_FUZZY ? shared : (int) Math.min(100L * shared / threshold, 1 << 30);
    while (need(m) > shared) {
      m--;
    }
    while (need(m + 1) <= shared) {
      m++;
    }
    return m;
  }

  private void segment(LeafReader reader) throws IOException {
    Terms terms = reader.terms(IndexDocuments.STEMS);
    if (terms == null) {
      return;
    }
    TermsEnum dictionary = terms.iterator();
    if (n == 0) {
      wordless(reader, dictionary);
      return;
    }
    List<Listed> listed = new ArrayList<>(stems.size());
    for (Stem stem : stems) {
      boolean there = dictionary.seekExact(IndexDocuments.stemTerm(stem.hash));
      if (there) {
        listed.add(new Listed(stem, dictionary.docFreq(), dictionary.termState()));
      }
    }
    listed.sort(Comparator.comparingInt(Listed::documents));
    // Stems that the segment lacks are looked up, so to say, first of all: they have no documents.
    int left = listed.stream().mapToInt(l -> l.stem.words).sum();
    if (left < least) {
      return;
    }
    Lengths lengths = segments.lengths(reader);
    int first = lengths.start(IndexDocuments.lengthKey(from, least));
    int end = lengths.start(IndexDocuments.lengthKey(from, longest(n)) + 1);
    if (first >= end) {
      return;
    }
    try (Hits hits = segments.hits(first, end)) {
      narrow(reader, dictionary, listed, left, lengths, hits);
    }
  }

  private void narrow(
      LeafReader reader,
      TermsEnum dictionary,
      List<Listed> listed,
      int words,
      Lengths lengths,
      Hits hits)
      throws IOException {
    int left = words;
    int next = 0;
    while (next < listed.size() && left >= least) {
      Listed list = listed.get(next++);
      // Behind this place are texts so long that they share stems looked up before, or are out.
      int until =
          Math.min(hits.end(), lengths.start(IndexDocuments.lengthKey(from, longest(left)) + 1));
      hits.add(list.postings(dictionary), list.stem.words, until);
      left -= list.stem.words;
    }
    hits.drop(least - left);
    // More stems cost passing over their lists, and save scoring the texts that they rule out.
    while (next < listed.size() && listed.get(next).documents < (long) hits.count() * SCORING) {
      Listed list = listed.get(next++);
      hits.addToKnown(list.postings(dictionary), list.stem.words);
      left -= list.stem.words;
      hits.drop(least - left);
    }
    score(reader, hits, left, lengths);
  }

  private void wordless(LeafReader reader, TermsEnum dictionary) throws IOException {
    if (!dictionary.seekExact(IndexDocuments.wordlessTerm(from, judge.source().text().plain()))) {
      return;
    }
    PostingsEnum postings = dictionary.postings(null, PostingsEnum.NONE);
    BinaryDocValues values = reader.getBinaryDocValues(IndexDocuments.TEXT);
    Bits live = reader.getLiveDocs();
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
        text.read(values.binaryValue());
        if (text.words() == 0) {
          consider(text.sameWords(kinds));
        }
      }
    }
  }

  private void score(LeafReader reader, Hits hits, int left, Lengths lengths) throws IOException {
    if (hits.count() == 0) {
      return;
    }
    BinaryDocValues values = reader.getBinaryDocValues(IndexDocuments.TEXT);
    Bits live = reader.getLiveDocs();
    hits.sort();
    // How long a text is shows from its place: fewer need to be read.
    int length = least;
    int longer = lengths.start(IndexDocuments.lengthKey(from, length) + 1);
    for (int i = 0; i < hits.count(); i++) {
      int doc = hits.document(i);
      while (doc >= longer) {
        length++;
        longer = lengths.start(IndexDocuments.lengthKey(from, length) + 1);
      }
      if (hits.of(doc) + left < need(length)) {
        continue;
      }
      if ((live != null && !live.get(doc)) || !values.advanceExact(doc)) {
        continue;
      }
      text.read(values.binaryValue());
      int m = text.words();
      if (hits.of(doc) + left < need(m)) {
        continue;
      }
      if (text.wordsAreElsewhere()) {
        // Only the database can tell; until it does, the text may be anything.
        consider(100);
        continue;
      }
      int most = Math.max(n, m);
      int doubled = words.doubled(text, Scorer.mostCost(threshold, most));
      consider(doubled == 0 ? text.sameWords(kinds) : Scorer.fuzzyScore(doubled, most));
    }
  }

  /** Keeps the unit just read if it may be among the best. */
  private void consider(int plain) {
    Memory memory = judge.memories().get(text.memoryId());
    if (memory == null || !text.mayHave(toBit)) {
      return;
    }
    boolean context =
        plain == 100
            && judge.knowsNeighbours()
            && text.maySeeNeighbours(IndexedText.neighbours(judge.before(), judge.after()));
    int score = (context ? 101 : plain) - memory.penalty();
    if (score < judge.query().threshold() || without.contains(text.unitId())) {
      return;
    }
    Ranked ranked = new Ranked(score, memory.priority(), text.place(), text.unitId());
    Ranked known = best.get(ranked.unitId());
    if (known != null) {
      if (Ranked.ORDER.compare(ranked, known) < 0) {
        worstFirst.remove(known);
        best.put(ranked.unitId(), ranked);
        worstFirst.add(ranked);
      }
      return;
    }
    best.put(ranked.unitId(), ranked);
    worstFirst.add(ranked);
    if (best.size() > keep) {
      best.remove(worstFirst.poll().unitId());
      cut = true;
      raise();
    }
  }

  /** With enough kept, a unit must reach the worst of them; before penalties, at least as much. */
  private void raise() {
    int plain =
        judge.memories().values().stream().mapToInt(Memory::penalty).min().orElse(0)
            + worstFirst.peek().score();
    // A context match comes from a text that scores 100.
    threshold = Math.max(threshold, Math.min(plain, 100));
    least = need(n);
  }
}
