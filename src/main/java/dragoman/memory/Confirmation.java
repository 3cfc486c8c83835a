package dragoman.memory;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A translator's word that a target says what the source says.
 *
 * @param memoryId the memory that takes it
 * @param from language of the source
 * @param source the sentence
 * @param to language of the target
 * @param target its translation
 * @param context the source's neighbours
 * @param who the person's name
 * @param previousUnit the unit that this very segment was confirmed into before; confirming again
 *     corrects it
 * @param origin where it comes from: {@code dispatch}, {@code slug}, {@code segment}; two
 *     confirmations with the same {@code segment} are of one sentence in one place
 */
public record Confirmation(
    long memoryId,
    LanguageTag from,
    TaggedText source,
    LanguageTag to,
    TaggedText target,
    Context context,
    String who,
    OptionalLong previousUnit,
    Map<String, String> origin) {

  /**
   * @throws IllegalArgumentException if both languages are the same
   */
  public Confirmation {
    if (from.meets(to)) {
      throw new IllegalArgumentException(
          "A sentence cannot be confirmed from " + from + " to " + to + ": that is one language.");
    }
    origin = Collections.unmodifiableMap(new LinkedHashMap<>(origin));
  }
}
