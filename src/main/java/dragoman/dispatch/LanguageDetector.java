package dragoman.dispatch;

import com.ibm.icu.lang.UScript;
import dragoman.language.LanguageTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Ranks the desk's languages by how likely a text is written in them: OpenNLP's model, helped by
 * the script and by letters that one language has and its neighbours do not, which is what a short
 * text goes by. Safe for use by many threads.
 */
public final class LanguageDetector {
  /** The languages that a desk works in, the first ones first. */
  public static final List<LanguageTag> DESK =
      List.of("en", "az", "ru", "tr", "hy", "ka", "uk", "kk", "fr", "de", "ar", "fa").stream()
          .map(LanguageTag::of)
          .toList();

  /** ISO 639-3, as the model names languages. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("eng", "en"),
          Map.entry("aze", "az"),
          Map.entry("azj", "az"),
          Map.entry("rus", "ru"),
          Map.entry("tur", "tr"),
          Map.entry("hye", "hy"),
          Map.entry("kat", "ka"),
          Map.entry("ukr", "uk"),
          Map.entry("kaz", "kk"),
          Map.entry("fra", "fr"),
          Map.entry("deu", "de"),
          Map.entry("ara", "ar"),
          Map.entry("fas", "fa"),
          Map.entry("pes", "fa"));

  /** Letters that speak for a language against the others of its script. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "az", "əƏ",
          "tr", "ğĞşŞıİ",
          "uk", "іїєґІЇЄҐ",
          "kk", "әғқңөұүһӘҒҚҢӨҰҮҺ",
          "ru", "ыэъёЫЭЪЁ",
          "fr", "éèêàùœÉÈÊÀ",
          "de", "ßäÄ",
          "fa", "پچژگکی",
          "ar", "ةيكىأإ");

  private static final int SAMPLE = 4000;

  private LanguageDetector() {}

  /** A detector with the bundled model, which is read when a language is first asked for. */
  public static LanguageDetector ofBundledModel() {
    return new LanguageDetector();
  }

  /** Ten megabytes, read once: most commands never ask for a language. */
  private static final class Model {
    static final LanguageDetectorModel LOADED = load();

    private static LanguageDetectorModel load() {
      String name = "/langdetect-183.bin";
      try (InputStream in = LanguageDetector.class.getResourceAsStream(name)) {
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The desk's languages, the likeliest first; those whose script the text is not in are last. */
  public List<LanguageTag> rank(String text) {
    Map<LanguageTag, Double> weights = weigh(text);
    List<LanguageTag> ranked = new ArrayList<>(DESK);
    ranked.sort(Comparator.comparingDouble(language -> -weights.get(language)));
    return List.copyOf(ranked);
  }

  /**
   * What speaks for each of the desk's languages: natural logarithms of likelihoods, to be compared
   * with each other alone.
   */
  public Map<LanguageTag, Double> weigh(String text) {
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    Map<String, Double> points = new HashMap<>();
    for (Language guess : new LanguageDetectorME(Model.LOADED).predictLanguages(sample)) {
      String tag = CODES.get(guess.getLang());
      if (tag != null) {
        points.merge(tag, Math.log(Math.max(guess.getConfidence(), 1e-12)), Math::max);
      }
    }
    Map<Integer, Integer> scripts = scripts(sample);
    Map<String, Double> letters = letters(sample);
    Map<LanguageTag, Double> weights = new HashMap<>();
    for (LanguageTag language : DESK) {
      weights.put(
          language,
          points.getOrDefault(language.value(), -28.0)
              + letters.getOrDefault(language.value(), 0.0)
              + inScript(language, scripts));
    }
    return weights;
  }

  private static double inScript(LanguageTag language, Map<Integer, Integer> scripts) {
    int all = scripts.values().stream().mapToInt(Integer::intValue).sum();
    int own = scripts.getOrDefault(UScript.getCodeFromName(language.script()), 0);
    return all == 0 ? 0 : 100.0 * own / all;
  }

  private static Map<Integer, Integer> scripts(String text) {
    Set<Integer> none = Set.of(UScript.COMMON, UScript.INHERITED, UScript.UNKNOWN);
    Map<Integer, Integer> scripts = new HashMap<>();
    text.codePoints()
        .map(UScript::getScript)
        .filter(script -> !none.contains(script))
        .forEach(script -> scripts.merge(script, 1, Integer::sum));
    return scripts;
  }

  /**
   * For each language what its own letters say: the larger their share, up to 40, which outweighs
   * the model. In Azerbaijani every twelfth letter is an ə; in French, where a name brings one in,
   * it is one in hundreds.
   */
  private static Map<String, Double> letters(String text) {
    Map<String, Double> letters = new HashMap<>();
    long all = Math.max(1, text.codePoints().filter(Character::isLetter).count());
    LETTERS.forEach(
        (language, own) -> {
          long count = text.chars().filter(c -> own.indexOf(c) >= 0).count();
          letters.put(language, Math.min(40.0, 600.0 * count / all));
        });
    if (letters.get("az") > 0) {
      letters.put("tr", 0.0);
    }
    if (letters.get("kk") > 0) {
      letters.put("ru", 0.0);
      letters.put("uk", 0.0);
    }
    return letters;
  }
}
