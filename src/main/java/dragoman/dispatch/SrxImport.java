package dragoman.dispatch;

import dragoman.exchange.ImportReport;
import dragoman.exchange.Problem;
import dragoman.language.LanguageTag;
import dragoman.segmentation.Abbreviation;
import dragoman.segmentation.SrxDocument;
import dragoman.segmentation.SrxRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an SRX file means for the desk: its language patterns taken apart into languages, its lists
 * given to each language in the order that {@code cascade} and {@code maprules} say, and counts of
 * what becomes of them.
 */
final class SrxImport {
  /** A pattern for more languages than this means “most”, and is taken for the desk's own. */
  private static final int MOST_LANGUAGES = 30;

  private static final int MOST_PROBLEMS = 100;

  private static final List<String> DESK =
      LanguageDetector.DESK.stream().map(LanguageTag::value).toList();

  /** The desk's, and what else the program has rules for. */
  private static final List<String> RULED =
      Stream.concat(DESK.stream(), Stream.of("es", "it", "he", "hi", "zh", "ja")).toList();

  /** No language's tag: what matches it and every language matches anything. */
  private static final String UNKNOWN = "qaa";

  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z]{4})?(?![A-Za-z])");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,3}[_-](?:[A-Za-z]{2}|\\d{3})\\b");
  private static final Pattern CASED = Pattern.compile("\\[(\\p{L})(\\p{L})\\]");
  private static final Pattern ABBREVIATION =
      Pattern.compile("abbreviation “([^”]+)”(?:: (.*))?", Pattern.DOTALL);

  /**
   * A rule for the desk.
   *
   * @param line where it stands in the file; 0 where that is not known
   * @param own whether a desk has written it here, and not another program
   */
  record Found(DeskRule rule, long line, boolean own) {}

  private final SrxDocument document;

  /** Without those to the lists that the program brings itself. */
  private final List<SrxDocument.LanguageMap> maps = new ArrayList<>();

  private final List<Found> found = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private long read;
  private final List<DeskRule> added = new ArrayList<>();
  private long general;
  private long unchanged;
  private long skipped;

  private SrxImport(SrxDocument document) {
    this.document = document;
    Map<String, List<SrxRule>> bundled = SrxDocument.bundled().rules();
    document
        .rules()
        .forEach(
            (name, rules) -> {
              if (same(bundled.getOrDefault(name, List.of()), rules)) {
                read += rules.size();
                unchanged += rules.size();
                taken.add(name);
              }
            });
    for (SrxDocument.LanguageMap map : document.maps()) {
      if (!taken.contains(map.name())) {
        maps.add(map);
      }
    }
  }

  static SrxImport of(SrxDocument document) {
    SrxImport read = new SrxImport(document);
    read.read();
    return read;
  }

  /** The rules in the order in which they are to be tried. */
  List<Found> found() {
    return List.copyOf(found);
  }

  void added(DeskRule rule) {
    added.add(rule);
  }

  void general(Found rule) {
    general++;
    skipped(
        rule,
        "The rule “"
            + rule.rule().before()
            + " ¦ "
            + rule.rule().after()
            + "” breaks behind any word, against all that Dragoman knows to hold, so it is left"
            + " out; Dragoman's own rules end the sentences.");
  }

  void unchanged() {
    unchanged++;
  }

  void skipped(Found rule, String why) {
    skipped++;
    problem(rule.line(), why);
  }

  RuleImport result(boolean kept) {
    Map<String, List<DeskRule>> byKey = new LinkedHashMap<>();
    added.forEach(rule -> byKey.computeIfAbsent(rule.key(), key -> new ArrayList<>()).add(rule));
    return new RuleImport(
        new ImportReport(read, added.size(), 0, unchanged, skipped, problems, ""),
        byKey.values().stream()
            .map(
                rules ->
                    new RuleImport.Count(
                        rules.get(0).language(),
                        count(rules, DeskRule.Kind.ABBREVIATION),
                        count(rules, DeskRule.Kind.HOLD),
                        count(rules, DeskRule.Kind.BREAK)))
            .toList(),
        general,
        kept ? added.stream().map(DeskRule::id).toList() : List.of());
  }

  private static long count(List<DeskRule> rules, DeskRule.Kind kind) {
    return rules.stream().filter(rule -> rule.kind() == kind).count();
  }

  private void read() {
    Map<String, List<String>> byLanguage = new LinkedHashMap<>();
    List<String> general = new ArrayList<>();
    for (SrxDocument.LanguageMap map : maps) {
      if (isGeneral(map)) {
        general.add(map.name());
      }
    }
    Set<String> specific = new TreeSet<>();
    for (SrxDocument.LanguageMap map : maps) {
      if (!isGeneral(map)) {
        specific.addAll(languages(map));
      }
    }
    for (String language : specific) {
      byLanguage.put(language, lists(language));
    }
    boolean everywhere = document.cascade() || specific.isEmpty();
    if (everywhere) {
      // behind a language's own they come anyway
      byLanguage.values().forEach(lists -> dropTail(lists, general));
      byLanguage.put(
          "", document.cascade() ? general : general.subList(0, Math.min(1, general.size())));
    } else {
      for (String language : RULED) {
        if (!byLanguage.containsKey(language)) {
          byLanguage.put(language, lists(language));
        }
      }
    }
    byLanguage.forEach(
        (language, lists) ->
            lists.forEach(list -> take(language, list, document.rules().get(list), true)));
    unmapped();
  }

  private static void dropTail(List<String> lists, List<String> general) {
    while (!lists.isEmpty() && general.contains(lists.get(lists.size() - 1))) {
      lists.remove(lists.size() - 1);
    }
  }

  /** The lists that a language uses, in order. */
  private List<String> lists(String language) {
    List<String> lists = new ArrayList<>();
    for (SrxDocument.LanguageMap map : maps) {
      if (map.languages().matcher(language).matches()) {
        lists.add(map.name());
        if (!document.cascade()) {
          break;
        }
      }
    }
    return lists;
  }

  private static boolean isGeneral(SrxDocument.LanguageMap map) {
    return map.languages().matcher(UNKNOWN).matches()
        && DESK.stream().allMatch(tag -> map.languages().matcher(tag).matches());
  }

  private Set<String> languages(SrxDocument.LanguageMap map) {
    Set<String> matched = new TreeSet<>();
    for (String tag : candidates()) {
      if (map.languages().matcher(tag).matches()) {
        matched.add(tag);
      }
    }
    if (matched.size() > MOST_LANGUAGES) {
      matched.retainAll(RULED);
    }
    if (matched.isEmpty()) {
      boolean region = REGION.matcher(plain(map)).find();
      problem(
          0,
          "The rules “"
              + map.name()
              + "” are for “"
              + map.languages().pattern()
              + "”, "
              + (region
                  ? "one country's way of a language; rules here hold for a language in every"
                      + " country, so they are left out."
                  : "which is no language that is known here, so they are left out."));
      read += document.rules().get(map.name()).size();
      skipped += document.rules().get(map.name()).size();
      taken.add(map.name());
    }
    return matched;
  }

  /** Every language of two letters, and whatever else the patterns name. */
  private Set<String> candidates() {
    Set<String> tags = new TreeSet<>();
    Arrays.stream(Locale.getISOLanguages()).filter(tag -> tag.length() == 2).forEach(tags::add);
    for (SrxDocument.LanguageMap map : maps) {
      Matcher matcher = TAG.matcher(plain(map));
      while (matcher.find()) {
        tags.add(matcher.group());
      }
    }
    tags.removeIf(tag -> !isTag(tag));
    return tags;
  }

  /** A pattern with {@code [Aa]} as {@code a}. */
  private static String plain(SrxDocument.LanguageMap map) {
    return CASED
        .matcher(map.languages().pattern().replace("[_-]", "-").replace("[-_]", "-"))
        .replaceAll(pair -> pair.group(1).toLowerCase(Locale.ROOT));
  }

  private static boolean isTag(String tag) {
    try {
      return !LanguageTag.of(tag).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void take(String language, String name, List<SrxRule> rules, boolean enabled) {
    taken.add(name);
    Optional<LanguageTag> tag =
        language.isEmpty() ? Optional.empty() : Optional.of(LanguageTag.of(language));
    Set<DeskRule> seen = new LinkedHashSet<>();
    for (SrxRule srx : rules) {
      DeskRule rule = rule(tag, srx).enabled(enabled);
      if (seen.add(rule)) {
        read++;
        found.add(new Found(rule, line(srx), name.startsWith(SrxExport.DESK)));
      }
    }
  }

  /** Lists that no language uses: ours hold what was switched off, of others it is said. */
  private void unmapped() {
    document
        .rules()
        .forEach(
            (name, rules) -> {
              if (taken.contains(name)) {
                return;
              }
              String own = name.startsWith(SrxExport.DESK) ? name.substring(6) : "";
              if (own.endsWith(SrxExport.DISABLED)) {
                String tag = own.substring(0, own.length() - SrxExport.DISABLED.length());
                if (tag.equals("every language") || isTag(tag)) {
                  take(isTag(tag) && !tag.contains(" ") ? tag : "", name, rules, false);
                  return;
                }
              }
              read += rules.size();
              skipped += rules.size();
              problem(
                  0,
                  "No language that comes this far uses the rules “"
                      + name
                      + "”, so they are left out.");
            });
  }

  private static boolean same(List<SrxRule> own, List<SrxRule> rules) {
    if (own.isEmpty() || own.size() != rules.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).breaks() != rules.get(i).breaks()
          || !own.get(i).before().equals(rules.get(i).before())
          || !own.get(i).after().equals(rules.get(i).after())) {
        return false;
      }
    }
    return true;
  }

  private static DeskRule rule(Optional<LanguageTag> language, SrxRule srx) {
    Matcher abbreviation = ABBREVIATION.matcher(srx.comment());
    if (!srx.breaks() && abbreviation.matches()) {
      String text = abbreviation.group(1);
      boolean ours =
          Abbreviation.rules(language, text, "", "").stream()
              .anyMatch(
                  rule -> rule.before().equals(srx.before()) && rule.after().equals(srx.after()));
      if (ours) {
        String comment = Optional.ofNullable(abbreviation.group(2)).orElse("");
        return DeskRule.draft(language, DeskRule.Kind.ABBREVIATION, text, "", "", comment);
      }
    }
    return DeskRule.draft(
        language,
        srx.breaks() ? DeskRule.Kind.BREAK : DeskRule.Kind.HOLD,
        "",
        srx.before(),
        srx.after(),
        srx.comment());
  }

  private static long line(SrxRule srx) {
    String number = srx.name().substring(srx.name().lastIndexOf(':') + 1);
    return number.chars().allMatch(Character::isDigit) && !number.isEmpty() && number.length() < 9
        ? Long.parseLong(number)
        : 0;
  }

  private void problem(long line, String message) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(line, 0, message));
    }
  }
}
