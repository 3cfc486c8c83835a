package dragoman.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** English: plural and genitive; adjectives and peoples of places. */
final class EnglishInflection implements Inflection {
  private static final Pattern PEOPLE =
      Pattern.compile("(?:a?n|ian|ean|nian|anian|gian|[lns]?ese|i|ish|ite|er|an|ander)s?");

  private final Derivations derivations;

  EnglishInflection(LanguageTag language) {
    derivations = Derivations.of(language);
  }

  @Override
  public Fit fit(String base, String word) {
    if (accepts(base, word)) {
      return Fit.FORM;
    }
    return derived(base, withoutGenitive(word)) ? Fit.DERIVED : Fit.NONE;
  }

  @Override
  public boolean accepts(String base, String form) {
    if (base.equals(form)) {
      return true;
    }
    String bare = withoutGenitive(form);
    return bare.equals(base)
        || Math.abs(bare.length() - base.length()) <= 2 && plurals(base).contains(bare);
  }

  @Override
  public boolean standsAlone(String before, String word, String after, Fit fit) {
    return !after.equals("City") && !before.equals("New");
  }

  private boolean derived(String base, String word) {
    for (String other : derivations.of(base)) {
      if (word.equals(other) || plurals(other).contains(word)) {
        return true;
      }
    }
    String stem = root(base);
    return stem.length() >= 3
        && word.length() > stem.length()
        && word.startsWith(stem)
        && PEOPLE.matcher(word.substring(stem.length())).matches();
  }

  private static String root(String base) {
    int end = base.length();
    while (end > 3 && "aeoy".indexOf(base.charAt(end - 1)) >= 0) {
      end--;
    }
    String root = base.substring(0, end);
    return root.endsWith("i") && base.endsWith("ia") ? root.substring(0, end - 1) : root;
  }

  private static String withoutGenitive(String word) {
    if (word.endsWith("'s")) {
      return word.substring(0, word.length() - 2);
    }
    return word.endsWith("'") ? word.substring(0, word.length() - 1) : word;
  }

  private static Set<String> plurals(String base) {
    Set<String> plurals = new LinkedHashSet<>();
    int last = base.length() - 1;
    if (base.length() < 2) {
      return plurals;
    }
    boolean consonant = "aeiou".indexOf(base.charAt(last - 1)) < 0;
    if (base.endsWith("y") && consonant) {
      plurals.add(base.substring(0, last) + "ies");
    } else if (base.endsWith("man")) {
      plurals.add(base.substring(0, last - 1) + "en");
    } else if (base.endsWith("person")) {
      plurals.add(base.substring(0, base.length() - 6) + "people");
    } else if (base.endsWith("s")
        || base.endsWith("x")
        || base.endsWith("z")
        || base.endsWith("ch")
        || base.endsWith("sh")) {
      plurals.add(base + "es");
    } else {
      if (base.endsWith("o") && consonant) {
        plurals.add(base + "es");
      }
      if (base.endsWith("f")) {
        plurals.add(base.substring(0, last) + "ves");
      }
      plurals.add(base + "s");
    }
    return plurals;
  }

  @Override
  public List<String> forms(String base) {
    List<String> forms = new ArrayList<>();
    forms.add(base);
    plurals(base).stream().reduce((a, b) -> b).ifPresent(forms::add);
    forms.add(base.endsWith("s") ? base + "'" : base + "'s");
    return forms;
  }

  @Override
  public String stem(String base) {
    if (base.endsWith("person") && base.length() > 6) {
      return base.substring(0, base.length() - 6);
    }
    if (base.endsWith("man") && base.length() > 3) {
      return base.substring(0, base.length() - 2);
    }
    boolean changes = base.endsWith("y") || base.endsWith("f");
    return changes && base.length() > 2 ? base.substring(0, base.length() - 1) : base;
  }
}
