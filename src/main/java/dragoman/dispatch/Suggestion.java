package dragoman.dispatch;

import dragoman.memory.Match;
import dragoman.memory.Repaired;
import dragoman.quality.Finding;
import dragoman.text.TaggedText;
import java.util.List;
import java.util.Optional;

/**
 * A match as it is offered for a segment.
 *
 * @param target the match's text with the segment's own tags
 * @param changes what glossary and numbers say that has to become another in it, each with its
 *     place in the target
 * @param repaired the text as the segment needs it, where the match can be mended
 */
public record Suggestion(
    Match match, TaggedText target, List<Finding> changes, Optional<Repaired> repaired) {

  public Suggestion {
    changes = List.copyOf(changes);
  }
}
