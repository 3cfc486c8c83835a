package dragoman.language;

import java.util.List;
import java.util.Optional;

/**
 * How a language changes its words. One word at a time; a term of several words is accepted when
 * each of its words is.
 *
 * <p>All words but those of {@link #forms} and {@link #like} are {@linkplain Folding folded}.
 * Implementations are immutable and safe for many threads.
 */
public interface Inflection {

  /** How a word of a text stands to the base form of a word. */
  enum Fit {
    /** It is another word. */
    NONE,
    /** It is made from it: the adjective or the people of a place. */
    DERIVED,
    /** It is one of its forms. */
    FORM
  }

  /** The inflection of a language; of one that has no rules, where only the word itself fits. */
  static Inflection of(LanguageTag language) {
    return Inflections.of(language);
  }

  /** How a word stands to a base form. */
  Fit fit(String base, String word);

  /** Whether a word is a form of the base form: {@link #fit} without a look at derived words. */
  default boolean accepts(String base, String form) {
    return fit(base, form) == Fit.FORM;
  }

  /**
   * Whether a word that fits stands for itself between its neighbours, and is not part of another
   * name, as in {@code Mexico City} or {@code French Guiana}. Words as they are written; empty
   * where there is no neighbour.
   */
  default boolean standsAlone(String before, String word, String after, Fit fit) {
    return true;
  }

  /** How one word stands to a term of several, as {@code северокорейский} to its two words. */
  default Fit fitJoined(List<String> base, String word) {
    return Fit.NONE;
  }

  /**
   * The forms of a word, in the spelling of the base, the base first. Those that a text needs most;
   * {@link #fit} knows more.
   */
  default List<String> forms(String base) {
    return List.of(base);
  }

  /**
   * The form of another word that says what this form says: {@code like("Mingəçevir", "Mingəçaur",
   * "Mingəçaurda")} is {@code Mingəçevirdə}. All as they are written, not folded.
   *
   * @return nothing where the form cannot be told for certain
   */
  default Optional<String> like(String base, String model, String modelForm) {
    return model.equals(modelForm) ? Optional.of(base) : Optional.empty();
  }

  /** What every form of a word begins with, behind what may stand before it; never empty. */
  default String stem(String base) {
    return base;
  }

  /**
   * Where in a word of a text a term may begin: 0, and behind each article, preposition or other
   * word that is written together with it.
   */
  default int[] onsets(String word) {
    return new int[] {0};
  }
}
