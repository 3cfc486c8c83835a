package dragoman.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Azerbaijani, Turkish and Kazakh: chains of suffixes, joined or behind an apostrophe.
 *
 * <p>What is accepted is the chain's order, not its harmony: a name with a wrongly harmonised
 * suffix is still the name. What is generated is harmonised.
 */
final class TurkicInflection implements Inflection {
  private final Harmony harmony;
  private final LanguageTag language;
  private final Folding folding;
  private final Derivations derivations;
  private final Pattern chain;
  private final Pattern people;
  private final Pattern possessive;
  private final String softened;
  private final String hardened;
  private final List<String> countryEndings;
  private final Map<String, String> cases;
  private final Map<String, String> possessedCases;

  private TurkicInflection(
      LanguageTag language,
      Harmony harmony,
      String chain,
      String people,
      String possessive,
      String hardened,
      String softened,
      List<String> countryEndings,
      Map<String, String> cases,
      Map<String, String> possessedCases) {
    this.language = language;
    this.harmony = harmony;
    this.folding = Folding.of(language);
    this.derivations = Derivations.of(language);
    this.chain = Pattern.compile(chain);
    this.people = Pattern.compile(people);
    this.possessive = Pattern.compile(possessive);
    this.hardened = hardened;
    this.softened = softened;
    this.countryEndings = countryEndings;
    this.cases = cases;
    this.possessedCases = possessedCases;
  }

  static TurkicInflection azerbaijani(LanguageTag language) {
    String chain =
        "'?(?:l[aə]r)?(?:s[ıiuü]z)?"
            + "(?:[ıiuü]?m[ıiuü]z|[ıiuü]?n[ıiuü]z|s?[ıiuü]|[ıiuü]?m|[ıiuü]n)?"
            + "(?:n?[ıiuü]n|[yn]?[aə](?:d[əa]k|c[aə]n?)?|[yn]?[ıiuü]|n?d[aə]|n?d[aə]n|y?l[aə]|n?c[aə])?"
            + "(?:k[ıi](?:l[aə]r)?(?:n?[ıiuü]n|n?[aə]|n?[ıi]|n?d[aə]n?)?)?"
            + "(?:d[ıiuü]r(?:l[aə]r)?|y?[aə]m|s[aə]n|y?d[ıiuü]|ym[ıiuü]ş|y?s[aə])?";
    return new TurkicInflection(
        language,
        Harmony.AZERBAIJANI,
        chain,
        "'?(?:l[ıiuü]|l[ıiuü](?:q|k|ğ|y)|ç[ıiuü]|c[aə]|s[ıiuü]zl[ıiuü][qk])",
        "(?:[aəıioöueüy](?:s[ıiuü]))|.*[^aəıioöueü][ıiuü]",
        "qk",
        "ğy",
        List.of("ıstan", "istan", "stan", "iya", "ya"),
        cases("(n)In", "(y)A", "(n)I", "DA", "DAn"),
        cases("nIn", "nA", "nI", "ndA", "ndAn"));
  }

  static TurkicInflection turkish(LanguageTag language) {
    String chain =
        "'?(?:l[ae]r)?(?:s[ıiuü]z)?"
            + "(?:[ıiuü]?m[ıiuü]z|[ıiuü]?n[ıiuü]z|s?[ıiuü]|[ıiuü]?m|[ıiuü]n)?"
            + "'?(?:n?[ıiuü]n|[yn]?[ae](?:c[ae]|d[ae]k)?|[yn]?[ıiuü]|n?[dt][ae]|n?[dt][ae]n|y?l[ae]|n?[cç][ae])?"
            + "(?:k[iü](?:l[ae]r)?(?:n?[ıiuü]n|n?[ae]|n?[ıi]|n?d[ae]n?)?)?"
            + "(?:[dt][ıiuü]r(?:l[ae]r)?|y?[ıiuü]m|s[ıiuü]n|y?[dt][ıiuü]|ym[ıiuü]ş|y?s[ae])?";
    return new TurkicInflection(
        language,
        Harmony.TURKISH,
        chain,
        "'?(?:l[ıiuü]|l[ıiuü](?:k|ğ)|[cç][ıiuü]|[cç][ae])",
        "(?:[aeıioöuüy](?:s[ıiuü]))|.*[^aeıioöuü][ıiuü]",
        "kçptg",
        "ğcbdğ",
        List.of("istan", "stan", "ya", "iye"),
        cases("(n)In", "(y)A", "(y)I", "DA", "DAn"),
        cases("nIn", "nA", "nI", "ndA", "ndAn"));
  }

  static TurkicInflection kazakh(LanguageTag language) {
    String chain =
        "(?:[лдт][ае]р)?(?:с[ыі]з)?"
            + "(?:[ыі]?м[ыі]з|[ыі]?ң[ыі]з|с?[ыі]|[ыі]?м|[ыі]?ң)?"
            + "(?:[нтд][ыі]ң|[ғгқк][ае]|[нй]?[ае]|[нтд][ыі]|н|н?[дт][ае]|[дтн][ае]н|[мбп]ен(?:ен)?|[шщ][ае])?"
            + "(?:[ғгқк][ыі](?:[лдт][ае]р)?(?:[нтд][ыі]ң|[ғгқкн][ае]|[нтд][ыі]|[дтн][ае]н?|мен)?)?"
            + "(?:[мбп][ыі]н|с[ыі]ң|[дт][ыі]р)?";
    return new TurkicInflection(
        language,
        Harmony.KAZAKH,
        chain,
        "(?:[лдт][ыі][қкғг]|ш[ыі]|ш[ае])",
        "(?:[аәеиоөуұүыіэюя]с[ыі])|.*[^аәеиоөуұүыіэюя][ыі]",
        "қкп",
        "ғгб",
        List.of("стан", "ия", "я"),
        cases("NIң", "KA", "OI", "DA", "BAн", "Mен"),
        cases("нIң", "нA", "н", "ндA", "нAн", "Mен"));
  }

  private static Map<String, String> cases(String... suffixes) {
    String[] names = {"genitive", "dative", "accusative", "locative", "ablative", "instrumental"};
    Map<String, String> cases = new LinkedHashMap<>();
    for (int i = 0; i < suffixes.length; i++) {
      cases.put(names[i], suffixes[i]);
    }
    return cases;
  }

  @Override
  public Fit fit(String base, String word) {
    if (accepts(base, word)) {
      return Fit.FORM;
    }
    for (String stem : stems(base)) {
      if (behind(stem, word) == Fit.DERIVED && joins(base, stem, word)) {
        return Fit.DERIVED;
      }
    }
    return derived(base, word) ? Fit.DERIVED : Fit.NONE;
  }

  @Override
  public boolean accepts(String base, String form) {
    if (base.equals(form)) {
      return true;
    }
    for (String stem : stems(base)) {
      if (form.startsWith(stem)
          && form.length() > stem.length()
          && joins(base, stem, form)
          && chain.matcher(form.substring(stem.length())).matches()) {
        return true;
      }
    }
    return possessedForms(base, form);
  }

  /** A changed stem stands before vowels only. */
  private boolean joins(String base, String stem, String word) {
    return stem.equals(base) || beginsWithVowel(word, stem.length());
  }

  private Fit behind(String stem, String word) {
    if (!word.startsWith(stem) || word.length() == stem.length()) {
      return Fit.NONE;
    }
    String rest = word.substring(stem.length());
    if (chain.matcher(rest).matches()) {
      return Fit.FORM;
    }
    var matcher = people.matcher(rest);
    if (matcher.lookingAt()) {
      // the pattern is tried at every length: l[ıi] and l[ıi]q both begin a chain
      for (int end = 2; end <= rest.length(); end++) {
        if (people.matcher(rest.substring(0, end)).matches()
            && chain.matcher(rest.substring(end)).matches()) {
          return Fit.DERIVED;
        }
      }
    }
    return Fit.NONE;
  }

  private boolean beginsWithVowel(String word, int at) {
    return at < word.length() && harmony.isVowel(word.charAt(at));
  }

  /** The base, and what it becomes before a vowel. */
  private Set<String> stems(String base) {
    Set<String> stems = new LinkedHashSet<>();
    stems.add(base);
    int last = base.length() - 1;
    if (last < 2) {
      return stems;
    }
    for (int i = 0; i < hardened.length(); i++) {
      if (base.charAt(last) == hardened.charAt(i)) {
        stems.add(base.substring(0, last) + softened.charAt(i));
      }
    }
    boolean loses =
        "ıiuüыі".indexOf(base.charAt(last - 1)) >= 0
            && !harmony.isVowel(base.charAt(last))
            && !harmony.isVowel(base.charAt(last - 2));
    if (loses) {
      stems.add(base.substring(0, last - 1) + base.charAt(last));
    }
    return stems;
  }

  /** Naziri: nazirləri, nazirimiz; the base has a possessive that the word has otherwise. */
  private boolean possessedForms(String base, String word) {
    if (base.length() < 4 || !possessive.matcher(base).find()) {
      return false;
    }
    List<String> bare = new ArrayList<>();
    bare.add(base.substring(0, base.length() - 1));
    if ("sс".indexOf(base.charAt(base.length() - 2)) >= 0) {
      bare.add(base.substring(0, base.length() - 2));
    }
    for (String noun : bare) {
      for (int i = 0; i < softened.length(); i++) {
        if (noun.charAt(noun.length() - 1) == softened.charAt(i)) {
          bare = new ArrayList<>(bare);
          bare.add(noun.substring(0, noun.length() - 1) + hardened.charAt(i));
        }
      }
    }
    for (String noun : bare) {
      if (word.startsWith(noun)
          && word.length() > noun.length() + 1
          && isPluralOrPossessive(word.substring(noun.length()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isPluralOrPossessive(String rest) {
    boolean plural = rest.matches("[lлдт][aəeае][rр].*");
    boolean ours = rest.matches("[ıiuüыі]?[mм][ıiuüыі][zз].*");
    return (plural || ours) && chain.matcher(rest).matches();
  }

  @Override
  public boolean standsAlone(String before, String word, String after, Fit fit) {
    return fit != Fit.DERIVED
        || !derivations.makesAnotherName(folding.fold(before))
            && !derivations.makesAnotherName(folding.fold(after));
  }

  private boolean derived(String base, String word) {
    for (String other : derivations.of(base)) {
      if (word.startsWith(other) && (word.equals(other) || behind(other, word) != Fit.NONE)) {
        return true;
      }
    }
    for (String ending : countryEndings) {
      if (base.endsWith(ending) && base.length() >= ending.length() + 3) {
        String root = base.substring(0, base.length() - ending.length());
        if (word.equals(root) || behind(root, word) != Fit.NONE) {
          return true;
        }
        break;
      }
    }
    return false;
  }

  @Override
  public List<String> forms(String base) {
    List<String> forms = new ArrayList<>();
    forms.add(base);
    boolean possessed = surelyPossessed(fold(base));
    for (String suffix : (possessed ? possessedCases : cases).values()) {
      forms.add(written(base, List.of(suffix)));
    }
    if (!possessed) {
      String plural = harmony == Harmony.KAZAKH ? "LAр" : "lAr";
      forms.add(written(base, List.of(plural)));
      for (String suffix : cases.values()) {
        forms.add(written(base, List.of(plural, suffix)));
      }
    }
    return forms;
  }

  @Override
  public Optional<String> like(String base, String model, String modelForm) {
    String from = fold(model);
    String form = fold(modelForm);
    if (from.equals(form)) {
      return Optional.of(base);
    }
    if (!form.startsWith(from.substring(0, Math.max(1, from.length() - 2)))) {
      return Optional.empty();
    }
    boolean vowel = !base.isEmpty() && harmony.isVowel(fold(base).charAt(fold(base).length() - 1));
    for (List<String> suffixes : chains()) {
      if (fits(from, form, suffixes)) {
        boolean possessed = vowel && surelyPossessed(fold(base));
        return Optional.of(written(base, possessed ? possessed(suffixes) : unpossessed(suffixes)));
      }
    }
    return Optional.empty();
  }

  private boolean fits(String from, String form, List<String> suffixes) {
    for (String stem : stems(from)) {
      String made = stem;
      for (String suffix : suffixes) {
        made = harmony.attach(made, suffix);
      }
      if (made.equals(form.replace("'", ""))) {
        return true;
      }
    }
    return false;
  }

  private List<String> possessed(List<String> suffixes) {
    return swapped(suffixes, cases, possessedCases);
  }

  private List<String> unpossessed(List<String> suffixes) {
    return swapped(suffixes, possessedCases, cases);
  }

  private static List<String> swapped(
      List<String> suffixes, Map<String, String> from, Map<String, String> to) {
    List<String> swapped = new ArrayList<>(suffixes);
    from.forEach(
        (name, suffix) -> {
          if (swapped.get(0).equals(suffix)) {
            swapped.set(0, to.get(name));
          }
        });
    return swapped;
  }

  /** The chains that an offer can carry over. */
  private List<List<String>> chains() {
    List<List<String>> chains = new ArrayList<>();
    boolean kazakh = harmony == Harmony.KAZAKH;
    String plural = kazakh ? "LAр" : "lAr";
    String people = kazakh ? "LIқ" : "lI";
    String dwelling = kazakh ? "KI" : harmony == Harmony.TURKISH ? "ki" : "kI";
    for (Map<String, String> set : List.of(cases, possessedCases)) {
      set.values().forEach(s -> chains.add(List.of(s)));
      chains.add(List.of(set.get("locative"), dwelling));
    }
    chains.add(List.of(plural));
    cases.values().forEach(s -> chains.add(List.of(plural, s)));
    chains.add(List.of(people));
    if (!kazakh) {
      chains.add(List.of("(y)lA"));
      chains.add(List.of(people, plural));
    }
    return chains;
  }

  private boolean surelyPossessed(String base) {
    return base.matches(
        ".*(?:[aəeıioöuü]s[ıiuü]|l[ıiuü][yğ][ıiuü]|l[aəe]r[ıi]|[аеияіыу]с[ыі]|[лдт][ыі][ғг][ыі]|[лдт][ае]р[ыі])");
  }

  /** The word with its suffixes as the language writes them behind a name, a noun, a short form. */
  private String written(String base, List<String> suffixes) {
    String folded = fold(base);
    boolean abbreviation = isAbbreviation(base);
    String spoken = abbreviation ? spoken(folded) : folded;
    StringBuilder tail = new StringBuilder();
    String soft = softened(base, folded, suffixes, abbreviation);
    String word = spoken;
    for (String suffix : suffixes) {
      String added = harmony.realize(word, suffix);
      tail.append(added);
      word += added;
    }
    if (tail.length() == 0) {
      return base;
    }
    boolean name = Character.isUpperCase(base.codePointAt(0));
    String joint =
        abbreviation
            ? harmony == Harmony.TURKISH ? "'" : "-"
            : name && harmony == Harmony.TURKISH ? "'" : "";
    return soft + joint + tail;
  }

  /** Nouns in small letters soften their last consonant before a vowel; names do not. */
  private String softened(String base, String folded, List<String> suffixes, boolean abbreviation) {
    boolean name = Character.isUpperCase(base.codePointAt(0));
    String tail = suffixes.isEmpty() ? "" : harmony.realize(folded, suffixes.get(0));
    boolean before = !tail.isEmpty() && harmony.isVowel(tail.charAt(0));
    int last = base.length() - 1;
    int kind = last < 2 ? -1 : hardened.indexOf(base.charAt(last));
    boolean polysyllabic = folded.chars().filter(c -> harmony.isVowel((char) c)).count() > 1;
    boolean changes = kind >= 0 && (harmony == Harmony.TURKISH ? kind == 0 : true);
    if (name && harmony == Harmony.TURKISH
        || abbreviation
        || !before
        || !polysyllabic
        || !changes) {
      return base;
    }
    return base.substring(0, last) + softened.charAt(kind);
  }

  private static boolean isAbbreviation(String base) {
    return base.length() > 1
        && base.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
  }

  /** How an abbreviation is said: as a word where it can be, else by the names of its letters. */
  private String spoken(String folded) {
    long vowels = folded.chars().filter(c -> harmony.isVowel((char) c)).count();
    boolean asWord = harmony == Harmony.KAZAKH || vowels > (harmony == Harmony.TURKISH ? 1 : 0);
    boolean vowelEnd = harmony.isVowel(folded.charAt(folded.length() - 1));
    return asWord || vowelEnd ? folded : folded + "e";
  }

  private String fold(String word) {
    return folding.fold(word);
  }

  @Override
  public String stem(String base) {
    int keep = base.length();
    if (keep > 3 && possessive.matcher(base).find()) {
      keep -= "sс".indexOf(base.charAt(keep - 2)) >= 0 ? 2 : 1;
      if (keep > 2 && softened.indexOf(base.charAt(keep - 1)) >= 0) {
        keep--;
      }
      return base.substring(0, keep);
    }
    Set<String> stems = stems(base);
    int common = base.length();
    for (String stem : stems) {
      while (!stem.startsWith(base.substring(0, common))) {
        common--;
      }
    }
    return base.substring(0, Math.max(1, common));
  }

  @Override
  public String toString() {
    return "Turkic inflection of " + language;
  }
}
