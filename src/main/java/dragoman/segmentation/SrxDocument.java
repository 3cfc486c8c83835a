package dragoman.segmentation;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an SRX file says: named lists of rules, and which of them a language uses.
 *
 * @param cascade whether a language uses every list that maps to it, in order, or only the first
 * @param rules the lists by name
 * @param maps the mappings, in the order in which they are tried
 */
record SrxDocument(boolean cascade, Map<String, List<SrxRule>> rules, List<LanguageMap> maps) {

  /** A mapping from languages, by a pattern over their tags, to a list of rules. */
  record LanguageMap(Pattern languages, String name) {}

  SrxDocument {
    rules = Map.copyOf(rules);
    maps = List.copyOf(maps);
  }

  /** The rules of a language in the order in which they are tried. */
  List<SrxRule> rulesFor(LanguageTag language) {
    List<SrxRule> found = new ArrayList<>();
    for (LanguageMap map : maps) {
      if (map.languages().matcher(language.value()).matches()) {
        found.addAll(rules.get(map.name()));
        if (!cascade) {
          break;
        }
      }
    }
    return found;
  }
}
