package dragoman.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Arabic: conjunction, preposition and article before the word; case, number and possessive endings
 * behind it; the relative adjective (nisba).
 */
final class ArabicInflection implements Inflection {
  private static final Pattern PREFIX = Pattern.compile("(?:[وف])?(?:أ|س)?(?:[بك]?ال|لل|[بلك])?");
  private static final Set<String> ENDINGS =
      Set.of(
          "", "ا", "ان", "ين", "ون", "ات", "ه", "ها", "هم", "هما", "هن", "نا", "ي", "تين", "تان",
          "وا", "ك", "كم", "يا");
  private static final Pattern NISBA =
      Pattern.compile("(?:ي|يه|يا|يون|يين|يات|يان|يتان|يتين|ويه?|اوي|اويه|انيه?)(?:ها?|هم)?");

  @Override
  public Fit fit(String base, String word) {
    if (base.equals(word)) {
      return Fit.FORM;
    }
    String own = withoutArticle(base);
    Fit best = Fit.NONE;
    for (int onset : onsets(word)) {
      Fit fit = bare(own, word.substring(onset));
      if (fit == Fit.FORM) {
        return fit;
      }
      best = fit == Fit.NONE ? best : fit;
    }
    return best;
  }

  private static Fit bare(String base, String word) {
    if (base.length() < 2) {
      return base.equals(word) ? Fit.FORM : Fit.NONE;
    }
    if (word.startsWith(base)) {
      String rest = word.substring(base.length());
      if (rest.isEmpty() || base.length() > 2 && ENDINGS.contains(rest) && !rest.equals("ي")) {
        return Fit.FORM;
      }
    }
    boolean feminine = base.endsWith("ه");
    if (feminine && base.length() > 3) {
      String stem = base.substring(0, base.length() - 1);
      if (word.startsWith(stem)) {
        String rest = word.substring(stem.length());
        if (rest.equals("ات")
            || rest.startsWith("ت") && ENDINGS.contains(rest.substring(1))
            || rest.startsWith("ات") && ENDINGS.contains(rest.substring(2))) {
          return Fit.FORM;
        }
      }
    }
    for (String root : roots(base)) {
      if (root.length() >= 3
          && word.startsWith(root)
          && NISBA.matcher(word.substring(root.length())).matches()) {
        return Fit.DERIVED;
      }
    }
    return Fit.NONE;
  }

  private static List<String> roots(String base) {
    List<String> roots = new ArrayList<>();
    roots.add(base);
    int end = base.length();
    if (base.endsWith("يا")) {
      roots.add(base.substring(0, end - 2));
    }
    if (base.endsWith("ا") || base.endsWith("ه") || base.endsWith("ي") || base.endsWith("و")) {
      roots.add(base.substring(0, end - 1));
    }
    return roots;
  }

  private static String withoutArticle(String base) {
    return base.startsWith("ال") && base.length() > 4 ? base.substring(2) : base;
  }

  @Override
  public List<String> forms(String base) {
    List<String> forms = new ArrayList<>();
    forms.add(base);
    boolean article = base.startsWith("ال") && base.length() > 4;
    for (String prefix : List.of("و", "ب", "ل", "ك", "ف")) {
      boolean contracted = article && prefix.equals("ل");
      forms.add(contracted ? "لل" + base.substring(2) : prefix + base);
    }
    return forms;
  }

  @Override
  public Optional<String> like(String base, String model, String modelForm) {
    List<String> from = forms(model);
    List<String> to = forms(base);
    int at = from.indexOf(modelForm);
    return at < 0 ? Optional.empty() : Optional.of(to.get(at));
  }

  @Override
  public String stem(String base) {
    String own = withoutArticle(base);
    return own.endsWith("ه") && own.length() > 3 ? own.substring(0, own.length() - 1) : own;
  }

  @Override
  public int[] onsets(String word) {
    var matcher = PREFIX.matcher(word);
    int longest = matcher.lookingAt() ? matcher.end() : 0;
    int[] onsets = new int[Math.min(longest, Math.max(0, word.length() - 2)) + 1];
    for (int i = 0; i < onsets.length; i++) {
      onsets[i] = i;
    }
    return onsets;
  }
}
