package dragoman.language;

import java.util.Map;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/**
 * The stem of a word: what tells two forms of one word from two words when texts are compared. It
 * is no linguist's stem, and no form to show.
 *
 * <p>Snowball's algorithms where there is one, our own cutting of endings for az, kk, uk, ka and
 * fa, and the word itself elsewhere. The same word gives the same stem every time; {@link #METHOD}
 * changes when the method does.
 */
public final class Stems {
  /** Names this method; an index that was built by another one is of no use. */
  public static final String METHOD = "snowball-9.12.1+endings-1";

  private static final int LONGEST = 100;

  private static final Map<String, Class<? extends SnowballStemmer>> SNOWBALL =
      Map.ofEntries(
          Map.entry("en-Latn", EnglishStemmer.class),
          Map.entry("ru-Cyrl", RussianStemmer.class),
          Map.entry("tr-Latn", TurkishStemmer.class),
          Map.entry("fr-Latn", FrenchStemmer.class),
          Map.entry("de-Latn", GermanStemmer.class),
          Map.entry("ar-Arab", ArabicStemmer.class),
          Map.entry("hy-Armn", ArmenianStemmer.class),
          Map.entry("it-Latn", ItalianStemmer.class),
          Map.entry("es-Latn", SpanishStemmer.class),
          Map.entry("pt-Latn", PortugueseStemmer.class),
          Map.entry("nl-Latn", DutchStemmer.class),
          Map.entry("ro-Latn", RomanianStemmer.class),
          Map.entry("da-Latn", DanishStemmer.class),
          Map.entry("sv-Latn", SwedishStemmer.class),
          Map.entry("nb-Latn", NorwegianStemmer.class),
          Map.entry("no-Latn", NorwegianStemmer.class),
          Map.entry("fi-Latn", FinnishStemmer.class),
          Map.entry("hu-Latn", HungarianStemmer.class));

  private Stems() {}

  /**
   * The stem of one word.
   *
   * @param word in any case
   * @return never empty for a word that is not; small letters
   */
  public static String stem(LanguageTag language, String word) {
    return of(language).stem(Casing.folded(language, word));
  }

  /**
   * The stemmer of a language, for many words. It is not safe for use by several threads at once.
   */
  public static Stemmer of(LanguageTag language) {
    String key = language.key();
    Class<? extends SnowballStemmer> program = SNOWBALL.get(key);
    if (program != null) {
      return new Snowball(program);
    }
    return Endings.of(key).<Stemmer>map(endings -> endings::cut).orElse(word -> word);
  }

  /** Stems words of one language. */
  @FunctionalInterface
  public interface Stemmer {
    /**
     * The stem.
     *
     * @param folded a word as {@link Casing#folded} gives it
     */
    String stem(String folded);
  }

  private static final class Snowball implements Stemmer {
    private final SnowballStemmer program;

    Snowball(Class<? extends SnowballStemmer> type) {
      try {
        program = type.getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("Lucene's stemmer " + type.getName() + " cannot be made", e);
      }
    }

    @Override
    public String stem(String folded) {
      // A word of a hundred letters is no word; Snowball's loops are not made for it.
      if (folded.length() > LONGEST) {
        return folded;
      }
      program.setCurrent(folded);
      program.stem();
      String stem = program.getCurrent();
      return stem.isEmpty() ? folded : stem;
    }
  }
}
