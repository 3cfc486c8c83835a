package dragoman.memory;

import dragoman.language.LanguageTag;
import java.util.Optional;

/**
 * What is to become of a unit's text in one language.
 *
 * @param language the very tag of the text that it takes the place of; one that the unit lacks adds
 *     a text
 * @param becomes the text from then on, perhaps of another language; nothing takes the text out
 */
public record TextChange(LanguageTag language, Optional<Variant> becomes) {

  /** The text is taken out. */
  public static TextChange takenOut(LanguageTag language) {
    return new TextChange(language, Optional.empty());
  }

  /** Another text takes its place. */
  public static TextChange to(LanguageTag language, Variant becomes) {
    return new TextChange(language, Optional.of(becomes));
  }
}
