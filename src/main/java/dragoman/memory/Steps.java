package dragoman.memory;

import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Changes of many units that are planned first, then applied, and can be undone, each as one step.
 * A step goes through the units in batches that are each durable once written, so nobody who
 * confirms a sentence meanwhile waits for long, and a step that was broken off goes on where it
 * was. Safe for several threads.
 */
public final class Steps {
  private static final int BATCH = 500;
  private static final Duration PLAN_LIVES = Duration.ofDays(1);

  private final Tables tables;
  private final LongConsumer written;

  /**
   * @param written told the place of the sequence after each batch
   */
  Steps(Tables tables, LongConsumer written) {
    this.tables = tables;
    this.written = written;
  }

  /**
   * Begins a plan, which changes nothing yet.
   *
   * @param why one sentence for the history of each unit, at most 1000 characters
   * @param wanted how many things are to be dealt with
   * @throws IllegalArgumentException if the memory is read-only
   */
  public Step begin(long memoryId, Step.Action action, String why, long wanted, String who) {
    Changes.By by = Changes.By.now(who);
    return tables
        .jdbi()
        .inTransaction(
            h -> {
              MemoryRows.writable(h, memoryId);
              StepRows rows = rows(h);
              rows.forgetPlans(by.at().minus(PLAN_LIVES));
              return rows.get(rows.create(memoryId, action, why, wanted, by));
            });
  }

  /**
   * Adds to a plan.
   *
   * @param looked how many things were looked at for this
   * @param bundles units that change together or not at all; a unit that the plan has already is
   *     left out, with its bundle
   * @param unplanned things that only a person can deal with
   */
  public void plan(long id, long looked, List<List<UnitPlan>> bundles, long unplanned) {
    tables
        .jdbi()
        .useTransaction(
            h -> {
              StepRows rows = rows(h);
              expect(rows.lock(id), Step.State.PLANNING);
              List<Long> asked =
                  bundles.stream().flatMap(List::stream).map(UnitPlan::unitId).toList();
              Set<Long> known = new HashSet<>(rows.known(id, asked));
              List<List<UnitPlan>> fresh = new ArrayList<>();
              long units = 0;
              for (List<UnitPlan> bundle : bundles) {
                if (bundle.stream().noneMatch(plan -> known.contains(plan.unitId()))) {
                  bundle.forEach(plan -> known.add(plan.unitId()));
                  fresh.add(bundle);
                  units += bundle.size();
                }
              }
              rows.insert(id, fresh);
              rows.count(id, Map.of("looked", looked, "planned", units, "unplanned", unplanned));
            });
  }

  /** Ends a plan: it can be applied from now on. */
  public Step planned(long id) {
    return moved(id, Step.State.PLANNING, Step.State.PLANNED, "");
  }

  /** Ends what cannot go on. */
  public Step failed(long id, String problem) {
    return tables
        .jdbi()
        .inTransaction(
            h -> {
              StepRows rows = rows(h);
              rows.lock(id);
              rows.state(id, Step.State.FAILED, problem);
              return rows.get(id);
            });
  }

  private Step moved(long id, Step.State from, Step.State to, String problem) {
    return tables
        .jdbi()
        .inTransaction(
            h -> {
              StepRows rows = rows(h);
              expect(rows.lock(id), from);
              rows.state(id, to, problem);
              return rows.get(id);
            });
  }

  /**
   * A step.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public Step get(long id) {
    return tables.jdbi().withHandle(h -> rows(h).get(id));
  }

  /** The steps of a memory that did something, the newest first. */
  public Page<Step> list(long memoryId, int offset, int limit) {
    return tables.jdbi().withHandle(h -> rows(h).list(memoryId, offset, limit));
  }

  /** Those that were broken off while they were in this state. */
  public List<Step> inState(Step.State state) {
    return tables.jdbi().withHandle(h -> rows(h).inState(state));
  }

  /** The units of a step, in the order of what changes together. */
  public Page<StepUnit> units(long id, Optional<StepUnit.State> state, int offset, int limit) {
    return tables
        .jdbi()
        .inTransaction(
            h -> {
              Page<StepRows.Planned> page = rows(h).page(id, state, offset, limit);
              List<Long> ids = page.items().stream().map(p -> p.plan().unitId()).toList();
              Map<Long, UnitRows.Placed> units = tables.units().byIds(h, ids, false);
              List<StepUnit> items = new ArrayList<>();
              for (StepRows.Planned planned : page.items()) {
                UnitPlan plan = planned.plan();
                Unit unit = units.get(plan.unitId()).unit();
                List<Variant> before =
                    unit.version() == plan.version()
                        ? unit.variants()
                        : History.of(h, tables.units(), plan.unitId()).stream()
                            .filter(change -> change.version() == plan.version())
                            .findFirst()
                            .map(UnitChange::variants)
                            .orElse(List.of());
                items.add(
                    new StepUnit(
                        unit,
                        plan,
                        planned.state(),
                        before,
                        plan.deletes() ? List.of() : plan.applied(before)));
              }
              return new Page<>(items, page.total());
            });
  }

  /**
   * Says who applies a planned step; {@link #apply} then does it.
   *
   * @throws StaleVersionException if it is not planned, or applied already
   * @throws IllegalArgumentException if the memory is read-only
   */
  public Step beginApply(long id, String who) {
    return begin(id, Step.State.PLANNED, Step.State.APPLYING, "applied", who);
  }

  /**
   * Says who undoes an applied step; {@link #undo} then does it. One that failed half way can be
   * undone too.
   *
   * @throws StaleVersionException if it is not applied, or undone already
   * @throws IllegalArgumentException if the memory is read-only
   */
  public Step beginUndo(long id, String who) {
    return begin(id, Step.State.APPLIED, Step.State.UNDOING, "undone", who);
  }

  private Step begin(long id, Step.State from, Step.State to, String what, String who) {
    Changes.By by = Changes.By.now(who);
    return tables
        .jdbi()
        .inTransaction(
            h -> {
              StepRows rows = rows(h);
              Step step = rows.lock(id);
              MemoryRows.writable(h, step.memoryId());
              boolean halfDone =
                  from == Step.State.APPLIED
                      && step.state() == Step.State.FAILED
                      && step.done() > 0;
              if (!halfDone) {
                expect(step, from);
              }
              rows.begun(id, to, what, by);
              return rows.get(id);
            });
  }

  /**
   * Applies a step that {@link #beginApply} was called for, from where it is.
   *
   * @param goOn asked between batches; where it says no, the step can go on later
   * @return how it stands then
   */
  public Step apply(long id, BooleanSupplier goOn) {
    return run(id, goOn, Step.State.APPLYING, StepUnit.State.PLANNED, Step.State.APPLIED);
  }

  /**
   * Undoes a step that {@link #beginUndo} was called for, from where it is.
   *
   * @param goOn asked between batches; where it says no, the step can go on later
   * @return how it stands then
   */
  public Step undo(long id, BooleanSupplier goOn) {
    return run(id, goOn, Step.State.UNDOING, StepUnit.State.DONE, Step.State.UNDONE);
  }

  private Step run(
      long id, BooleanSupplier goOn, Step.State during, StepUnit.State open, Step.State after) {
    Step step = get(id);
    String who = during == Step.State.APPLYING ? step.appliedBy() : step.undoneBy();
    while (step.state() == during && goOn.getAsBoolean()) {
      Changes.Made<Step> made =
          Changes.make(
              tables, Changes.By.now(who), changes -> batch(changes, id, during, open, after));
      step = made.result();
      written.accept(made.place());
    }
    return step;
  }

  private Step batch(
      Changes changes, long id, Step.State during, StepUnit.State open, Step.State after) {
    StepRows rows = rows(changes.handle());
    Step step = rows.lock(id);
    if (step.state() != during) {
      return step;
    }
    MemoryRows.writable(changes.handle(), step.memoryId());
    List<StepRows.Planned> batch = rows.next(id, open, BATCH);
    if (batch.isEmpty()) {
      rows.state(id, after, "");
      return rows.get(id);
    }
    StepWriting writing = new StepWriting(changes, step);
    Map<Long, StepUnit.State> states =
        during == Step.State.APPLYING ? writing.apply(batch) : writing.undo(batch);
    rows.states(id, states);
    if (during == Step.State.UNDOING) {
      Map<Long, long[]> versions = new HashMap<>();
      batch.stream()
          .filter(planned -> states.get(planned.plan().unitId()) == StepUnit.State.UNDONE)
          .forEach(
              planned ->
                  versions.put(
                      planned.plan().unitId(),
                      new long[] {planned.plan().version(), planned.made() + 1}));
      rows.again(versions);
    }
    Map<StepUnit.State, Long> counts = new HashMap<>();
    states.values().forEach(state -> counts.merge(state, 1L, Long::sum));
    Map<String, Long> more = new LinkedHashMap<>();
    counts.forEach((state, count) -> more.put(column(state), count));
    rows.count(id, more);
    return rows.get(id);
  }

  private static String column(StepUnit.State state) {
    return switch (state) {
      case PLANNED -> "planned";
      case DONE -> "done";
      case SKIPPED -> "skipped";
      case UNDONE -> "undone";
      case KEPT -> "kept";
    };
  }

  private static void expect(Step step, Step.State state) {
    if (step.state() != state) {
      throw new StaleVersionException("step " + step.id());
    }
  }

  private StepRows rows(Handle handle) {
    return new StepRows(handle, tables.languages());
  }
}
