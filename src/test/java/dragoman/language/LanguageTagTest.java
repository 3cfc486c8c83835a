package dragoman.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
  @ParameterizedTest
  @CsvSource({"az, az_AZ", "az, AZ", "az, az-Latn-AZ", "en, en-GB", "x-foo, X-Foo", "sr, sr-Cyrl"})
  void tagsOfOneLanguageAndScriptMeet(String one, String other) {
    assertTrue(LanguageTag.of(one).meets(LanguageTag.of(other)));
    assertTrue(LanguageTag.of(other).meets(LanguageTag.of(one)));
  }

  @ParameterizedTest
  @CsvSource({"az, az-Cyrl", "x-foo, en", "x-foo, x-bar", "x-foo, qaa", "und-Cyrl, ru", "zxx, mul"})
  void tagsOfOthersDoNot(String one, String other) {
    assertFalse(LanguageTag.of(one).meets(LanguageTag.of(other)));
    assertFalse(LanguageTag.of(other).meets(LanguageTag.of(one)));
  }

  @Test
  void whatNamesNoLanguageIsOnlyItself() {
    List<LanguageTag> all =
        List.of("x-foo", "x-foo-en", "und-Latn", "und-AZ", "en", "qaa", "tlh").stream()
            .map(LanguageTag::of)
            .toList();
    for (LanguageTag one : all) {
      assertEquals(1, all.stream().filter(one::meets).count(), one.value());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "az-Latn", "pt-BR", "ckb", "tlh", "qaa", "x-desk", "zh-yue", "sh"})
  void aLanguageThatIsRegisteredIsOne(String tag) {
    assertTrue(LanguageTag.of(tag).isOneLanguage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz", "qzz", "mul", "zxx", "und-Latn", "mis", "comment", "english"})
  void anotherIsNone(String tag) {
    assertFalse(LanguageTag.of(tag).isOneLanguage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zz_bad_xx", "en-eng", "not a tag", "e", "und"})
  void whatIsNoTagIsRefusedInASentence(String tag) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> LanguageTag.of(tag)).getMessage();
    assertTrue(said.contains("is not a language tag"), said);
  }
}
