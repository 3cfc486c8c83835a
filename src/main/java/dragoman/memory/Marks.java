package dragoman.memory;

/** Punctuation marks as a repair compares them. */
final class Marks {
  static final String QUOTES = "\"“”„«»‟‹›";
  private static final String SINGLE = "'’‘ʼ‚";
  private static final String DASHES = "-–—―‑−";

  private Marks() {}

  /** One sign for marks that differ in shape alone. */
  static String key(String mark) {
    if (QUOTES.contains(mark)) {
      return "\"";
    }
    if (SINGLE.contains(mark)) {
      return "'";
    }
    return DASHES.contains(mark) ? "-" : mark.equals("…") ? "." : mark;
  }

  static boolean endsSentence(String key) {
    return ".!?".contains(key);
  }
}
