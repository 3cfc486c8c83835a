package dragoman.memory;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of many units that is planned, applied and undone as one.
 *
 * @param id assigned by the database, positive
 * @param memoryId whose units it changes
 * @param why one sentence for the history of each unit
 * @param wanted how many things were to be dealt with
 * @param looked how many of them the plan has looked at so far
 * @param planned units that it changes
 * @param unplanned things that only a person can deal with
 * @param done units that it changed
 * @param skipped units that it left alone, as somebody had changed them since the plan
 * @param undone units that are again as they were
 * @param kept units that the undoing left alone, as somebody had changed them since
 * @param appliedBy empty until it is applied
 * @param undoneBy empty until it is undone
 * @param problem why it failed, in a sentence; else empty
 */
public record Step(
    long id,
    long memoryId,
    Action action,
    String why,
    State state,
    long wanted,
    long looked,
    long planned,
    long unplanned,
    long done,
    long skipped,
    long undone,
    long kept,
    Instant plannedAt,
    String plannedBy,
    Optional<Instant> appliedAt,
    String appliedBy,
    Optional<Instant> undoneAt,
    String undoneBy,
    String problem) {

  /** What is done with the units. */
  public enum Action {
    MEND,
    MERGE,
    DELETE
  }

  /** How far a step is. */
  public enum State {
    PLANNING,
    PLANNED,
    APPLYING,
    APPLIED,
    UNDOING,
    UNDONE,
    FAILED
  }
}
