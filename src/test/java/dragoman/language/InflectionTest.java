package dragoman.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflectionTest {
  @ParameterizedTest
  @ValueSource(strings = {"az", "tr", "ru", "uk", "kk", "hy", "ka", "ar", "fa", "fr", "de"})
  void acceptsEveryFormOfItsParadigmsAndNoStranger(String language) throws IOException {
    List<String> wrong = new ArrayList<>();
    LanguageTag tag = LanguageTag.of(language);
    for (String line : lines(language)) {
      String base = line.substring(0, line.indexOf(':'));
      String[] sides = line.substring(line.indexOf(':') + 1).split("!");
      for (String form : sides[0].strip().split(" ")) {
        if (!accepts(tag, base, form)) {
          wrong.add(base + " does not accept " + form);
        }
      }
      if (sides.length > 1) {
        for (String form : sides[1].strip().split(" ")) {
          if (accepts(tag, base, form)) {
            wrong.add(base + " accepts " + form);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"az", "tr", "ru", "uk", "kk", "hy", "ka", "ar", "fa", "fr", "de"})
  void acceptsEveryFormThatItGeneratesAndEachBeginsWithTheStem(String language) throws IOException {
    LanguageTag tag = LanguageTag.of(language);
    Folding folding = Folding.of(tag);
    Inflection inflection = Inflection.of(tag);
    List<String> wrong = new ArrayList<>();
    for (String line : lines(language)) {
      String base = line.substring(0, line.indexOf(':'));
      String stem = inflection.stem(folding.words(base).get(0).folded());
      for (String form : inflection.forms(base)) {
        if (!accepts(tag, base, form)) {
          wrong.add(base + " generates and does not accept " + form);
        }
        if (!folding.fold(form).contains(stem)) {
          wrong.add(form + " is not found by the stem " + stem);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @CsvSource({
    "az,Gəncə,Gəncənin Gəncəyə Gəncəni Gəncədə Gəncədən",
    "az,Mingəçevir,Mingəçevirin Mingəçevirə Mingəçeviri Mingəçevirdə Mingəçevirdən",
    "az,Bakı,Bakının Bakıya Bakını Bakıda Bakıdan",
    "az,Abşeron,Abşeronun Abşerona Abşeronu Abşeronda Abşerondan",
    "az,nazirliyi,nazirliyinin nazirliyinə nazirliyini nazirliyində nazirliyindən",
    "az,BMT,BMT-nin BMT-yə BMT-ni BMT-də BMT-dən",
    "az,ABŞ,ABŞ-ın ABŞ-a ABŞ-ı ABŞ-da ABŞ-dan",
    "tr,Gence,Gence'nin Gence'ye Gence'yi Gence'de Gence'den",
    "tr,Irak,Irak'ın Irak'a Irak'ı Irak'ta Irak'tan",
    "tr,BM,BM'nin BM'ye BM'yi BM'de BM'den",
    "tr,çocuk,çocuğun çocuğa çocuğu çocukta çocuktan",
    "kk,Қытай,Қытайдың Қытайға Қытайды Қытайда Қытайдан Қытаймен",
    "kk,Астана,Астананың Астанаға Астананы Астанада Астанадан Астанамен",
    "kk,Ирак,Ирактың Иракқа Иракты Иракта Ирактан Иракпен",
    "ru,Мингечевир,Мингечевира Мингечевиру Мингечевиром Мингечевире",
    "ru,Барда,Барды Барде Барду Бардой",
    "ru,Турция,Турции Турцию Турцией",
    "ru,Штаты,Штатов Штатам Штатами Штатах",
    "uk,Америка,Америки Америці Америку Америкою",
    "uk,Північна,Північної Північній Північну Північною",
    "hy,Երևան,Երևանը Երևանի Երևանին Երևանից Երևանով Երևանում",
    "ka,გერმანია,გერმანიას გერმანიაში გერმანიის",
    "ar,الصين,والصين بالصين للصين",
    "de,China,Chinas"
  })
  void generatesTheFormsOfTheGrammar(String language, String base, String forms) {
    List<String> generated = Inflection.of(LanguageTag.of(language)).forms(base);
    for (String form : forms.split(" ")) {
      assertTrue(generated.contains(form), form + " is not in " + generated);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "az,Mingəçevir,Mingəçaur,Mingəçaurda,Mingəçevirdə",
    "az,Gəncə,Kirovabad,Kirovabadın,Gəncənin",
    "az,Gəncə,Kirovabad,Kirovabada,Gəncəyə",
    "tr,Gence,Kirovabad,Kirovabad'da,Gence'de",
    "kk,Астана,Ақмола,Ақмоладан,Астанадан",
    "ru,Мингечевир,Мингячевир,Мингячевире,Мингечевире",
    "ru,Баку,Баки,Баки,Баку",
    "ru,Гянджа,Ганжа,Ганжой,Гянджой",
    "uk,Київ,Києв,Києва,Києва",
    "ar,الصين,الصينن,بالصينن,بالصين",
    "fr,Iran,Perse,Perse,Iran"
  })
  void offersTheFormThatStandsThere(
      String language, String base, String model, String modelForm, String right) {
    assertEquals(
        Optional.of(right), Inflection.of(LanguageTag.of(language)).like(base, model, modelForm));
  }

  @ParameterizedTest
  @CsvSource({
    "ru,Китай,китайского",
    "ru,Индонезия,индонезийскими",
    "ru,Германия,немецкой",
    "uk,Індонезія,індонезійських",
    "de,Indonesien,indonesischen",
    "de,Deutschland,deutsche",
    "fr,Chine,chinois",
    "fr,Allemagne,allemande",
    "az,Boliviya,boliviyalı",
    "tr,Meksika,Meksikalı",
    "kk,Корея,Кореялық",
    "en,China,Chinese",
    "en,Bolivia,Bolivians",
    "hy,Իսպանիա,իսպանացի",
    "ka,ესპანეთი,ესპანელ",
    "ar,الصين,الصيني",
    "fa,آرژانتین,آرژانتینی"
  })
  void tellsDerivedWordsFromForms(String language, String base, String word) {
    LanguageTag tag = LanguageTag.of(language);
    Folding folding = Folding.of(tag);
    assertEquals(
        Inflection.Fit.DERIVED, Inflection.of(tag).fit(folding.fold(base), folding.fold(word)));
  }

  @ParameterizedTest
  @CsvSource({"az", "tr", "ru", "uk"})
  void theFixturesHoldFortyParadigms(String language) throws IOException {
    assertTrue(lines(language).size() >= 36, language);
  }

  @ParameterizedTest
  @CsvSource({"eo,urbo,urbon", "az-Cyrl,Бакы,Бакыда"})
  void aLanguageWithoutRulesAcceptsTheWordItselfOnly(String language, String base, String form) {
    LanguageTag tag = LanguageTag.of(language);
    assertTrue(accepts(tag, base, base));
    assertFalse(accepts(tag, base, form));
  }

  /** Whether the first word of the form is a form of the base's, as the checks take words. */
  private static boolean accepts(LanguageTag language, String base, String form) {
    Folding folding = Folding.of(language);
    Inflection inflection = Inflection.of(language);
    List<Folding.Word> own = folding.words(base);
    List<Folding.Word> words = folding.words(form);
    for (int i = 0; i < own.size(); i++) {
      if (i >= words.size() || !inflection.accepts(own.get(i).folded(), words.get(i).folded())) {
        return false;
      }
    }
    return true;
  }

  private static List<String> lines(String language) throws IOException {
    try (InputStream in = InflectionTest.class.getResourceAsStream("forms-" + language + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .toList();
    }
  }
}
