package dragoman.memory;

import dragoman.text.Tag;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * What the index keeps of a variant to score it without the database, as bytes.
 *
 * <p>Words, kinds of difference and neighbours are kept as hashes. Two different things with one
 * hash look equal, so a score from here is never below the true one; the texts decide at the end.
 */
final class IndexedText {
  /** More words than this are not kept, since a value in the index has 32 kB at most. */
  static final int MOST_WORDS = 3_500;

  private static final int MOST_CONTEXTS = 100;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int MEMORY = 0;
  private static final int UNIT = 8;
  private static final int PLACE = 16;
  private static final int LANGUAGES = 24;
  private static final int TEXT = 32;
  private static final int NUMBERS = 40;
  private static final int FORMS = 44;
  private static final int GAPS = 48;
  private static final int TAGS = 52;
  private static final int WORDS = 56;
  private static final int CONTEXTS = 60;
  private static final int HEADER = 64;

  private byte[] bytes;
  private int start;

  /** Hashes of what may differ between texts with the same words. */
  record Kinds(long text, int numbers, int forms, int gaps, int tags) {
    static Kinds of(String languageKey, Analysis analysis) {
      Hash64 numbers = new Hash64();
      Hash64 forms = new Hash64();
      Hash64 gaps = new Hash64();
      String plain = analysis.text().plain();
      int end = 0;
      for (var word : analysis.words()) {
        (word.number() ? numbers : forms).add(word.form());
        gaps.add(plain, end, word.start());
        end = word.end();
      }
      gaps.add(plain, end, plain.length());
      Hash64 tags = new Hash64();
      for (Tag tag : analysis.text().tags()) {
        tags.add(analysis.wordsBefore(tag.at())).add(tag.kind().ordinal());
        tags.add(tag.id()).add(tag.label());
      }
      return new Kinds(
          Identity.hash(languageKey, analysis.text()),
          (int) numbers.value(),
          (int) forms.value(),
          (int) gaps.value(),
          (int) tags.value());
    }
  }

  /** The bytes for a variant. */
  static BytesRef of(
      UnitRows.Placed placed, long languages, String languageKey, Analysis analysis) {
    List<Long> contexts =
        placed.contexts().stream()
            .filter(c -> c.languageKey().equals(languageKey))
            .filter(c -> c.before().isPresent() && c.after().isPresent())
            .map(c -> neighbours(c.before().get(), c.after().get()))
            .distinct()
            .toList();
    boolean many = contexts.size() > MOST_CONTEXTS;
    int kept = many ? 0 : contexts.size();
    int words = analysis.length() > MOST_WORDS ? 0 : analysis.length();
    byte[] bytes = new byte[HEADER + 8 * (kept + words)];
    Kinds kinds = Kinds.of(languageKey, analysis);
    LONG.set(bytes, MEMORY, placed.unit().memoryId());
    LONG.set(bytes, UNIT, placed.unit().id());
    LONG.set(bytes, PLACE, placed.place());
    LONG.set(bytes, LANGUAGES, languages);
    LONG.set(bytes, TEXT, kinds.text());
    INT.set(bytes, NUMBERS, kinds.numbers());
    INT.set(bytes, FORMS, kinds.forms());
    INT.set(bytes, GAPS, kinds.gaps());
    INT.set(bytes, TAGS, kinds.tags());
    INT.set(bytes, WORDS, analysis.length());
    INT.set(bytes, CONTEXTS, many ? -1 : kept);
    int at = HEADER;
    for (int i = 0; i < kept; i++, at += 8) {
      LONG.set(bytes, at, contexts.get(i).longValue());
    }
    for (int i = 0; i < words; i++, at += 8) {
      LONG.set(bytes, at, analysis.lexemes()[i].token());
    }
    return new BytesRef(bytes);
  }

  /** One hash for both neighbours. */
  static long neighbours(long before, long after) {
    return Long.rotateLeft(before, 1) * 31 + after;
  }

  /** A bit for each language: set means perhaps, clear means no. */
  static long languageBits(Collection<String> keys) {
    long bits = 0;
    for (String key : keys) {
      bits |= languageBit(key);
    }
    return bits;
  }

  static long languageBit(String key) {
    return 1L << (Hash64.of(key) & 63);
  }

  /** Looks at other bytes from now on. */
  void read(BytesRef value) {
    bytes = value.bytes;
    start = value.offset;
  }

  long memoryId() {
    return (long) LONG.get(bytes, start + MEMORY);
  }

  long unitId() {
    return (long) LONG.get(bytes, start + UNIT);
  }

  long place() {
    return (long) LONG.get(bytes, start + PLACE);
  }

  boolean mayHave(long languageBit) {
    return ((long) LONG.get(bytes, start + LANGUAGES) & languageBit) != 0;
  }

  int words() {
    return (int) INT.get(bytes, start + WORDS);
  }

  /** Whether there are too many words to be kept here. */
  boolean wordsAreElsewhere() {
    return words() > MOST_WORDS;
  }

  long token(int word) {
    int contexts = Math.max(0, (int) INT.get(bytes, start + CONTEXTS));
    return (long) LONG.get(bytes, start + HEADER + 8 * (contexts + word));
  }

  /** Whether words with these stems, and maybe with others of the same hash, follow each other. */
  boolean saysInOrder(long[] stems) {
    int words = words();
    for (int from = 0; from + stems.length <= words; from++) {
      int i = 0;
      while (i < stems.length && Analysis.Lexeme.stemOf(token(from + i)) == stems[i]) {
        i++;
      }
      if (i == stems.length) {
        return true;
      }
    }
    return false;
  }

  long[] tokens() {
    long[] tokens = new long[words()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = token(i);
    }
    return tokens;
  }

  /** The score, 100 at most, of a text whose words are the same. */
  int sameWords(Kinds query) {
    if ((long) LONG.get(bytes, start + TEXT) == query.text()) {
      return 100;
    }
    int differ = 0;
    differ += (int) INT.get(bytes, start + NUMBERS) == query.numbers() ? 0 : 1;
    differ += (int) INT.get(bytes, start + FORMS) == query.forms() ? 0 : 1;
    differ += (int) INT.get(bytes, start + GAPS) == query.gaps() ? 0 : 1;
    differ += (int) INT.get(bytes, start + TAGS) == query.tags() ? 0 : 1;
    // The text is another one, so there is a difference: tags at other places between the same
    // words.
    return 100 - Math.max(1, differ);
  }

  boolean maySeeNeighbours(long neighbours) {
    int contexts = (int) INT.get(bytes, start + CONTEXTS);
    if (contexts < 0) {
      return true;
    }
    for (int i = 0; i < contexts; i++) {
      if ((long) LONG.get(bytes, start + HEADER + 8 * i) == neighbours) {
        return true;
      }
    }
    return false;
  }
}
