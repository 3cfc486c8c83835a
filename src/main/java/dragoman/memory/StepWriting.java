package dragoman.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes one batch of a step, forth or back, inside a transaction that holds the sequence. */
final class StepWriting {
  private final Changes changes;
  private final Handle handle;
  private final Step step;
  private final String note;
  private final PreparedBatch units;
  private final PreparedBatch history;
  private final PreparedBatch closing;

  StepWriting(Changes changes, Step step) {
    this.changes = changes;
    this.handle = changes.handle();
    this.step = step;
    Map<String, String> said = new LinkedHashMap<>();
    said.put("step", Long.toString(step.id()));
    said.put("why", step.why());
    this.note = Json.ofStrings(said);
    units =
        handle.prepareBatch(
            "UPDATE unit SET version = :version, place = :place, deleted = :deleted, changed_at ="
                + " :at, changed_by = :who WHERE id = :id");
    history =
        handle.prepareBatch(
            "INSERT INTO unit_change (unit_id, version, place, what, at, who, origin) VALUES (:id,"
                + " :version, :place, :what, :at, :who, :origin)");
    closing =
        handle.prepareBatch(
            "UPDATE variant SET until = :version WHERE unit_id = :unit AND slot = :slot AND until"
                + " IS NULL");
  }

  /** Applies bundles whose units are all as they were planned from; the others are left alone. */
  Map<Long, StepUnit.State> apply(List<StepRows.Planned> batch) {
    List<Long> ids = batch.stream().map(p -> p.plan().unitId()).toList();
    Map<Long, UnitRows.Placed> placed = changes.tables().units().byIds(handle, ids);
    Set<Long> stale = new HashSet<>();
    for (StepRows.Planned planned : batch) {
      UnitRows.Placed now = placed.get(planned.plan().unitId());
      if (now == null
          || now.unit().deleted()
          || now.unit().version() != planned.plan().version()
          || now.unit().memoryId() != step.memoryId()) {
        stale.add(planned.bundle());
      }
    }
    List<StepRows.Planned> good = batch.stream().filter(p -> !stale.contains(p.bundle())).toList();
    Map<Long, StepUnit.State> states = new LinkedHashMap<>();
    batch.forEach(p -> states.put(p.plan().unitId(), StepUnit.State.SKIPPED));
    Slots slots = new Slots(good);
    Set<Long> merged = new HashSet<>();
    good.forEach(p -> p.plan().into().ifPresent(merged::add));
    for (StepRows.Planned planned : good) {
      UnitPlan plan = planned.plan();
      long version = plan.version() + 1;
      UnitChange.What what =
          plan.deletes()
              ? UnitChange.What.DELETED
              : merged.contains(plan.unitId()) ? UnitChange.What.MERGED : UnitChange.What.EDITED;
      move(plan.unitId(), version, plan.deletes(), what);
      for (TextChange change : plan.texts()) {
        int slot = slots.of(plan.unitId(), change);
        close(plan.unitId(), slot, version);
        change
            .becomes()
            .ifPresent(
                v -> changes.text(plan.unitId(), slots.number(plan.unitId()), slot, v, version));
      }
      states.put(plan.unitId(), StepUnit.State.DONE);
    }
    execute();
    neighbours(good, placed);
    return states;
  }

  /** Makes units again what they were before the step, but for those that were changed since. */
  Map<Long, StepUnit.State> undo(List<StepRows.Planned> batch) {
    List<Long> ids = batch.stream().map(p -> p.plan().unitId()).toList();
    Map<Long, UnitRows.Placed> placed = changes.tables().units().byIds(handle, ids, false);
    Map<Long, StepUnit.State> states = new LinkedHashMap<>();
    List<StepRows.Planned> good = new ArrayList<>();
    for (StepRows.Planned planned : batch) {
      UnitRows.Placed now = placed.get(planned.plan().unitId());
      boolean same = now != null && now.unit().version() == planned.made();
      states.put(planned.plan().unitId(), same ? StepUnit.State.UNDONE : StepUnit.State.KEPT);
      if (same) {
        good.add(planned);
      }
    }
    Slots slots = new Slots(good);
    Map<Long, List<Closed>> closed = closed(good);
    for (StepRows.Planned planned : good) {
      long unit = planned.plan().unitId();
      long version = planned.made() + 1;
      move(unit, version, false, UnitChange.What.RESTORED);
      slots.after(unit, planned.plan().version()).forEach(slot -> close(unit, slot, version));
      for (Closed old : closed.getOrDefault(unit, List.of())) {
        changes.text(unit, slots.number(unit), old.slot, old.variant, version);
      }
    }
    execute();
    handle
        .createUpdate(
            "DELETE FROM unit_context WHERE unit_id = ANY(:ids) AND EXISTS (SELECT 1 FROM"
                + " unit_step_context s WHERE s.step_id = :step AND s.unit_id ="
                + " unit_context.unit_id AND s.number = unit_context.number)")
        .bindArray("ids", Long.class, good.stream().map(p -> p.plan().unitId()).toList())
        .bind("step", step.id())
        .execute();
    return states;
  }

  private void move(long unit, long version, boolean deleted, UnitChange.What what) {
    long place = changes.nextPlace();
    units
        .bind("version", version)
        .bind("place", place)
        .bind("deleted", deleted)
        .bind("at", changes.by().time())
        .bind("who", changes.by().who())
        .bind("id", unit)
        .add();
    history
        .bind("id", unit)
        .bind("version", version)
        .bind("place", place)
        .bind("what", what.name())
        .bind("at", changes.by().time())
        .bind("who", changes.by().who())
        .bind("origin", note)
        .add();
  }

  private void close(long unit, int slot, long version) {
    closing.bind("version", version).bind("unit", unit).bind("slot", slot).add();
  }

  /** Texts end before others begin: what is closed is told by its having no end. */
  private void execute() {
    for (PreparedBatch batch : List.of(units, history, closing)) {
      if (batch.size() > 0) {
        batch.execute();
      }
    }
    changes.flush();
  }

  /** What merged units were seen with goes to the unit that stays. */
  private void neighbours(List<StepRows.Planned> good, Map<Long, UnitRows.Placed> placed) {
    Map<Long, Set<UnitRows.SeenWith>> known = new HashMap<>();
    Map<Long, List<UnitRows.SeenWith>> more = new LinkedHashMap<>();
    for (StepRows.Planned planned : good) {
      planned
          .plan()
          .into()
          .ifPresent(
              into -> {
                Set<UnitRows.SeenWith> own =
                    known.computeIfAbsent(into, id -> new HashSet<>(placed.get(id).contexts()));
                placed.get(planned.plan().unitId()).contexts().stream()
                    .filter(own::add)
                    .forEach(c -> more.computeIfAbsent(into, id -> new ArrayList<>()).add(c));
              });
    }
    if (more.isEmpty()) {
      return;
    }
    Map<Long, Integer> last = new HashMap<>();
    handle
        .createQuery(
            "SELECT unit_id, MAX(number) AS last FROM unit_context WHERE unit_id = ANY(:ids) GROUP"
                + " BY unit_id")
        .bindArray("ids", Long.class, more.keySet())
        .map((row, ctx) -> Map.entry(row.getLong("unit_id"), row.getInt("last")))
        .forEach(e -> last.put(e.getKey(), e.getValue()));
    PreparedBatch contexts =
        handle.prepareBatch(
            "INSERT INTO unit_context (unit_id, number, language, before_hash, after_hash, segment)"
                + " VALUES (:unit, :number, :language, CAST(:before AS BIGINT), CAST(:after AS"
                + " BIGINT), :segment)");
    PreparedBatch notes =
        handle.prepareBatch(
            "INSERT INTO unit_step_context (step_id, unit_id, number) VALUES (:step, :unit,"
                + " :number)");
    more.forEach(
        (unit, seen) -> {
          for (UnitRows.SeenWith one : seen) {
            int number = last.merge(unit, 1, Integer::sum);
            contexts
                .bind("unit", unit)
                .bind("number", number)
                .bind("language", one.languageKey())
                .bind("before", one.before().orElse(null))
                .bind("after", one.after().orElse(null))
                .bind("segment", one.segment())
                .add();
            notes.bind("step", step.id()).bind("unit", unit).bind("number", number).add();
          }
        });
    contexts.execute();
    notes.execute();
  }

  private record Closed(int slot, Variant variant) {}

  /** The texts that units had before the step, and have no more. */
  private Map<Long, List<Closed>> closed(List<StepRows.Planned> batch) {
    Map<Long, List<Closed>> closed = new HashMap<>();
    handle
        .createQuery(
            "SELECT v.* FROM variant v JOIN unit_step_unit s ON s.unit_id = v.unit_id WHERE"
                + " s.step_id = :step AND s.unit_id = ANY(:ids) AND v.since <= s.found AND v.until >"
                + " s.found ORDER BY"
                + " v.unit_id, v.slot, v.number")
        .bind("step", step.id())
        .bindArray("ids", Long.class, batch.stream().map(p -> p.plan().unitId()).toList())
        .map(
            (row, ctx) ->
                Map.entry(
                    row.getLong("unit_id"),
                    new Closed(row.getInt("slot"), changes.tables().units().variant(row))))
        .forEach(
            e -> closed.computeIfAbsent(e.getKey(), id -> new ArrayList<>()).add(e.getValue()));
    return closed;
  }

  /** Which slots the texts of a batch stand in, and which numbers are free. */
  private final class Slots {
    private record Standing(long unit, int slot, String language, long since) {}

    private final Map<Long, List<Standing>> standing = new HashMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> slots = new HashMap<>();

    Slots(List<StepRows.Planned> batch) {
      List<Long> ids = batch.stream().map(p -> p.plan().unitId()).toList();
      handle
          .createQuery(
              "SELECT unit_id, slot, language, since FROM variant WHERE unit_id = ANY(:ids) AND"
                  + " until IS NULL ORDER BY unit_id, slot")
          .bindArray("ids", Long.class, ids)
          .map(
              (row, ctx) ->
                  new Standing(
                      row.getLong("unit_id"),
                      row.getInt("slot"),
                      row.getString("language"),
                      row.getLong("since")))
          .forEach(s -> standing.computeIfAbsent(s.unit, id -> new ArrayList<>()).add(s));
      handle
          .createQuery(
              "SELECT unit_id, MAX(number) AS number, MAX(slot) AS slot FROM variant WHERE unit_id"
                  + " = ANY(:ids) GROUP BY unit_id")
          .bindArray("ids", Long.class, ids)
          .map(
              (row, ctx) ->
                  new long[] {row.getLong("unit_id"), row.getInt("number"), row.getInt("slot")})
          .forEach(
              most -> {
                numbers.put(most[0], (int) most[1]);
                slots.put(most[0], (int) most[2]);
              });
    }

    int of(long unit, TextChange change) {
      return standing.getOrDefault(unit, List.of()).stream()
          .filter(s -> s.language.equals(change.language().value()))
          .map(Standing::slot)
          .findFirst()
          .orElseGet(() -> slots.merge(unit, 1, Integer::sum));
    }

    List<Integer> after(long unit, long version) {
      return standing.getOrDefault(unit, List.of()).stream()
          .filter(s -> s.since > version)
          .map(Standing::slot)
          .toList();
    }

    int number(long unit) {
      return numbers.merge(unit, 1, Integer::sum);
    }
  }
}
