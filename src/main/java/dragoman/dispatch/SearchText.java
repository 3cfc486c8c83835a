package dragoman.dispatch;

import com.ibm.icu.text.Normalizer2;
import dragoman.language.Casing;
import dragoman.language.LanguageTag;

/** Text as a search compares it: without case and accents, ı and İ as i, in any language. */
final class SearchText {
  private static final LanguageTag ANY = LanguageTag.of("en");

  private SearchText() {}

  static String folded(String text) {
    String parted = Normalizer2.getNFKDInstance().normalize(Casing.folded(ANY, text));
    StringBuilder folded = new StringBuilder();
    parted
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(c -> c == 'ı' ? 'i' : c)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** A pattern for LIKE with {@code !} as escape that finds the word anywhere. */
  static String like(String word) {
    return "%" + folded(word).replaceAll("([!%_])", "!$1") + "%";
  }
}
