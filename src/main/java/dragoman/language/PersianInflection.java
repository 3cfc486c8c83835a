package dragoman.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Persian: ezafe, plural, the indefinite and possessive endings; the relative adjective. */
final class PersianInflection implements Inflection {
  // folded: ی is ي and ک is ك
  private static final Pattern ENDINGS =
      Pattern.compile(
          "(?:ها|ان|يان|گان|ات)?(?:ي|يي|اي)?(?:ش|شان|م|مان|ت|تان|اش|ام|ات)?(?:را|و|ست|است)?");
  private static final Pattern NISBA =
      Pattern.compile("(?:ي|اي|وي|يايي|يي|ايي|چي)(?:ها|ان|هاي|هايي|اي)?(?:را|ست|و)?");

  private final Folding folding;
  private final Derivations derivations;

  PersianInflection(LanguageTag language) {
    derivations = Derivations.of(language);
    this.folding = Folding.of(language);
  }

  @Override
  public Fit fit(String base, String word) {
    if (base.equals(word)) {
      return Fit.FORM;
    }
    if (word.startsWith(base) && base.length() > 1) {
      String rest = word.substring(base.length());
      if (isNisba(base, rest)) {
        return Fit.DERIVED;
      }
      if (ENDINGS.matcher(rest).matches()) {
        return Fit.FORM;
      }
    }
    return derived(base, word) ? Fit.DERIVED : Fit.NONE;
  }

  /** A ی behind a consonant makes the adjective or the indefinite; behind a vowel the ezafe. */
  private static boolean isNisba(String base, String rest) {
    boolean vowel = "اوهي".indexOf(base.charAt(base.length() - 1)) >= 0;
    return vowel
        ? !rest.equals("ي") && NISBA.matcher(rest).matches()
        : NISBA.matcher(rest).matches();
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
    if (base.endsWith("ه") && base.length() > 3) {
      int cut = base.endsWith("يه") && base.length() > 4 ? 2 : 1;
      String root = base.substring(0, base.length() - cut);
      return word.startsWith(root)
          && (NISBA.matcher(word.substring(root.length())).matches()
              || cut == 2 && word.equals(root));
    }
    return false;
  }

  @Override
  public List<String> forms(String base) {
    List<String> forms = new ArrayList<>();
    forms.add(base);
    char last = base.charAt(base.length() - 1);
    if (last == 'ا' || last == 'و') {
      forms.add(base + "ی");
    } else if (last == 'ه') {
      forms.add(base + "‌ی");
    }
    forms.add(base + "‌ها");
    return forms;
  }

  @Override
  public Optional<String> like(String base, String model, String modelForm) {
    if (model.equals(modelForm)) {
      return Optional.of(base);
    }
    int at = forms(model).indexOf(modelForm);
    List<String> to = forms(base);
    boolean plural = at == forms(model).size() - 1;
    return at < 0
        ? Optional.empty()
        : Optional.of(plural ? to.get(to.size() - 1) : to.get(to.size() - 2));
  }
}
