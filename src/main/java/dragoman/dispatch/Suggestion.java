package dragoman.dispatch;

import dragoman.memory.Match;
import dragoman.quality.Finding;
import dragoman.text.TaggedText;
import java.util.List;

/**
 * A match as it is offered for a segment.
 *
 * @param target the match's text with the segment's own tags
 * @param changes what glossary and numbers say that has to become another in it, each with its
 *     place in the target
 */
public record Suggestion(Match match, TaggedText target, List<Finding> changes) {

  public Suggestion {
    changes = List.copyOf(changes);
  }
}
