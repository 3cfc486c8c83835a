package dragoman.memory;

import dragoman.language.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * Cuts texts into the terms by which the index finds any part of a text.
 *
 * <p><b>Why none is lost.</b> Where a text is cut depends on single characters alone, never on what
 * stands around them. So if a text holds a part, it holds the part's inner terms whole, its first
 * term as the end of a term, its last as the beginning of one, or its only term within one. That
 * holds for {@linkplain dragoman.language.Casing#folded folded} texts and for {@linkplain
 * Folding#searchKey keys} alike: a character parts terms if it is a space in the key, and a key is
 * made character by character. Texts for which that cannot be said (a character whose key is itself
 * of two words, as ½; a term too long) have the term {@link #WILD}, and may hold anything.
 */
final class WordTerms {
  /** The term of a text that may hold anything. */
  static final BytesRef WILD = new BytesRef(new byte[] {2});

  private static final char SYMBOL = 1;
  private static final int LONGEST = 256;
  private static final byte WORD = 0;
  private static final byte GAP = 1;
  private static final byte MIXED = 2;
  private static final byte ALONE = 3;
  private static final byte[] KINDS = new byte[0x3000];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      KINDS[c] = made(c);
    }
  }

  private final List<Part> words = new ArrayList<>();
  private final Set<Integer> symbols = new LinkedHashSet<>();
  private boolean wild;

  /**
   * A term of a text that is looked for.
   *
   * @param text never empty
   * @param begins whether the term begins where the part does
   * @param ends whether the term ends where the part does
   */
  record Part(String text, boolean begins, boolean ends) {
    boolean whole() {
      return begins && ends;
    }
  }

  private WordTerms(String text) {
    int start = -1;
    for (int i = 0, size; i < text.length(); i += size) {
      int c = text.codePointAt(i);
      size = Character.charCount(c);
      byte kind = kind(c);
      if (kind == GAP || kind == ALONE) {
        if (start >= 0) {
          words.add(new Part(text.substring(start, i), start > 0, true));
          start = -1;
        }
        if (kind == ALONE) {
          words.add(new Part(text.substring(i, i + size), true, true));
        } else if (c != ' ') {
          symbols.add(c);
        }
      } else {
        wild |= kind == MIXED;
        if (start < 0) {
          start = i;
        }
        wild |= i + size - start > LONGEST;
      }
    }
    if (start >= 0) {
      words.add(new Part(text.substring(start), start > 0, false));
    }
  }

  /** The terms of a whole folded text. */
  static BytesRef[] of(String folded) {
    WordTerms cut = new WordTerms(folded);
    List<BytesRef> terms = new ArrayList<>(cut.words.size() + cut.symbols.size() + 1);
    for (Part word : cut.words) {
      if (word.text.length() <= LONGEST) {
        terms.add(new BytesRef(word.text));
      }
    }
    for (int symbol : cut.symbols) {
      terms.add(new BytesRef(symbol(symbol)));
    }
    if (cut.wild) {
      terms.add(WILD);
    }
    return terms.toArray(BytesRef[]::new);
  }

  /** The terms of a folded text, or a key, of which a part is looked for. */
  static List<Part> parts(String text) {
    WordTerms cut = new WordTerms(text);
    List<Part> parts = new ArrayList<>(cut.words);
    for (int symbol : cut.symbols) {
      parts.add(new Part(symbol(symbol), true, true));
    }
    return parts;
  }

  private static String symbol(int c) {
    return new StringBuilder().append(SYMBOL).appendCodePoint(c).toString();
  }

  private static byte kind(int c) {
    if (c < KINDS.length) {
      return KINDS[c];
    }
    return c >= 0xAC00 && c <= 0xD7A3 ? WORD : made(c);
  }

  private static byte made(int c) {
    String key =
        Folding.searchKey(new StringBuilder("a").appendCodePoint(c).append('a').toString());
    String own = key.substring(1, key.length() - 1);
    if (own.equals(" ")) {
      return GAP;
    }
    boolean alone = own.codePoints().anyMatch(WordTerms::alone);
    if (own.indexOf(' ') >= 0 || alone && own.codePointCount(0, own.length()) > 1) {
      return MIXED;
    }
    return alone(c) ? ALONE : alone ? MIXED : WORD;
  }

  /** Whether a character is a term of its own, since its script has no spaces. */
  private static boolean alone(int c) {
    return Character.isIdeographic(c)
        || c >= 0x3040 && c <= 0x30FF
        || c >= 0x31F0 && c <= 0x31FF
        || c >= 0xFF66 && c <= 0xFF9F;
  }
}
