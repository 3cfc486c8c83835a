package dragoman.segmentation;

import java.util.List;

/**
 * Tells a rule that breaks behind any word with a full stop from one that looks at certain words:
 * tried on words that no language has, nothing but the stop can be what it matches.
 */
final class GeneralBreak {
  private static final List<String> WORDS =
      List.of(
          "wqzkv", "Wqzkv", "щъфцж", "Щъфцж", "ظغثقض", "ճղքձփ", "Ճղքձփ", "ჭღქძფ", "צטקגפ", "क्षठढ");
  private static final List<String> STOPS = List.of(".", "!", "?", "…", "؟", "۔", "։", "।");

  private GeneralBreak() {}

  static boolean is(SrxRule rule) throws SrxException {
    if (!rule.breaks()) {
      return false;
    }
    Rules alone = new Rules(List.of(rule));
    boolean[] broke = new boolean[1];
    for (String word : WORDS) {
      for (String stop : STOPS) {
        int place = word.length() + stop.length();
        String text = word + stop + " " + word + " " + word;
        alone.decide(
            text, 0, text.length(), (at, by) -> broke[0] |= at == place || at == place + 1);
        if (broke[0]) {
          return true;
        }
      }
    }
    return false;
  }
}
