package dragoman.alignment;

/**
 * The punctuation of a sentence, counted by what it does whatever the script.
 *
 * @param inner sentence ends that stand inside: more than none where a desk joined sentences
 * @param questions question marks
 * @param exclamations exclamation marks
 * @param quotes quotation marks
 * @param brackets brackets, opening and closing
 * @param pauses commas, semicolons, colons and dashes
 */
record Marks(int inner, int questions, int exclamations, int quotes, int brackets, int pauses) {
  private static final int SHORTEST_LAST_WORD = 3;

  static Marks of(String sentence) {
    int[] counts = new int[6];
    int length = sentence.length();
    for (int i = 0; i < length; i++) {
      char c = sentence.charAt(i);
      switch (c) {
        case '?', '؟', '՞', ';' -> counts[c == ';' ? 5 : 1]++;
        case '!', '՜' -> counts[2]++;
        case '"', '“', '”', '„', '«', '»', '‹', '›', '‟' -> counts[3]++;
        case '(', ')', '[', ']' -> counts[4]++;
        case ',', '،', '؛', '—', '–', '՝' -> counts[5]++;
        case ':' -> counts[5]++;
        default -> {}
      }
      if (endsInside(sentence, i)) {
        counts[0]++;
      }
    }
    return new Marks(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
  }

  /** Whether a sentence seems to end at a place before the text does. */
  private static boolean endsInside(String text, int at) {
    char c = text.charAt(at);
    boolean armenian = c == '։' || c == ':' && at > 0 && isArmenian(text.charAt(at - 1));
    if (".!?؟…।".indexOf(c) < 0 && !armenian) {
      return false;
    }
    int after = at + 1;
    while (after < text.length() && "\"”»’'›)]“".indexOf(text.charAt(after)) >= 0) {
      after++;
    }
    int space = after;
    while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
      after++;
    }
    if (after == space || after >= text.length()) {
      return false;
    }
    while (after < text.length() && !Character.isLetterOrDigit(text.charAt(after))) {
      after++;
    }
    if (after >= text.length()
        || Character.isLowerCase(text.charAt(after)) && bicameral(text.charAt(after))) {
      return false;
    }
    return c != '.' || lettersBefore(text, at) >= SHORTEST_LAST_WORD;
  }

  private static boolean isArmenian(char c) {
    return c >= '\u0530' && c <= '\u058F';
  }

  /**
   * Whether the script of a letter has capitals in use; Georgian has them, and does not use them.
   */
  private static boolean bicameral(char c) {
    return c < '\u10A0' || c > '\u10FF';
  }

  private static int lettersBefore(String text, int at) {
    int i = at;
    while (i > 0 && "\"”»’'›)]".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    if (i < at) {
      return SHORTEST_LAST_WORD;
    }
    int letters = 0;
    while (i > 0 && Character.isLetterOrDigit(text.charAt(i - 1))) {
      if (Character.isDigit(text.charAt(i - 1))) {
        return SHORTEST_LAST_WORD;
      }
      letters++;
      i--;
    }
    return letters;
  }
}
