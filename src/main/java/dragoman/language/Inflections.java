package dragoman.language;

/** Which rules are whose. */
final class Inflections {
  private static final Inflection NONE =
      (base, word) -> base.equals(word) ? Inflection.Fit.FORM : Inflection.Fit.NONE;

  private Inflections() {}

  static Inflection of(LanguageTag language) {
    return switch (language.key()) {
      case "ar-Arab" -> new ArabicInflection();
      case "az-Latn" -> TurkicInflection.azerbaijani(language);
      case "de-Latn" -> new GermanInflection(language);
      case "en-Latn" -> new EnglishInflection(language);
      case "fa-Arab" -> new PersianInflection(language);
      case "fr-Latn" -> RomanceInflection.french(language);
      case "hy-Armn" -> new ArmenianInflection(language);
      case "it-Latn" -> RomanceInflection.italian(language);
      case "ka-Geor" -> new GeorgianInflection(language);
      case "kk-Cyrl" -> TurkicInflection.kazakh(language);
      case "ru-Cyrl" -> SlavicInflection.russian(language);
      case "tr-Latn" -> TurkicInflection.turkish(language);
      case "uk-Cyrl" -> SlavicInflection.ukrainian(language);
      default -> NONE;
    };
  }
}
