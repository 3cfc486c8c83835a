package dragoman.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Declensions as a table: what a base form ends in, and what the ending may become. Several rows
 * may hold for one word; the one with the longest ending is asked first, and all are accepted.
 */
final class EndingRules {
  private final Map<String, List<Set<String>>> byEnding = new HashMap<>();
  private int longest;

  /** Adds a row: {@code "ия", "ия ии ию ией"}; {@code -} is no ending. */
  EndingRules row(String endings, String forms) {
    Set<String> set = new HashSet<>();
    for (String form : forms.split(" ")) {
      set.add(form.equals("-") ? "" : form);
    }
    for (String ending : endings.split(" ")) {
      byEnding.computeIfAbsent(ending, e -> new ArrayList<>()).add(set);
      longest = Math.max(longest, ending.length());
    }
    return this;
  }

  /** Whether a row makes the word of the base. */
  boolean make(String base, String word) {
    for (int cut = Math.min(longest, base.length() - 1); cut >= 1; cut--) {
      int at = base.length() - cut;
      if (!word.regionMatches(0, base, 0, at)) {
        continue;
      }
      List<Set<String>> rows = byEnding.get(base.substring(at));
      if (rows != null) {
        String ending = word.substring(at);
        for (Set<String> row : rows) {
          if (row.contains(ending)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** How many letters at the end of a base the rows may change at most. */
  int changed(String base) {
    for (int cut = Math.min(longest, base.length() - 1); cut >= 1; cut--) {
      if (byEnding.containsKey(base.substring(base.length() - cut))) {
        return cut;
      }
    }
    return 0;
  }
}
