package dragoman.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** German: endings of nouns and adjectives, compounds that begin with the word; peoples. */
final class GermanInflection implements Inflection {
  private static final Set<String> NOUN =
      Set.of("s", "es", "n", "en", "e", "er", "ern", "ens", "'", "in", "innen", "se", "sen");
  private static final Set<String> ADJECTIVE = Set.of("", "e", "en", "em", "er", "es");
  private static final Pattern DERIVED =
      Pattern.compile(
          "(?:an|ian|en|es|les|nes|in|i|än)?isch(?:e[nmrs]?)?"
              + "|(?:an|ian|en|i|in)?er(?:n|s|in|innen)?|(?:[ln]?es)(?:e|en|in|innen)|aner.*|i|is");
  private static final Pattern JOINT = Pattern.compile("(?:s|es|n|en|e)?(.{3,})");

  private final Folding folding;
  private final Derivations derivations;

  GermanInflection(LanguageTag language) {
    derivations = Derivations.of(language);
    this.folding = Folding.of(language);
  }

  @Override
  public Fit fit(String base, String word) {
    if (base.equals(word)) {
      return Fit.FORM;
    }
    String rest = word.startsWith(base) ? word.substring(base.length()) : "-";
    if (NOUN.contains(rest) || adjective(base, word)) {
      return Fit.FORM;
    }
    if (isDerived(base, word)) {
      return Fit.DERIVED;
    }
    if (isCompound(base, rest) || plural(base, word)) {
      return Fit.FORM;
    }
    return Fit.NONE;
  }

  /** Vereinigte: vereinigten; Ständiger: ständige. */
  private static boolean adjective(String base, String word) {
    for (String ending : List.of("e", "er", "es", "en", "em")) {
      if (base.endsWith(ending) && base.length() > ending.length() + 3) {
        String stem = base.substring(0, base.length() - ending.length());
        if (word.startsWith(stem) && ADJECTIVE.contains(word.substring(stem.length()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Rat: Räte, Rates; the last a, o, u of the stem may change. */
  private static boolean plural(String base, String word) {
    int vowel = -1;
    for (int i = base.length() - 1; i >= 0 && vowel < 0; i--) {
      if ("aou".indexOf(base.charAt(i)) >= 0) {
        vowel = i;
      }
    }
    if (vowel < 0) {
      return false;
    }
    int at = vowel > 0 && base.startsWith("au", vowel - 1) ? vowel - 1 : vowel;
    char changed = "äöü".charAt("aou".indexOf(base.charAt(at)));
    String stem = base.substring(0, at) + changed + base.substring(at + 1);
    if (!word.startsWith(stem)) {
      return false;
    }
    String rest = word.substring(stem.length());
    return rest.isEmpty() || NOUN.contains(rest);
  }

  private static boolean isCompound(String base, String rest) {
    if (base.length() < 4) {
      return false;
    }
    var matcher = JOINT.matcher(rest);
    return matcher.matches() && rest.chars().allMatch(Character::isLetter) && !rest.startsWith("i");
  }

  @Override
  public boolean standsAlone(String before, String word, String after, Fit fit) {
    return fit != Fit.DERIVED
        || !derivations.makesAnotherName(folding.fold(before))
            && !derivations.makesAnotherName(folding.fold(after));
  }

  private boolean isDerived(String base, String word) {
    for (String other : derivations.of(base)) {
      if (word.startsWith(other)) {
        String rest = word.substring(other.length());
        if (ADJECTIVE.contains(rest) || NOUN.contains(rest)) {
          return true;
        }
      }
    }
    for (String ending : List.of("ien", "land", "reich", "ei", "en", "a", "o", "e", "")) {
      if (base.endsWith(ending) && base.length() >= ending.length() + 3) {
        String root = base.substring(0, base.length() - ending.length());
        if (word.startsWith(root) && DERIVED.matcher(word.substring(root.length())).matches()) {
          // Norweger, but Rat and Rater are strangers: a bare er needs a name that lost its ending
          return true;
        }
        if (!ending.isEmpty() && !ending.equals("e")) {
          break;
        }
      }
    }
    return false;
  }

  @Override
  public List<String> forms(String base) {
    List<String> forms = new ArrayList<>();
    forms.add(base);
    if (base.matches(".*(?:e|er|es)") && Character.isLowerCase(base.codePointAt(0))) {
      return forms;
    }
    forms.add(base.matches(".*[sxzß]") ? base + "’" : base + "s");
    return forms;
  }

  @Override
  public Optional<String> like(String base, String model, String modelForm) {
    if (model.equals(modelForm)) {
      return Optional.of(base);
    }
    if (modelForm.startsWith(model)) {
      String rest = modelForm.substring(model.length());
      if (rest.equals("s")) {
        return Optional.of(forms(base).get(forms(base).size() - 1));
      }
      if (rest.length() > 3) {
        return Optional.of(base + rest);
      }
    }
    return Optional.empty();
  }

  @Override
  public String stem(String base) {
    int keep = base.length();
    for (String ending : List.of("er", "es", "en", "em", "e")) {
      if (base.endsWith(ending) && keep > ending.length() + 3) {
        keep -= ending.length();
        break;
      }
    }
    for (int i = keep - 1; i > 0; i--) {
      if ("aou".indexOf(base.charAt(i)) >= 0) {
        int at = base.startsWith("au", i - 1) ? i - 1 : i;
        return base.substring(0, Math.max(1, at));
      }
    }
    return base.substring(0, Math.max(1, keep));
  }
}
