package dragoman.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** French and Italian: elision, contracted articles, plural, feminine; peoples of places. */
final class RomanceInflection implements Inflection {
  private static final Map<String, Set<String>> FRENCH_ARTICLES =
      Map.of(
          "le", Set.of("du", "au", "l'"),
          "les", Set.of("des", "aux"),
          "de", Set.of("du", "des", "d'"));
  private static final Map<String, Set<String>> ITALIAN_ARTICLES =
      Map.of(
          "il", Set.of("del", "al", "dal", "nel", "sul"),
          "lo", Set.of("dello", "allo", "dallo", "nello", "sullo"),
          "la", Set.of("della", "alla", "dalla", "nella", "sulla"),
          "gli", Set.of("degli", "agli", "dagli", "negli", "sugli"),
          "i", Set.of("dei", "ai", "dai", "nei", "sui"),
          "le", Set.of("delle", "alle", "dalle", "nelle", "sulle"));
  private static final Pattern FRENCH_PEOPLE =
      Pattern.compile(
          "(?:n|l)?(?:ois|ais|ien|éen|yen|ain|in|an|and|iot|ite|ol|ais|ique|asque|ard|aque)"
              + "(?:e|ne)?s?");
  private static final Pattern ITALIAN_PEOPLE =
      Pattern.compile("(?:n|l|i)?(?:an|es|in|ar|ac|ic|en|it|ot)(?:o|a|i|e|he|hi)");

  private final boolean french;
  private final Folding folding;
  private final Derivations derivations;
  private final Pattern elided;
  private final Pattern people;
  private final Map<String, Set<String>> articles;

  private RomanceInflection(
      LanguageTag language,
      boolean french,
      String elided,
      Pattern people,
      Map<String, Set<String>> articles) {
    this.french = french;
    this.derivations = Derivations.of(language);
    this.folding = Folding.of(language);
    this.elided = Pattern.compile(elided);
    this.people = people;
    this.articles = articles;
  }

  static RomanceInflection french(LanguageTag language) {
    return new RomanceInflection(
        language,
        true,
        "(?:[ldjnsmtc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)'",
        FRENCH_PEOPLE,
        FRENCH_ARTICLES);
  }

  static RomanceInflection italian(LanguageTag language) {
    return new RomanceInflection(
        language,
        false,
        "(?:l|d|un|c|s|m|t|v|dell|nell|all|dall|sull|coll|quell|quest|sant|bell|anch|dov|com)'",
        ITALIAN_PEOPLE,
        ITALIAN_ARTICLES);
  }

  @Override
  public Fit fit(String base, String word) {
    if (base.equals(word) || articles.getOrDefault(base, Set.of()).contains(word)) {
      return Fit.FORM;
    }
    String bare = word.substring(elision(word));
    String own = base.substring(elision(base));
    if (bare.equals(own) || plurals(own).contains(bare) || sameWithoutAccent(own, bare)) {
      return Fit.FORM;
    }
    return derived(own, bare) ? Fit.DERIVED : Fit.NONE;
  }

  /** Capitals may lack their accent: Etats for États. */
  private boolean sameWithoutAccent(String base, String word) {
    if (!french || base.length() != word.length() || base.length() < 2) {
      return false;
    }
    int accent = "éèêàâîôç".indexOf(base.charAt(0));
    return accent >= 0
        && "eeeaaioc".charAt(accent) == word.charAt(0)
        && base.regionMatches(1, word, 1, base.length() - 1);
  }

  @Override
  public boolean standsAlone(String before, String word, String after, Fit fit) {
    return fit != Fit.DERIVED
        || !derivations.makesAnotherName(folding.fold(before))
            && !derivations.makesAnotherName(folding.fold(after));
  }

  private boolean derived(String base, String word) {
    for (String other : derivations.of(base)) {
      if (other.equals(word) || plurals(other).contains(word) || feminine(other, word)) {
        return true;
      }
    }
    for (String root : roots(base)) {
      if (root.length() >= 3
          && word.startsWith(root)
          && people.matcher(word.substring(root.length())).matches()) {
        return true;
      }
    }
    return false;
  }

  private static boolean feminine(String base, String word) {
    return word.equals(base + "e")
        || word.equals(base + "es")
        || word.equals(base + "ne")
        || word.equals(base + "nes")
        || base.endsWith("c") && word.startsWith(base.substring(0, base.length() - 1) + "que")
        || base.endsWith("o") && word.equals(base.substring(0, base.length() - 1) + "a")
        || base.endsWith("o") && word.equals(base.substring(0, base.length() - 1) + "e")
        || base.endsWith("o") && word.equals(base.substring(0, base.length() - 1) + "hi")
        || base.endsWith("o") && word.equals(base.substring(0, base.length() - 1) + "he");
  }

  private List<String> roots(String base) {
    List<String> roots = new ArrayList<>();
    roots.add(base);
    for (String ending :
        french ? List.of("ie", "que", "ne", "e", "a", "o") : List.of("ia", "a", "o", "e", "i")) {
      if (base.endsWith(ending)) {
        String root = base.substring(0, base.length() - ending.length());
        roots.add(root);
        if (ending.equals("que")) {
          roots.add(root + "c");
        }
      }
    }
    return roots;
  }

  private Set<String> plurals(String base) {
    Set<String> forms = new LinkedHashSet<>();
    int last = base.length() - 1;
    if (last < 1) {
      return forms;
    }
    String root = base.substring(0, last);
    if (french) {
      if (base.endsWith("al")) {
        forms.add(root + "ux");
        forms.add(base + "e");
        forms.add(base + "es");
      } else if (base.endsWith("au") || base.endsWith("eu")) {
        forms.add(base + "x");
      } else if (base.endsWith("é") || base.endsWith("nt") || base.endsWith("ier")) {
        forms.add(base + "e");
        forms.add(base + "es");
      }
      if (base.endsWith("ier")) {
        forms.add(base.substring(0, last - 1) + "ère");
        forms.add(base.substring(0, last - 1) + "ères");
      }
      forms.add(base + "s");
      return forms;
    }
    switch (base.charAt(last)) {
      case 'o' -> {
        forms.add(root + (root.endsWith("i") ? "" : "i"));
        forms.add(root + "hi");
        forms.add(root + "a");
        forms.add(root + "e");
      }
      case 'a' -> {
        forms.add(root + "e");
        forms.add(root + "he");
        forms.add(root + "i");
      }
      case 'e' -> forms.add(root + "i");
      default -> {}
    }
    return forms;
  }

  @Override
  public List<String> forms(String base) {
    List<String> forms = new ArrayList<>();
    forms.add(base);
    if (french) {
      plurals(base).stream()
          .filter(f -> f.endsWith("s") || f.endsWith("x"))
          .findFirst()
          .ifPresent(forms::add);
    } else {
      plurals(base).stream().findFirst().ifPresent(forms::add);
    }
    return forms;
  }

  @Override
  public Optional<String> like(String base, String model, String modelForm) {
    if (model.equalsIgnoreCase(modelForm)) {
      return Optional.of(base);
    }
    int cut = elision(modelForm.toLowerCase(java.util.Locale.ROOT));
    String article = modelForm.substring(0, cut);
    if (cut == 0 || !modelForm.substring(cut).equalsIgnoreCase(model)) {
      return Optional.empty();
    }
    boolean vowel = "aeiouhéèêàâîôAEIOUHÉÈÊÀÂÎÔ".indexOf(base.charAt(0)) >= 0;
    // the article before a consonant has a gender that is not known here
    return vowel ? Optional.of(article + base) : Optional.empty();
  }

  @Override
  public String stem(String base) {
    if (articles.containsKey(base)) {
      return base.substring(0, 1);
    }
    String own = base.substring(elision(base));
    if (french) {
      String kept =
          own.endsWith("al") || own.endsWith("er") ? own.substring(0, own.length() - 1) : own;
      return kept.endsWith("e") && own.endsWith("er") ? kept.substring(0, kept.length() - 1) : kept;
    }
    return own.length() > 2 ? own.substring(0, own.length() - 1) : own;
  }

  @Override
  public int[] onsets(String word) {
    int cut = elision(word);
    return cut == 0 || cut == word.length() ? new int[] {0} : new int[] {0, cut};
  }

  /** Where the word begins behind an elided one. */
  private int elision(String word) {
    var matcher = elided.matcher(word);
    return matcher.lookingAt() && matcher.end() < word.length() ? matcher.end() : 0;
  }
}
