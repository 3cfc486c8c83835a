package dragoman.dispatch;

import dragoman.glossary.Concept;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a change of a concept does to memories and open dispatches: looked for before it is made,
 * applied with it as one step, undone as one step.
 *
 * @param id assigned by the database
 * @param concept the concept's id; 0 for a new one that is not kept yet
 * @param before the concept as it is; nothing for a new one
 * @param after the concept as it is to be; nothing where it is to be deleted
 * @param looked how many texts were read for it so far
 * @param more whether there are more places than are listed, which are left as they are
 * @param homes how many units and dispatches have such places
 * @param counts how many places there are of each verdict
 * @param done places that it changed
 * @param skipped places that were chosen and left alone, as somebody had changed them meanwhile
 * @param undone places that are again as they were
 * @param kept places that the undoing left alone, as somebody had changed them since
 * @param why what who applied it said of it
 * @param appliedBy empty until it is applied
 * @param undoneBy empty until it is undone
 * @param problem why it failed, or what of it could not be undone, in a sentence; else empty
 */
public record TermImpact(
    long id,
    long concept,
    State state,
    Optional<Concept> before,
    Optional<Concept> after,
    long looked,
    boolean more,
    Homes homes,
    List<Count> counts,
    long done,
    long skipped,
    long undone,
    long kept,
    String why,
    Instant madeAt,
    String madeBy,
    Optional<Instant> appliedAt,
    String appliedBy,
    Optional<Instant> undoneAt,
    String undoneBy,
    String problem) {

  /** How far it is. */
  public enum State {
    LOOKING,
    READY,
    APPLYING,
    APPLIED,
    UNDOING,
    UNDONE,
    FAILED
  }

  /** How many units, in how many memories, and how many dispatches are touched. */
  public record Homes(long units, long memories, long dispatches) {}

  /** How many places of one verdict there are, and how many of them were chosen for mending. */
  public record Count(ImpactPlace.Verdict verdict, long units, long segments) {}
}
