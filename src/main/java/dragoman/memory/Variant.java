package dragoman.memory;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;

/**
 * A unit's text in one language (a TMX {@code tuv}).
 *
 * @param language as it was given; two variants are of one language where the tags {@linkplain
 *     LanguageTag#meets meet}
 * @param text never blank, at most {@value #LONGEST} UTF-16 units
 * @param metadata what a file said of it
 */
public record Variant(LanguageTag language, TaggedText text, Metadata metadata) {

  /** The longest plain text that a variant may have, in UTF-16 units. */
  public static final int LONGEST = 1_000_000;

  /**
   * @throws IllegalArgumentException if the text is blank, too long, or holds a character that no
   *     database takes (U+0000, or half of a surrogate pair)
   */
  public Variant {
    if (text.isBlank()) {
      throw new IllegalArgumentException("The text in " + language + " is empty.");
    }
    if (text.plain().length() > LONGEST) {
      throw new IllegalArgumentException(
          "The text in "
              + language
              + " has "
              + text.plain().length()
              + " characters; a unit may have "
              + LONGEST
              + " at most. Split it into sentences first.");
    }
    int bad = unstorable(text.plain());
    if (bad >= 0) {
      throw new IllegalArgumentException(
          "The text in "
              + language
              + " holds a broken character (U+"
              + String.format("%04X", (int) text.plain().charAt(bad))
              + ") at place "
              + bad
              + "; take it out.");
    }
  }

  /** A variant of which nothing else is known. */
  public static Variant of(LanguageTag language, TaggedText text) {
    return new Variant(language, text, Metadata.EMPTY);
  }

  private static int unstorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return i;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
