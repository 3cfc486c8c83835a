package dragoman.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

class CasingTest {
  @Property
  void asciiFoldsAsIcuFoldsItInEveryLanguage(
      @ForAll @CharRange(from = ' ', to = '\u00ff') String text) {
    for (String tag : new String[] {"en", "az", "tr", "lt", "nl", "el", "x-desk"}) {
      LanguageTag language = LanguageTag.of(tag);
      String small = UCharacter.toLowerCase(language.locale(), text);
      assertEquals(small, Casing.lower(language, text));
      assertEquals(
          Normalizer2.getNFCInstance().normalize(UCharacter.foldCase(small, true)),
          Casing.folded(language, text));
    }
  }
}
