package dragoman.memory;

import dragoman.language.LanguageTag;

/** The quotation marks of a language's press. */
final class QuoteMarks {
  private QuoteMarks() {}

  /** The opening and the closing one; straight where the text has straight ones already. */
  static String[] of(LanguageTag language, String text) {
    if (text.indexOf('"') >= 0) {
      return new String[] {"\"", "\""};
    }
    return switch (language.language()) {
      case "ru", "uk", "kk", "hy", "fa", "ar", "it" -> new String[] {"«", "»"};
      case "fr" -> new String[] {"« ", " »"};
      case "de", "ka" -> new String[] {"„", "“"};
      case "az" -> new String[] {"“", "”"};
      default -> new String[] {"“", "”"};
    };
  }
}
