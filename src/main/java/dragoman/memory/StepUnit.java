package dragoman.memory;

import java.util.List;

/**
 * A unit of a step.
 *
 * @param unit as it stands now
 * @param plan what the step does with it
 * @param state how far it is
 * @param before its texts without the step
 * @param after its texts with the step; empty where it is deleted
 */
public record StepUnit(
    Unit unit, UnitPlan plan, State state, List<Variant> before, List<Variant> after) {

  /** How far a step is with a unit. */
  public enum State {
    PLANNED,
    DONE,
    /** Somebody had changed it since the plan. */
    SKIPPED,
    UNDONE,
    /** Somebody had changed it since the step, so undoing left it alone. */
    KEPT
  }

  public StepUnit {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
