package dragoman.alignment;

import java.util.Iterator;

/** Which of two texts is worked on as the source, the same whichever is called so. */
final class Order {
  private Order() {}

  static boolean swapped(TextPair pair) {
    int byLanguage = pair.source().language().compareTo(pair.target().language());
    return (byLanguage != 0 ? byLanguage : compare(pair.source(), pair.target())) > 0;
  }

  private static int compare(Text first, Text second) {
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
