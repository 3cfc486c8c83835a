package dragoman.memory;

import java.util.Locale;

/** How a match's source is like the sentence, before penalties. */
public enum Kind {
  /** The same text and tags between the same neighbours: 101. */
  CONTEXT,
  /** The same text and tags: 100. */
  EXACT,
  /** The same words: 95 to 99. */
  NEAR,
  /** Some of the words: 94 at most. */
  FUZZY;

  /** The name that the command line and HTTP use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(int score) {
    if (score > 100) {
      return CONTEXT;
    }
    if (score == 100) {
      return EXACT;
    }
    return score >= 95 ? NEAR : FUZZY;
  }
}
