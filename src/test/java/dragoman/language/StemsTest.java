package dragoman.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StemsTest {
  @ParameterizedTest
  @CsvSource({
    "en, school, schools",
    "en, damaged, damages",
    "az, məktəb, məktəblərdə",
    "az, şəhər, şəhərlərin",
    "az, Gəncə, Gəncədə",
    "tr, okul, okullar",
    "ru, школа, школу",
    "uk, школа, школу",
    "kk, мектеп, мектептер",
    "ka, სკოლა, სკოლაში",
    "de, Schule, Schulen",
    "fr, école, écoles",
  })
  void formsOfOneWordHaveOneStem(String language, String one, String other) {
    LanguageTag tag = LanguageTag.of(language);
    assertEquals(Stems.stem(tag, one), Stems.stem(tag, other));
  }

  @ParameterizedTest
  @CsvSource({"en, Sunday, Monday", "az, su, od", "ru, школа, дорога"})
  void otherWordsHaveOthers(String language, String one, String other) {
    LanguageTag tag = LanguageTag.of(language);
    assertNotEquals(Stems.stem(tag, one), Stems.stem(tag, other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "az-Cyrl", "sw"})
  void aLanguageWithoutRulesKeepsTheWordButForItsCase(String language) {
    assertEquals("abcs", Stems.stem(LanguageTag.of(language), "ABCs"));
  }

  @Property(tries = 500)
  void aStemIsNeverEmptyAndAlwaysTheSame(
      @ForAll @StringLength(min = 1, max = 120) String word, @ForAll("tags") String language) {
    LanguageTag tag = LanguageTag.of(language);
    String stem = Stems.stem(tag, word);
    if (!Casing.folded(tag, word).isEmpty()) {
      assertNotEquals("", stem);
    }
    assertEquals(stem, Stems.stem(tag, word));
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> tags() {
    return net.jqwik.api.Arbitraries.of(
        "en", "az", "ru", "tr", "hy", "ka", "uk", "kk", "fr", "de", "ar", "fa", "nb", "hu");
  }
}
