package dragoman.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.Map;

/**
 * How much a decoded text looks like one that a person wrote: letters that the desk's languages
 * use, words in one script, small letters inside of words. Tells apart the one-byte encodings,
 * which decode anything.
 */
final class Plausibility {
  private static final int SAMPLE = 20_000;

  /** Letters beyond ASCII that the desk's languages are written with; others are doubtful. */
  private static final String KNOWN =
      "çğıöşüəâîûÇĞİÖŞÜƏÂÎÛ" // Azerbaijani, Turkish
          + "äöüßÄÖÜ" // German
          + "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ" // French
          + "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
          + "іїєґІЇЄҐ" // Ukrainian
          + "آابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأؤإئپچژگکی"; // Arabic, Persian

  private static final Map<Integer, Double> COMMON_SIGNS =
      Map.of(
          (int) '«', 0.5,
          (int) '»', 0.5,
          (int) '“', 0.5,
          (int) '”', 0.5,
          (int) '’', 0.5,
          (int) '–', 0.5,
          (int) '—', 0.5,
          (int) '№', 0.5,
          (int) '،', 0.5,
          (int) '؟', 0.5);

  private Plausibility() {}

  /** From below 0, noise, to 1: every sign beyond ASCII is one that such a text would have. */
  static double of(String text) {
    int length = Math.min(text.length(), SAMPLE);
    double points = 0;
    int signs = 0;
    int previous = ' ';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        signs++;
        points += sign(c, previous);
      }
      previous = c;
    }
    return signs == 0 ? 1 : points / signs;
  }

  private static double sign(char c, int previous) {
    if (!UCharacter.isLetter(c)) {
      return c < 0xA0 || c == 0xFFFD ? -2 : COMMON_SIGNS.getOrDefault((int) c, 0.0);
    }
    double points = KNOWN.indexOf(c) >= 0 ? 1 : -0.5;
    if (UCharacter.isLetter(previous)) {
      if (UScript.getScript(previous) != UScript.getScript(c)) {
        points -= 1.5;
      }
      if (UCharacter.isLowerCase(previous) && UCharacter.isUpperCase(c)) {
        points -= 1.5;
      }
    }
    return points;
  }
}
