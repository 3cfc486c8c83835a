package dragoman.memory;

import dragoman.language.LanguageTag;
import java.util.Optional;

/**
 * A search through the units of one memory.
 *
 * @param memoryId the memory
 * @param text any part of a text, found without regard to case, by each language's own letters;
 *     empty for every unit
 * @param language only in this language's texts; none for any
 * @param deleted whether to search the deleted units instead of the others
 * @param offset how many to pass over, 0 or more
 * @param limit how many at most, 1 or more
 */
public record UnitSearch(
    long memoryId,
    String text,
    Optional<LanguageTag> language,
    boolean deleted,
    int offset,
    int limit) {

  /**
   * @throws IllegalArgumentException if offset or limit is out of range
   */
  public UnitSearch {
    if (offset < 0 || limit < 1) {
      throw new IllegalArgumentException(
          "A page needs an offset of 0 or more and a limit of 1 or more.");
    }
  }
}
