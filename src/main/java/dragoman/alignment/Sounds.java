package dragoman.alignment;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes words of any script as the sounds they stand for, so that a name can be compared with
 * itself in another script: Ganja, Гянджа, Gəncə and گنجه become nearly the same.
 *
 * <p>Letters outside Latin are romanized by ICU one by one; Latin letters are read as the language
 * reads them. A sound is one character: {@code S} is sh, {@code Z} zh, {@code C} ch, {@code J} dzh,
 * {@code c} ts, {@code x} kh; the others are themselves.
 */
final class Sounds {
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private final Transliterator latin = Transliterator.getInstance("Any-Latin");
  private final Map<Integer, String> letters = new ConcurrentHashMap<>();

  /** The sounds of a word as its language reads it. */
  String of(LanguageTag language, String word) {
    String lower = Casing.lower(language, word);
    int first = lower.isEmpty() ? 0 : lower.codePointAt(0);
    boolean isLatin = first != 0 && UScript.getScript(first) == UScript.LATIN;
    return isLatin ? LatinSounds.of(language.language(), lower) : spelled(romanized(lower));
  }

  /** The sounds of a Latin word as no language in particular reads it, its letters nearly. */
  String ofLetters(LanguageTag language, String word) {
    return LatinSounds.of("", Casing.lower(language, word));
  }

  private String romanized(String lower) {
    StringBuilder out = new StringBuilder(lower.length() + 8);
    lower
        .replace("ու", "у")
        .replace("дж", "ջ")
        .codePoints()
        .forEach(letter -> out.append(letters.computeIfAbsent(letter, this::romanized)));
    return out.toString();
  }

  private String romanized(int letter) {
    String plain = Character.toString(letter);
    if (!UCharacter.isLetter(letter)) {
      return "";
    }
    String fixed = special(letter);
    return fixed != null ? fixed : digraphs(NFD.normalize(latin.transliterate(plain)));
  }

  /** Letters whose scholarly romanization does not say how they sound in names. */
  private static String special(int letter) {
    return switch (letter) {
      case 'й' -> "y";
      case 'х', 'ҳ', 'խ' -> "kh";
      case 'ц', 'ծ', 'ց' -> "ts";
      case 'ю' -> "yu";
      case 'я' -> "ya";
      case 'ё' -> "yo";
      case 'є' -> "ye";
      case 'щ' -> "sh";
      case 'ъ', 'ь', 'ʼ', 'ع', 'ء' -> "";
      case 'ձ' -> "dz";
      case 'ղ', 'ғ', 'ґ' -> "g";
      case 'ջ' -> "j";
      case 'և' -> "ev";
      case 'ւ' -> "v";
      case 'ა' -> "a";
      case 'ფ' -> "p";
      case 'ة', 'ه' -> "h";
      case 'و' -> "w";
      case 'ی', 'ي', 'ى', 'ئ' -> "y";
      default -> null;
    };
  }

  private static String digraphs(String decomposed) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < decomposed.length(); i++) {
      char letter = decomposed.charAt(i);
      char mark = i + 1 < decomposed.length() ? decomposed.charAt(i + 1) : 0;
      if (mark == '\u030C' && "czsj".indexOf(letter) >= 0) {
        out.append(letter == 'j' ? "j" : letter + "h");
      } else if (letter >= 'a' && letter <= 'z' || letter == 'ə') {
        out.append(letter == 'ə' ? 'a' : letter);
      }
    }
    return out.toString();
  }

  /** Romanized letters with their digraphs, as sounds. */
  private static String spelled(String romanized) {
    StringBuilder out = new StringBuilder(romanized.length());
    for (int i = 0; i < romanized.length(); i++) {
      char letter = romanized.charAt(i);
      boolean before = i + 1 < romanized.length() && romanized.charAt(i + 1) == 'h';
      char sound =
          switch (letter) {
            case 's' -> before ? 'S' : 's';
            case 'z' -> before ? 'Z' : 'z';
            case 'c' -> before ? 'C' : 'k';
            case 'k' -> before ? 'x' : 'k';
            case 'g' -> 'g';
            case 'q' -> 'k';
            case 'j' -> 'J';
            default -> letter;
          };
      if (letter == 't' && i + 1 < romanized.length() && romanized.charAt(i + 1) == 's') {
        sound = 'c';
        i++;
      } else if (before && "szckgtd".indexOf(letter) >= 0) {
        i++;
      }
      append(out, sound);
    }
    return out.toString();
  }

  /** Adds a sound unless the last one was the same: doubled letters sound once. */
  static void append(StringBuilder out, char sound) {
    if (out.length() == 0 || out.charAt(out.length() - 1) != sound) {
      out.append(sound);
    }
  }
}
