package dragoman.glossary;

import java.time.Instant;
import java.util.Optional;

/**
 * One change in a concept's history.
 *
 * @param version the concept's version after it
 * @param before the concept before; nothing where it was made
 * @param after the concept after; nothing where it was deleted
 * @param why what who did it said of it; may be empty
 */
public record ConceptChange(
    long id,
    long concept,
    long version,
    Action action,
    Instant at,
    String by,
    Optional<Concept> before,
    Optional<Concept> after,
    String why) {

  /** What was done. */
  public enum Action {
    CREATED,
    CHANGED,
    MERGED,
    DELETED
  }
}
