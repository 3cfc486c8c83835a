package dragoman.storage;

/**
 * What a name or a note may be made of. U+0000 and half of a surrogate pair no database keeps,
 * other control characters nobody sees, and XML has no way to write them.
 */
public final class Characters {
  private Characters() {}

  /**
   * Refuses control characters in a text of one line.
   *
   * @param what it is, as it begins a sentence, as {@code The name}
   * @throws IllegalArgumentException if it holds one; the message says which, and where
   */
  public static void checkLine(String what, String text) {
    check(what, text, "");
  }

  /** The same for a text of many lines: tabs and line ends may stand in it. */
  public static void checkText(String what, String text) {
    check(what, text, "\t\n\r");
  }

  private static void check(String what, String text, String allowed) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      boolean none = (c & 0xFFFE) == 0xFFFE;
      if (half || none || Character.isISOControl(c) && allowed.indexOf(c) < 0) {
        throw new IllegalArgumentException(
            "%s holds a %s (U+%04X) at place %d; take it out."
                .formatted(what, half ? "broken character" : "control character", c, i + 1));
      }
      i += Character.charCount(c);
    }
  }
}
