package dragoman.memory;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.util.List;
import java.util.Optional;

/**
 * A question to the memories: what was translated before that is like this sentence?
 *
 * @param from language of the sentence
 * @param to language of the wanted translation
 * @param source the sentence
 * @param context its neighbours; without them no match is better than exact
 * @param threshold the least score, 1 to 101
 * @param limit how many matches at most, 1 or more
 * @param memories ids of the memories asked; empty for all
 */
public record Query(
    LanguageTag from,
    LanguageTag to,
    TaggedText source,
    Optional<Context> context,
    int threshold,
    int limit,
    List<Long> memories) {

  /**
   * @throws IllegalArgumentException if threshold or limit is out of range
   */
  public Query {
    if (threshold < 1 || threshold > 101) {
      throw new IllegalArgumentException(
          "The threshold is " + threshold + "; it must be 1 to 101.");
    }
    if (limit < 1) {
      throw new IllegalArgumentException("The limit is " + limit + "; it must be 1 or more.");
    }
    memories = List.copyOf(memories);
  }

  /** A question to all memories, without neighbours. */
  public static Query of(
      LanguageTag from, LanguageTag to, TaggedText source, int threshold, int limit) {
    return new Query(from, to, source, Optional.empty(), threshold, limit, List.of());
  }
}
