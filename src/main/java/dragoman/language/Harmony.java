package dragoman.language;

/**
 * Vowel harmony and assimilation of a Turkic language: writes a suffix behind a word. A suffix is
 * written with capitals for what changes: A low vowel, I high vowel, D, L, N, K, M consonants that
 * follow the sound before (Kazakh: L plural, N genitive, O accusative, B ablative, K dative, M
 * instrumental); {@code (x)} stands only behind a vowel, {@code [x]} only behind a consonant.
 */
enum Harmony {
  AZERBAIJANI("aıouəeiöü", "aıou", "ouöü", "aə", "ıiuü", "çfhkpqsşt"),
  TURKISH("aıoueiöüâîû", "aıouâ", "ouöüû", "ae", "ıiuü", "çfhkpsşt"),
  KAZAKH("аәеёиоөуұүыіэюя", "аоуұыёюя", "", "ае", "ыіыі", "пфкқтсшщчцхһбвгд");

  private final String vowels;
  private final String back;
  private final String rounded;
  private final String low;
  private final String high;
  private final String voiceless;

  Harmony(String vowels, String back, String rounded, String low, String high, String voiceless) {
    this.vowels = vowels;
    this.back = back;
    this.rounded = rounded;
    this.low = low;
    this.high = high;
    this.voiceless = voiceless;
  }

  boolean isVowel(char c) {
    return vowels.indexOf(c) >= 0;
  }

  /** The word with the suffix, harmonised; the word in small letters. */
  String attach(String word, String suffix) {
    return word + realize(word, suffix);
  }

  /** The suffix as it is written behind the word. */
  String realize(String word, String suffix) {
    StringBuilder out = new StringBuilder(word);
    boolean vowelEnd = !word.isEmpty() && isVowel(word.charAt(word.length() - 1));
    for (int i = 0; i < suffix.length(); i++) {
      char c = suffix.charAt(i);
      if (c == '(' || c == '[') {
        if (vowelEnd == (c == '(')) {
          out.append(sound(out, suffix.charAt(i + 1)));
        }
        i += 2;
      } else {
        out.append(sound(out, c));
      }
    }
    return out.substring(word.length());
  }

  private char sound(CharSequence before, char c) {
    return switch (c) {
      case 'A' -> low.charAt(isBack(before) ? 0 : 1);
      case 'I' -> high.charAt((isBack(before) ? 0 : 1) + (isRounded(before) ? 2 : 0));
      case 'D' -> this == AZERBAIJANI || !voicelessEnd(before) ? plain('d') : plain('t');
      case 'C' -> this == AZERBAIJANI ? 'c' : voicelessEnd(before) ? 'ç' : 'c';
      case 'L' -> voicelessEnd(before) ? 'т' : isOneOf(before, "зжмнңл") ? 'д' : 'л';
      case 'N' -> voicelessEnd(before) ? 'т' : vowelOrNasal(before) ? 'н' : 'д';
      case 'B' -> voicelessEnd(before) ? 'т' : isOneOf(before, "мнң") ? 'н' : 'д';
      case 'O' -> voicelessEnd(before) ? 'т' : isVowel(last(before)) ? 'н' : 'д';
      case 'M' -> voicelessEnd(before) ? 'п' : isOneOf(before, "зж") ? 'б' : 'м';
      case 'K' -> voicelessEnd(before) ? isBack(before) ? 'қ' : 'к' : isBack(before) ? 'ғ' : 'г';
      default -> c;
    };
  }

  private char plain(char c) {
    return this == KAZAKH ? (c == 'd' ? 'д' : 'т') : c;
  }

  private boolean vowelOrNasal(CharSequence before) {
    char c = last(before);
    return isVowel(c) || "мнң".indexOf(c) >= 0;
  }

  private static boolean isOneOf(CharSequence before, String letters) {
    return letters.indexOf(last(before)) >= 0;
  }

  private boolean voicelessEnd(CharSequence before) {
    return voiceless.indexOf(last(before)) >= 0;
  }

  private static char last(CharSequence text) {
    return text.length() == 0 ? ' ' : text.charAt(text.length() - 1);
  }

  private boolean isBack(CharSequence before) {
    char vowel = lastVowel(before);
    if (this == KAZAKH && (vowel == 'и' || vowel == 'у')) {
      // both are neutral: the vowel before decides, else и is front and у is back
      char earlier = vowelBefore(before);
      return earlier == ' ' ? vowel == 'у' : back.indexOf(earlier) >= 0;
    }
    return back.indexOf(vowel) >= 0;
  }

  private boolean isRounded(CharSequence before) {
    return rounded.indexOf(lastVowel(before)) >= 0;
  }

  private char lastVowel(CharSequence text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (isVowel(text.charAt(i))) {
        return text.charAt(i);
      }
    }
    return ' ';
  }

  private char vowelBefore(CharSequence text) {
    int i = text.length() - 1;
    while (i >= 0 && !isVowel(text.charAt(i))) {
      i--;
    }
    for (i--; i >= 0; i--) {
      char c = text.charAt(i);
      if (isVowel(c) && c != 'и' && c != 'у') {
        return c;
      }
    }
    return ' ';
  }
}
