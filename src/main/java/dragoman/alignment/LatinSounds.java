package dragoman.alignment;

import com.ibm.icu.text.Normalizer2;

/** Reads Latin letters as a language reads them: c is dzh in Azerbaijani and Turkish. */
final class LatinSounds {
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private LatinSounds() {}

  /**
   * The sounds of a word in small letters.
   *
   * @param language the language subtag; one that is not known here is read letter by letter
   */
  static String of(String language, String lower) {
    String plain =
        switch (language) {
          case "az" -> turkic(lower).replace("x", "kh").replace("q", "g");
          case "tr" -> turkic(lower);
          case "fr" -> french(lower);
          case "de" -> german(lower);
          default -> lower;
        };
    return sounds(bare(plain), language.equals("en"));
  }

  private static String turkic(String lower) {
    return lower
        .replace("j", "zh")
        .replace("c", "j")
        .replace("ç", "ch")
        .replace("ş", "sh")
        .replace("ğ", "g");
  }

  private static String french(String lower) {
    return lower
        .replace("j", "zh")
        .replace("tch", "tsh")
        .replace("ch", "sh")
        .replace("eau", "o")
        .replace("ou", "u")
        .replace("ç", "s")
        .replace("qu", "k")
        .replace("tsh", "ch");
  }

  private static String german(String lower) {
    return lower
        .replace("tsch", "tsh")
        .replace("sch", "sh")
        .replace("ch", "kh")
        .replace("tsh", "ch")
        .replace("ckh", "kh")
        .replace("j", "y")
        .replace("z", "ts")
        .replace("w", "v")
        .replace("ß", "s");
  }

  /** Without marks: the letters a to z alone. */
  private static String bare(String text) {
    String decomposed = NFD.normalize(text);
    StringBuilder out = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char letter = decomposed.charAt(i);
      switch (letter) {
        case 'ə', 'æ' -> out.append('a');
        case 'ı' -> out.append('i');
        case 'œ', 'ø' -> out.append('o');
        default -> {
          if (letter >= 'a' && letter <= 'z') {
            out.append(letter);
          }
        }
      }
    }
    return out.toString();
  }

  private static String sounds(String word, boolean english) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
      boolean digraph = next == 'h' && "sczkgtpd".indexOf(letter) >= 0;
      switch (letter) {
        case 's' -> Sounds.append(out, digraph ? 'S' : 's');
        case 'z' -> Sounds.append(out, digraph ? 'Z' : 'z');
        case 'c' -> Sounds.append(out, digraph ? 'C' : "eiy".indexOf(next) >= 0 ? 's' : 'k');
        case 'k' -> Sounds.append(out, digraph ? 'x' : 'k');
        case 'p' -> Sounds.append(out, digraph ? 'f' : 'p');
        case 't' -> Sounds.append(out, next == 's' ? 'c' : 't');
        case 'x' -> {
          Sounds.append(out, 'k');
          Sounds.append(out, 's');
        }
        case 'q' -> Sounds.append(out, 'k');
        case 'j' -> Sounds.append(out, 'J');
        default -> Sounds.append(out, letter);
      }
      if (digraph || letter == 't' && next == 's' || english && letter == 'q' && next == 'u') {
        i++;
      }
    }
    return out.toString();
  }
}
