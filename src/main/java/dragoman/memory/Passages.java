package dragoman.memory;

import dragoman.language.CommonWords;
import dragoman.language.LanguageTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/**
 * What of a sentence other texts say word by word, by the index. Two words that are not common are
 * the least of a passage, so only texts that share two are read; of very many texts some are.
 */
final class Passages {
  /** A sentence is looked at up to this word. */
  static final int MOST_WORDS = 120;

  /** Texts so short are read for one word that they share. */
  private static final int SHORT = 4;

  private static final int MOST_READ = 20_000;

  /**
   * Words of the sentence that a text says one behind the other, no number among them.
   *
   * @param unit the text's
   * @param words how many words the text has
   * @param from the first word of the sentence
   * @param to behind the last
   * @param exact whether in the same forms
   */
  record Passage(long unit, int words, int from, int to, boolean exact) {}

  /** A text that says nothing else than these words of the sentence, as far as hashes tell. */
  record Whole(long unit, int from, int to) {}

  private final long[] tokens;
  private final boolean[] number;
  private final boolean[] content;
  private final Predicate<IndexedText> wanted;
  private final IndexedText text = new IndexedText();
  private final List<Passage> passages = new ArrayList<>();
  private final Set<Whole> wholes = new LinkedHashSet<>();
  private int read;

  private Passages(
      LanguageTag language, Analysis sentence, StemLists lists, Predicate<IndexedText> wanted)
      throws IOException {
    int n = Math.min(sentence.length(), MOST_WORDS);
    tokens = new long[n];
    number = new boolean[n];
    content = new boolean[n];
    this.wanted = wanted;
    for (int i = 0; i < n; i++) {
      tokens[i] = sentence.lexemes()[i].token();
      number[i] = sentence.words().get(i).number();
      content[i] =
          !number[i]
              && !CommonWords.has(language, sentence.lexemes()[i].folded())
              && !lists.common(stem(i));
    }
  }

  /**
   * Reads what the index has.
   *
   * @param lists of the sentence's language
   * @param wanted whether a text is of a unit that may be used
   */
  static Passages of(
      LanguageTag language,
      Analysis sentence,
      DirectoryReader reader,
      Segments segments,
      StemLists lists,
      Predicate<IndexedText> wanted)
      throws IOException {
    Passages passages = new Passages(language, sentence, lists, wanted);
    for (LeafReaderContext leaf : reader.leaves()) {
      int first = lists.start(leaf.reader(), 1);
      int longer = lists.start(leaf.reader(), SHORT + 1);
      int end = lists.start(leaf.reader(), Integer.MAX_VALUE);
      passages.read(leaf.reader(), segments, first, longer, 1);
      passages.read(leaf.reader(), segments, longer, end, 2);
    }
    return passages;
  }

  List<Passage> passages() {
    return passages;
  }

  Set<Whole> wholes() {
    return wholes;
  }

  int words() {
    return tokens.length;
  }

  /** Whether a word is neither a number nor common: a passage begins and ends with such. */
  boolean content(int word) {
    return content[word];
  }

  boolean number(int word) {
    return number[word];
  }

  long stem(int word) {
    return Analysis.Lexeme.stemOf(tokens[word]);
  }

  private void read(LeafReader leaf, Segments segments, int first, int end, int shared)
      throws IOException {
    if (first >= end) {
      return;
    }
    try (Hits hits = segments.hits(first, end)) {
      Set<Long> stems = new LinkedHashSet<>();
      for (int i = 0; i < tokens.length; i++) {
        if (content[i] && stems.add(stem(i))) {
          var list = StemLists.list(leaf, stem(i));
          if (list.isPresent()) {
            hits.add(list.get(), 1, end);
          }
        }
      }
      hits.drop(shared);
      hits.sort();
      read(leaf, hits);
    }
  }

  private void read(LeafReader leaf, Hits hits) throws IOException {
    BinaryDocValues values = leaf.getBinaryDocValues(IndexDocuments.TEXT);
    Bits live = leaf.getLiveDocs();
    for (int i = 0; i < hits.count() && read < MOST_READ; i++) {
      int doc = hits.document(i);
      if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
        text.read(values.binaryValue());
        if (!text.wordsAreElsewhere() && wanted.test(text)) {
          read++;
          compare(text.unitId(), text.tokens());
        }
      }
    }
  }

  private void compare(long unit, long[] said) {
    int n = tokens.length;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < said.length; k++) {
        boolean begins = same(i, said, k) && !(i > 0 && k > 0 && same(i - 1, said, k - 1));
        if (begins) {
          run(unit, said, i, k);
        }
      }
      if (said.length <= n - i && said.length < n && whole(said, i)) {
        wholes.add(new Whole(unit, i, i + said.length));
      }
    }
  }

  private void run(long unit, long[] said, int from, int k) {
    int to = from;
    boolean exact = true;
    int at = k;
    while (to < tokens.length && at < said.length && same(to, said, at)) {
      exact &= tokens[to] == said[at];
      to++;
      at++;
    }
    if (to - from > 1) {
      passages.add(new Passage(unit, said.length, from, to, exact));
    }
  }

  private boolean same(int word, long[] said, int k) {
    return !number[word] && stem(word) == Analysis.Lexeme.stemOf(said[k]);
  }

  private boolean whole(long[] said, int from) {
    for (int k = 0; k < said.length; k++) {
      if (tokens[from + k] != said[k]) {
        return false;
      }
    }
    return true;
  }
}
