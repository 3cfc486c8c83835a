package dragoman.language;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which renaming is whose; made once, since ICU reads its rules of spelling anew each time. */
final class Renamings {
  private static final Map<String, Renaming> KNOWN = new ConcurrentHashMap<>();

  private Renamings() {}

  static Renaming of(LanguageTag language) {
    return KNOWN.computeIfAbsent(language.value(), value -> make(language));
  }

  private static Renaming make(LanguageTag language) {
    return switch (language.key()) {
      case "az-Latn", "tr-Latn" -> new TurkicRenaming(language);
      case "ru-Cyrl", "uk-Cyrl" -> new SlavicRenaming(language);
      case "de-Latn" -> new GermanRenaming(language);
      case "en-Latn" -> new EnglishRenaming(language);
      case "fr-Latn" -> new FrenchRenaming(language);
      default -> new PlainRenaming(language);
    };
  }
}
