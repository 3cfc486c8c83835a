package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.segmentation.SrxDocument;
import dragoman.segmentation.SrxRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The desk's rules as an SRX document: a list for each language, one for every language behind. */
final class SrxExport {
  /** Stands before the names of the desk's lists. */
  static final String DESK = "Desk: ";

  /** Stands behind the name of a list whose rules are not used: no language maps to it. */
  static final String DISABLED = " (disabled)";

  private static final String EVERY = DESK + "every language";

  private SrxExport() {}

  /**
   * The document.
   *
   * @param rules in the order in which they are tried
   */
  static SrxDocument of(List<DeskRule> rules, boolean bundled) {
    Map<String, List<DeskRule>> byKey = new TreeMap<>();
    Map<String, LanguageTag> languages = new TreeMap<>();
    List<DeskRule> every = new ArrayList<>();
    for (DeskRule rule : rules) {
      rule.language().ifPresent(language -> languages.putIfAbsent(rule.key(), language));
      (rule.language().isEmpty()
              ? every
              : byKey.computeIfAbsent(rule.key(), key -> new ArrayList<>()))
          .add(rule);
    }
    Map<String, List<SrxRule>> lists = new LinkedHashMap<>();
    List<SrxDocument.LanguageMap> maps = new ArrayList<>();
    byKey.forEach(
        (key, own) -> {
          String tag = tag(languages.get(key));
          put(DESK + tag, pattern(tag, languages.values()), own, lists, maps);
        });
    put(EVERY, ".*", every, lists, maps);
    if (bundled) {
      lists.putAll(SrxDocument.bundled().rules());
      maps.addAll(SrxDocument.bundled().maps());
    }
    return new SrxDocument(true, lists, maps);
  }

  private static void put(
      String name,
      String pattern,
      List<DeskRule> rules,
      Map<String, List<SrxRule>> lists,
      List<SrxDocument.LanguageMap> maps) {
    lists.put(name, list(rules, true));
    maps.add(new SrxDocument.LanguageMap(Pattern.compile(pattern), name));
    List<SrxRule> disabled = list(rules, false);
    if (!disabled.isEmpty()) {
      lists.put(name + DISABLED, disabled);
    }
  }

  private static List<SrxRule> list(List<DeskRule> rules, boolean enabled) {
    List<SrxRule> list = new ArrayList<>();
    for (DeskRule rule : rules) {
      if (rule.enabled() == enabled) {
        for (SrxRule srx : rule.srx()) {
          list.add(new SrxRule(srx.breaks(), srx.before(), srx.after(), srx.name(), comment(rule)));
        }
      }
    }
    return list;
  }

  /** What stands above a rule; {@link SrxImport} knows an abbreviation again by it. */
  static String comment(DeskRule rule) {
    if (rule.kind() != DeskRule.Kind.ABBREVIATION) {
      return rule.comment();
    }
    String called = "abbreviation “" + rule.text() + "”";
    return rule.comment().isEmpty() ? called : called + ": " + rule.comment();
  }

  /** Language, and script where it is not the likely one: what decides whether tags meet. */
  static String tag(LanguageTag language) {
    String alone = language.language();
    return LanguageTag.of(alone).meets(language) ? alone : alone + "-" + language.script();
  }

  private static String pattern(String tag, Iterable<LanguageTag> all) {
    TreeSet<String> others = new TreeSet<>();
    for (LanguageTag other : all) {
      if (tag(other).startsWith(tag + "-")) {
        others.add(tag(other).substring(tag.length()));
      }
    }
    return tag + (others.isEmpty() ? "" : "(?!" + String.join("|", others) + ")") + "(-.*)?";
  }
}
