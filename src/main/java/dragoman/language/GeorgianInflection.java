package dragoman.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Georgian: cases, plural and postpositions behind the stem; adjectives and peoples of places. */
final class GeorgianInflection implements Inflection {
  private static final Pattern ENDINGS =
      Pattern.compile(
          "(?:ებ|თ)?(?:ი|მა|მ|ს|ის|სა|ისა|ით|ითა|ად|ადა|დ|ო|ვ|ა|თა)?"
              + "(?:ში|ზე|თან|თვის|კენ|დან|გან|მდე|ვით|შორის|მიერ|გარეშე|ებრ)?(?:ც|ცა|ვე|ა|აა)?");
  private static final Pattern PEOPLE =
      Pattern.compile("(?:ი?ელ|ურ|ულ|იურ|ეულ|ოელ|იელ|უელ|არ|ალ)(.*)");

  private final Folding folding;
  private final Derivations derivations;

  GeorgianInflection(LanguageTag language) {
    derivations = Derivations.of(language);
    this.folding = Folding.of(language);
  }

  @Override
  public Fit fit(String base, String word) {
    if (base.equals(word)) {
      return Fit.FORM;
    }
    for (String stem : stems(base)) {
      if (word.startsWith(stem) && ENDINGS.matcher(word.substring(stem.length())).matches()) {
        return Fit.FORM;
      }
    }
    return derived(base, word) ? Fit.DERIVED : Fit.NONE;
  }

  @Override
  public boolean standsAlone(String before, String word, String after, Fit fit) {
    return fit != Fit.DERIVED
        || !derivations.makesAnotherName(folding.fold(before))
            && !derivations.makesAnotherName(folding.fold(after));
  }

  private boolean derived(String base, String word) {
    for (String other : derivations.of(base)) {
      String stem = other.endsWith("ი") ? other.substring(0, other.length() - 1) : other;
      if (word.startsWith(stem) && ENDINGS.matcher(word.substring(stem.length())).matches()) {
        return true;
      }
    }
    for (String ending : List.of("ეთი", "ია", "ი", "ა", "ე", "ო")) {
      if (base.endsWith(ending) && base.length() >= ending.length() + 3) {
        String root = base.substring(0, base.length() - ending.length());
        if (!word.startsWith(root)) {
          continue;
        }
        var people = PEOPLE.matcher(word.substring(root.length()));
        if (people.matches() && ENDINGS.matcher(people.group(1)).matches()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> stems(String base) {
    Set<String> stems = new LinkedHashSet<>();
    int length = base.length();
    char last = base.charAt(length - 1);
    if (length < 3) {
      stems.add(base);
      return stems;
    }
    String root = base.substring(0, length - 1);
    if (last == 'ი') {
      stems.add(root);
      syncopated(root, stems);
    } else if (last == 'ა' || last == 'ე') {
      stems.add(base);
      stems.add(root);
      syncopated(root, stems);
    } else {
      stems.add(base);
    }
    return stems;
  }

  /** მთავარი, მთავრის: the last vowel falls before some consonants. */
  private static void syncopated(String root, Set<String> stems) {
    int length = root.length();
    if (length > 3
        && "ლრნმ".indexOf(root.charAt(length - 1)) >= 0
        && "აეო".indexOf(root.charAt(length - 2)) >= 0) {
      stems.add(root.substring(0, length - 2) + root.charAt(length - 1));
    }
  }

  @Override
  public List<String> forms(String base) {
    List<String> forms = new ArrayList<>();
    forms.add(base);
    char last = base.charAt(base.length() - 1);
    String root = base.substring(0, base.length() - 1);
    if (last == 'ი') {
      for (String e : List.of("მა", "ს", "ის", "ით", "ად", "ში", "ზე", "თან", "ისთვის", "იდან")) {
        forms.add(root + e);
      }
    } else if (last == 'ა' || last == 'ე') {
      for (String e : List.of("მ", "ს", "დ", "ში", "ზე", "სთან")) {
        forms.add(base + e);
      }
      for (String e : List.of("ის", "ით", "ისთვის", "იდან")) {
        forms.add(root + e);
      }
    } else {
      for (String e : List.of("მ", "ს", "თი", "დ", "ში", "ზე", "სთან", "სთვის", "დან")) {
        forms.add(base + e);
      }
    }
    return forms;
  }

  @Override
  public String stem(String base) {
    int common = base.length();
    for (String stem : stems(base)) {
      while (common > 1 && !stem.startsWith(base.substring(0, common))) {
        common--;
      }
    }
    return base.substring(0, common);
  }
}
