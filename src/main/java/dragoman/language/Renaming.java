package dragoman.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a name in another one's place, in the form that the place asks for, with the prepositions,
 * articles and verbs beside it that have to agree. Immutable and safe for many threads.
 */
public interface Renaming {

  /** What the name is in the sentence that the text translates, as far as that can be told. */
  enum Role {
    /** It begins the sentence, and no preposition stands before it. */
    SUBJECT,
    /** It has “of” before it or a genitive's ending. */
    OF,
    TO,
    IN,
    FROM,
    BY,
    WITH,
    UNKNOWN
  }

  /**
   * A name in the text, and the one that takes its place.
   *
   * @param text the whole text
   * @param start where the name begins
   * @param end behind its last word, endings included
   * @param from its base form
   * @param to the base form of the other
   * @param role what it is in the source
   */
  record Place(String text, int start, int end, String from, String to, Role role) {
    String written() {
      return text.substring(start, end);
    }

    /** Whether nothing but marks and spaces stands before it. */
    boolean opens() {
      return text.substring(0, start).codePoints().noneMatch(Character::isLetterOrDigit);
    }
  }

  /** The renaming of a language; of one that has no rules, where nothing is certain. */
  static Renaming of(LanguageTag language) {
    return Renamings.of(language);
  }

  /**
   * Which forms of a base form a written one may be. Forms of two names that share one say the same
   * of both.
   */
  default Set<String> slots(String base, String written) {
    String plain = written.replace('’', '\'');
    return Set.of(
        plain.regionMatches(true, 0, base, 0, base.length())
            ? plain.substring(base.length())
            : "?" + written);
  }

  /** What to change; nothing where the form of the first name is not understood. */
  Optional<Rewriting> rename(Place place);

  /** The new name with the capitals of the old: all of them in a headline, one at the start. */
  static String cased(LanguageTag language, Place place, String name) {
    String written = place.written();
    boolean shouted = shouts(written) && !shouts(place.from());
    if (shouted) {
      return Casing.upper(language, name);
    }
    boolean capital = Character.isUpperCase(written.codePointAt(0));
    boolean raised = capital && Character.isLowerCase(place.from().codePointAt(0));
    return place.opens() && capital || raised ? Casing.capitalized(language, name) : name;
  }

  /** Whether all letters of a text are capitals, and it has several. */
  static boolean shouts(String text) {
    List<Integer> letters = text.codePoints().filter(Character::isLetter).boxed().toList();
    return letters.size() > 1 && letters.stream().allMatch(Character::isUpperCase);
  }
}
