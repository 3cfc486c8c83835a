package dragoman.language;

import com.ibm.icu.text.Transliterator;

/** Whether two words, of any script, may be spellings of one name. */
public final class LookAlike {
  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

  private LookAlike() {}

  /** The word in plain small Latin letters, roughly as it sounds. */
  public static String skeleton(String word) {
    return LATIN.transliterate(word).replaceAll("[^a-z0-9]", "");
  }

  /**
   * Whether two skeletons differ little: the shorter is as long as four letters or more and a third
   * of its letters at most differ from the beginning of the other.
   */
  public static boolean alike(String one, String other) {
    int length = Math.min(one.length(), other.length());
    if (length < 4) {
      return one.equals(other);
    }
    String start = one.length() > length ? one.substring(0, length) : one;
    String otherStart = other.length() > length ? other.substring(0, length) : other;
    return distance(start, otherStart) <= length / 3;
  }

  /** The least number of letters to insert, delete or exchange (Levenshtein). */
  public static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
