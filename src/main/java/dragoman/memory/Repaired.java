package dragoman.memory;

import dragoman.text.TaggedText;
import java.util.List;

/**
 * A match's target as the sentence needs it.
 *
 * @param text the mended target
 * @param certain whether it is proved right; what is not is offered, never inserted
 * @param exchanges what was exchanged, in order of place
 */
public record Repaired(TaggedText text, boolean certain, List<Exchange> exchanges) {

  public Repaired {
    exchanges = List.copyOf(exchanges);
  }
}
