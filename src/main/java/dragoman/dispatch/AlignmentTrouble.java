package dragoman.dispatch;

import dragoman.alignment.Verdict;
import dragoman.language.LanguageTag;
import java.util.List;

/**
 * Why texts cannot be aligned as they were given.
 *
 * @param kind what it is
 * @param detail one sentence for a person: what, which texts, what to do
 * @param texts the places of the texts that it is about, from 0
 * @param languages the languages that would do, one for each text; empty where none would
 */
public record AlignmentTrouble(
    Kind kind, String detail, List<Integer> texts, List<LanguageTag> languages) {

  /** What can be wrong with texts that should say the same. */
  public enum Kind {
    /** A text has no sentence with a letter or digit. */
    EMPTY_SIDE,
    /** One text was given twice. */
    SAME_TEXT,
    /** Two texts are said to be in one language. */
    SAME_LANGUAGE,
    /** The languages are those of the texts, in another order. */
    SWAPPED,
    /** A text is in another language than is said. */
    WRONG_LANGUAGE,
    /** The texts have nothing to do with each other. */
    UNRELATED;

    static Kind of(Verdict verdict) {
      return switch (verdict) {
        case EMPTY_SIDE -> EMPTY_SIDE;
        case SAME_TEXT -> SAME_TEXT;
        case SWAPPED -> SWAPPED;
        case WRONG_LANGUAGE -> WRONG_LANGUAGE;
        case UNRELATED -> UNRELATED;
        case ALIGNED -> throw new IllegalArgumentException("Aligned texts are no trouble.");
      };
    }
  }

  /** Keeps copies of the lists. */
  public AlignmentTrouble {
    texts = List.copyOf(texts);
    languages = List.copyOf(languages);
  }
}
