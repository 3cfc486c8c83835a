package dragoman.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Eastern Armenian: article, cases, plural, with weakening vowels; adjectives and peoples. */
final class ArmenianInflection implements Inflection {
  private static final Pattern ENDINGS =
      Pattern.compile(
          "(?:եր|ներ)?(?:յ?ի|յ?ից|յ?ով|յ?ում|ու|ուց|վա|ան|աց|յան|ց|ոջ|ության|ությամբ)?"
              + "(?:[նըսդ]|ը|ն)?(?:ական)?");
  private static final Pattern PEOPLE =
      Pattern.compile(
          "(?:իա|ա)?(?:կան|ական|յան|ային|ային|ացի|ցի|եցի|երեն|ուհի)"
              + "(?:ներ)?(?:ի|ու|ից|ուց|ով|ում|ս)?[նըսդ]?");

  private final Folding folding;
  private final Derivations derivations;

  ArmenianInflection(LanguageTag language) {
    derivations = Derivations.of(language);
    this.folding = Folding.of(language);
  }

  @Override
  public Fit fit(String base, String word) {
    if (base.equals(word)) {
      return Fit.FORM;
    }
    for (String stem : stems(base)) {
      if (word.startsWith(stem)) {
        String rest = word.substring(stem.length());
        if ((stem.equals(base) || rest.length() > 0) && ENDINGS.matcher(rest).matches()) {
          return Fit.FORM;
        }
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
      if (word.startsWith(other) && ENDINGS.matcher(word.substring(other.length())).matches()) {
        return true;
      }
    }
    for (String ending : List.of("ստան", "իա", "իկա", "ա", "ե", "ի", "")) {
      if (base.endsWith(ending) && base.length() >= ending.length() + 3) {
        String root = base.substring(0, base.length() - ending.length());
        if (word.startsWith(root) && PEOPLE.matcher(word.substring(root.length())).matches()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The base, and what it becomes before endings: խորհուրդ, խորհրդ-; Բաքու, Բաքվ-. */
  private static Set<String> stems(String base) {
    Set<String> stems = new LinkedHashSet<>();
    stems.add(base);
    int length = base.length();
    if (length < 3) {
      return stems;
    }
    if (base.endsWith("ություն")) {
      stems.add(base.substring(0, length - 7));
    }
    if (base.endsWith("ու")) {
      stems.add(base.substring(0, length - 2) + "վ");
    }
    if (base.endsWith("ի")) {
      stems.add(base.substring(0, length - 1));
    }
    if ("աեէըիոօ".indexOf(base.charAt(length - 1)) >= 0 || base.endsWith("ու")) {
      return stems;
    }
    int ooo = base.lastIndexOf("ու");
    int ii = base.lastIndexOf('ի');
    if (ooo >= length - 4 && ooo > 0 && ooo < length - 2) {
      stems.add(base.substring(0, ooo) + base.substring(ooo + 2));
      stems.add(base.substring(0, ooo) + "ա" + base.substring(ooo + 2));
    } else if (ii >= length - 3 && ii > 0 && ii < length - 1) {
      stems.add(base.substring(0, ii) + base.substring(ii + 1));
    }
    int e = base.lastIndexOf('է');
    if (e >= length - 3 && e > 0) {
      stems.add(base.substring(0, e) + "ի" + base.substring(e + 1));
    }
    return stems;
  }

  @Override
  public List<String> forms(String base) {
    boolean vowel = "աեէըիոօ".indexOf(base.charAt(base.length() - 1)) >= 0 || base.endsWith("ու");
    boolean glide = base.endsWith("ա") || base.endsWith("ո");
    String y = glide ? "յ" : "";
    List<String> forms = new ArrayList<>();
    forms.add(base);
    if (base.endsWith("ություն")) {
      String stem = base.substring(0, base.length() - 4);
      for (String ending : List.of("յունը", "յան", "յանը", "յունից", "յամբ", "յունում")) {
        forms.add(stem + ending);
      }
      return forms;
    }
    forms.add(base + (vowel ? "ն" : "ը"));
    for (String ending : List.of("ի", "ին", "ից", "ով", "ում")) {
      forms.add(base + y + ending);
    }
    return forms;
  }

  @Override
  public String stem(String base) {
    int common = base.length();
    for (String stem : stems(base)) {
      while (!stem.startsWith(base.substring(0, common))) {
        common--;
      }
    }
    return base.substring(0, Math.max(1, common));
  }
}
