package dragoman.alignment;

import java.util.Iterator;

/** Which of the texts is worked on as the source, the same whichever is called so. */
final class Order {
  private Order() {}

  static boolean swapped(TextPair pair) {
    return compare(pair.source(), pair.target()) > 0;
  }

  /** By language, then by what they say: the same however they are handed in. */
  static int compare(Text first, Text second) {
    int byLanguage = first.language().compareTo(second.language());
    return byLanguage != 0 ? byLanguage : bySentences(first, second);
  }

  private static int bySentences(Text first, Text second) {
    Iterator<String> others = second.sentences().iterator();
    for (String sentence : first.sentences()) {
      if (!others.hasNext()) {
        return 1;
      }
      int difference = sentence.compareTo(others.next());
      if (difference != 0) {
        return difference;
      }
    }
    return others.hasNext() ? -1 : 0;
  }
}
