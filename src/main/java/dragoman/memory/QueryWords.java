package dragoman.memory;

/**
 * The words of a query made ready to be held against many texts: which places of the query hold a
 * word, as bits. For queries of 64 words at most; {@link WordDistance} does the longer ones.
 */
final class QueryWords {
  static final int MOST = 64;

  private final long[] tokens;
  private final Places stems;
  private final Places forms;

  QueryWords(long[] tokens) {
    this.tokens = tokens;
    boolean ready = tokens.length <= MOST && tokens.length > 0;
    stems = ready ? new Places(tokens, Analysis.Lexeme.FORM_BITS) : null;
    forms = ready ? new Places(tokens, 0) : null;
  }

  /** The doubled cost between query and text; where it is above {@code most}, anything above. */
  int doubled(IndexedText text, int most) {
    if (stems == null) {
      return WordDistance.doubled(tokens, text.tokens(), most);
    }
    int length = text.words();
    int least = 2 * cost(text, length, stems);
    if (least > most) {
      return least;
    }
    int highest = 2 * cost(text, length, forms);
    return least == highest ? least : WordDistance.doubled(tokens, text.tokens(), most);
  }

  /** Levenshtein distance by bits (Myers 1999), in one word of 64. */
  private int cost(IndexedText text, int length, Places places) {
    long up = -1L;
    long down = 0;
    long last = 1L << (tokens.length - 1);
    int cost = tokens.length;
    for (int i = 0; i < length; i++) {
      long equal = places.of(text.token(i));
      long vertical = equal | down;
      long horizontal = (((equal & up) + up) ^ up) | equal;
      long plus = down | ~(horizontal | up);
      long minus = up & horizontal;
      if ((plus & last) != 0) {
        cost++;
      } else if ((minus & last) != 0) {
        cost--;
      }
      plus = (plus << 1) | 1L;
      minus <<= 1;
      up = minus | ~(vertical | plus);
      down = plus & vertical;
    }
    return cost;
  }

  /** A table from word to the places that hold it, open addressing. */
  private static final class Places {
    private final int shift;
    private final int mask;
    private final long[] words;
    private final long[] places;

    Places(long[] tokens, int shift) {
      this.shift = shift;
      int size = Integer.highestOneBit(Math.max(8, tokens.length * 4 - 1)) << 1;
      mask = size - 1;
      words = new long[size];
      places = new long[size];
      for (int i = 0; i < tokens.length; i++) {
        long word = tokens[i] >>> shift;
        int slot = slot(word);
        while (places[slot] != 0 && words[slot] != word) {
          slot = (slot + 1) & mask;
        }
        words[slot] = word;
        places[slot] |= 1L << i;
      }
    }

    long of(long token) {
      long word = token >>> shift;
      int slot = slot(word);
      while (places[slot] != 0) {
        if (words[slot] == word) {
          return places[slot];
        }
        slot = (slot + 1) & mask;
      }
      return 0;
    }

    private int slot(long word) {
      return (int) ((word * 0x9e3779b97f4a7c15L) >>> 40) & mask;
    }
  }
}
