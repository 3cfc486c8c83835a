package dragoman.dispatch.care;

import com.ibm.icu.lang.UScript;
import dragoman.dispatch.LanguageDetector;
import dragoman.language.LanguageTag;
import dragoman.language.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells when a text is in another language than it says. Rather silent than wrong: short texts, and
 * those made of names, speak for no language.
 */
final class Foreign {
  /** Below this many letters a text may be in any language of its script. */
  private static final int FEWEST_LETTERS = 25;

  private static final int FEWEST_WORDS = 4;

  /** In another script altogether it takes less. */
  private static final int FEWEST_LETTERS_OF_SCRIPT = 10;

  /** How much likelier another language must be, as a natural logarithm. */
  private static final double MARGIN = 1;

  /** The same for French, which a name with an accent speaks for. */
  private static final double MARGIN_OF_FRENCH = 4;

  /**
   * Azerbaijani without its ə, q and x is Turkish to the detector; in so many letters it has one.
   */
  private static final int LETTERS_WITHOUT_SCHWA = 60;

  private static final Pattern NOT_TURKISH = Pattern.compile("[əƏqQxX]");
  private static final Pattern NOT_ARABIC = Pattern.compile("[پچژگ]");

  private final LanguageDetector detector;

  Foreign(LanguageDetector detector) {
    this.detector = detector;
  }

  /** The language that a text is in, where that is surely another than it says. */
  Optional<LanguageTag> language(LanguageTag says, String text) {
    int own = UScript.getCodeFromName(says.script().isEmpty() ? "Zyyy" : says.script());
    int letters = 0;
    int ownLetters = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.isLetter(c)) {
        letters++;
        ownLetters += UScript.hasScript(c, own) ? 1 : 0;
      }
    }
    if (letters < FEWEST_LETTERS_OF_SCRIPT || words(says, text) < FEWEST_WORDS) {
      return Optional.empty();
    }
    boolean otherScript = own >= 0 && ownLetters * 10 < letters;
    if (!otherScript
        && (letters < FEWEST_LETTERS || !LanguageDetector.DESK.stream().anyMatch(says::meets))) {
      return Optional.empty();
    }
    Map<LanguageTag, Double> weights = detector.weigh(text);
    LanguageTag best =
        weights.entrySet().stream()
            .max(Comparator.comparingDouble(Map.Entry::getValue))
            .orElseThrow()
            .getKey();
    if (best.meets(says)) {
      return Optional.empty();
    }
    if (otherScript) {
      return Optional.of(best);
    }
    double mine =
        weights.entrySet().stream()
            .filter(e -> e.getKey().meets(says))
            .findFirst()
            .orElseThrow()
            .getValue();
    double margin = best.language().equals("fr") ? MARGIN_OF_FRENCH : MARGIN;
    boolean sure = weights.get(best) - mine >= margin && !alike(says, best, text, letters);
    return sure ? Optional.of(best) : Optional.empty();
  }

  /** Whether two languages share so much that the text may be in either. */
  private static boolean alike(LanguageTag says, LanguageTag best, String text, int letters) {
    return switch (best.language()) {
      case "tr" ->
          says.language().equals("az")
              && (letters < LETTERS_WITHOUT_SCHWA || NOT_TURKISH.matcher(text).find());
      case "ar" -> says.language().equals("fa") && NOT_ARABIC.matcher(text).find();
      default -> false;
    };
  }

  /** Words that are no names: where a script has small letters, those that begin with one. */
  private static long words(LanguageTag language, String text) {
    List<Words.Word> words = Words.of(language, text).stream().filter(w -> !w.number()).toList();
    return words.stream()
        .filter(w -> w.form().length() > 1 && !Character.isUpperCase(w.form().codePointAt(0)))
        .count();
  }
}
