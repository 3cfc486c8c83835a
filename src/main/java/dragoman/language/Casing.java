package dragoman.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/** Letters large and small as each language has them: I is the capital of ı in az and tr. */
public final class Casing {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private Casing() {}

  /** All letters small, by the language. */
  public static String lower(LanguageTag language, String text) {
    return isPlain(language, text)
        ? text.toLowerCase(Locale.ROOT)
        : UCharacter.toLowerCase(language.locale(), text);
  }

  /** All letters large, by the language. */
  public static String upper(LanguageTag language, String text) {
    return UCharacter.toUpperCase(language.locale(), text);
  }

  /** The first letter large, the rest as it is. */
  public static String capitalized(LanguageTag language, String text) {
    if (text.isEmpty()) {
      return text;
    }
    int end = text.offsetByCodePoints(0, 1);
    return upper(language, text.substring(0, end)) + text.substring(end);
  }

  /** A form for comparing without case: small letters by the language, NFC. */
  public static String folded(LanguageTag language, String text) {
    return isPlain(language, text)
        ? text.toLowerCase(Locale.ROOT)
        : NFC.normalize(UCharacter.foldCase(lower(language, text), true));
  }

  /** Whether every letter is one of ASCII's and has the case there that all languages know. */
  private static boolean isPlain(LanguageTag language, String text) {
    if (language.language().equals("az") || language.language().equals("tr")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Unicode's composed form (UAX 15), the form of every text in Dragoman. */
  public static String nfc(String text) {
    return NFC.normalize(text);
  }
}
