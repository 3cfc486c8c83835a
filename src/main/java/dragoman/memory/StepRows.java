package dragoman.memory;

import dragoman.storage.Page;
import dragoman.text.TaggedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of steps. */
final class StepRows {
  private final Handle handle;
  private final Languages languages;

  StepRows(Handle handle, Languages languages) {
    this.handle = handle;
    this.languages = languages;
  }

  /** A unit of a step as it is planned. */
  record Planned(UnitPlan plan, long bundle, long made, StepUnit.State state) {}

  Step get(long id) {
    return find("SELECT * FROM unit_step WHERE id = :id", id);
  }

  /** The same, held until the transaction ends. */
  Step lock(long id) {
    return find("SELECT * FROM unit_step WHERE id = :id FOR UPDATE", id);
  }

  private Step find(String sql, long id) {
    return handle
        .createQuery(sql)
        .bind("id", id)
        .map((row, ctx) -> step(row))
        .findOne()
        .orElseThrow(() -> new NoSuchElementException("There is no step " + id + "."));
  }

  long create(long memoryId, Step.Action action, String why, long wanted, Changes.By by) {
    return handle
        .createUpdate(
            "INSERT INTO unit_step (memory_id, action, why, state, wanted, looked, planned,"
                + " unplanned, done, skipped, undone, kept, planned_at, planned_by, problem) VALUES"
                + " (:memory, :action, :why, 'PLANNING', :wanted, 0, 0, 0, 0, 0, 0, 0, :at, :who,"
                + " '')")
        .bind("memory", memoryId)
        .bind("action", action.name())
        .bind("why", why)
        .bind("wanted", wanted)
        .bind("at", by.time())
        .bind("who", by.who())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** Those of a memory that did something or are doing it, the newest first. */
  Page<Step> list(long memoryId, int offset, int limit) {
    String which =
        " FROM unit_step WHERE memory_id = :memory AND state NOT IN ('PLANNING', 'PLANNED') AND"
            + " (state <> 'FAILED' OR done > 0)";
    List<Step> steps =
        handle
            .createQuery("SELECT *" + which + " ORDER BY id DESC LIMIT :limit OFFSET :offset")
            .bind("memory", memoryId)
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, ctx) -> step(row))
            .list();
    long total =
        handle
            .createQuery("SELECT COUNT(*)" + which)
            .bind("memory", memoryId)
            .mapTo(Long.class)
            .one();
    return new Page<>(steps, total);
  }

  List<Step> inState(Step.State state) {
    return handle
        .createQuery("SELECT * FROM unit_step WHERE state = :state ORDER BY id")
        .bind("state", state.name())
        .map((row, ctx) -> step(row))
        .list();
  }

  /** Forgets what was planned before a time and never applied. */
  void forgetPlans(Instant before) {
    handle
        .createUpdate(
            "DELETE FROM unit_step WHERE state IN ('PLANNING', 'PLANNED', 'FAILED') AND done = 0"
                + " AND planned_at < :before")
        .bind("before", before.atOffset(ZoneOffset.UTC))
        .execute();
  }

  void state(long id, Step.State state, String problem) {
    handle
        .createUpdate("UPDATE unit_step SET state = :state, problem = :problem WHERE id = :id")
        .bind("state", state.name())
        .bind("problem", problem.length() > 1000 ? problem.substring(0, 1000) : problem)
        .bind("id", id)
        .execute();
  }

  /** Notes who applies it ({@code applied}) or undoes it ({@code undone}). */
  void begun(long id, Step.State state, String what, Changes.By by) {
    handle
        .createUpdate(
            "UPDATE unit_step SET state = :state, %1$s_at = :at, %1$s_by = :who WHERE id = :id"
                .formatted(what))
        .bind("state", state.name())
        .bind("at", by.time())
        .bind("who", by.who())
        .bind("id", id)
        .execute();
  }

  /** Adds to the counts. */
  void count(long id, Map<String, Long> more) {
    more.forEach(
        (column, count) ->
            handle
                .createUpdate(
                    "UPDATE unit_step SET %1$s = %1$s + :count WHERE id = :id".formatted(column))
                .bind("count", count)
                .bind("id", id)
                .execute());
  }

  /** Which of these units the step has already. */
  List<Long> known(long id, Collection<Long> units) {
    return handle
        .createQuery(
            "SELECT unit_id FROM unit_step_unit WHERE step_id = :id AND unit_id = ANY(:units)")
        .bind("id", id)
        .bindArray("units", Long.class, units)
        .mapTo(Long.class)
        .list();
  }

  void insert(long id, List<List<UnitPlan>> bundles) {
    PreparedBatch units =
        handle.prepareBatch(
            "INSERT INTO unit_step_unit (step_id, unit_id, bundle, found, deletes, into_unit,"
                + " state) VALUES (:step, :unit, :bundle, :found, :deletes, CAST(:into AS BIGINT),"
                + " 'PLANNED')");
    PreparedBatch texts =
        handle.prepareBatch(
            "INSERT INTO unit_step_text (step_id, unit_id, number, language, becomes, plain, tags,"
                + " metadata) VALUES (:step, :unit, :number, :language, :becomes, :plain, :tags,"
                + " :metadata)");
    for (List<UnitPlan> bundle : bundles) {
      for (UnitPlan plan : bundle) {
        units
            .bind("step", id)
            .bind("unit", plan.unitId())
            .bind("bundle", bundle.get(0).unitId())
            .bind("found", plan.version())
            .bind("deletes", plan.deletes())
            .bind("into", plan.into().isPresent() ? plan.into().getAsLong() : null)
            .add();
        int number = 0;
        for (TextChange change : plan.texts()) {
          Optional<Variant> becomes = change.becomes();
          texts
              .bind("step", id)
              .bind("unit", plan.unitId())
              .bind("number", ++number)
              .bind("language", change.language().value())
              .bind("becomes", becomes.map(v -> v.language().value()).orElse(null))
              .bind("plain", becomes.map(v -> v.text().plain()).orElse(null))
              .bind("tags", becomes.map(v -> Json.ofTags(v.text().tags())).orElse(null))
              .bind("metadata", becomes.map(v -> Json.ofMetadata(v.metadata())).orElse(null))
              .add();
        }
      }
    }
    if (units.size() > 0) {
      units.execute();
    }
    if (texts.size() > 0) {
      texts.execute();
    }
  }

  /** The next units in a state, whole bundles. */
  List<Planned> next(long id, StepUnit.State state, int limit) {
    String columns = "SELECT * FROM unit_step_unit WHERE step_id = :id AND state = :state";
    List<UnitRow> rows =
        new ArrayList<>(
            handle
                .createQuery(columns + " ORDER BY step_id, state, bundle, unit_id LIMIT :limit")
                .bind("id", id)
                .bind("state", state.name())
                .bind("limit", limit)
                .map((row, ctx) -> unit(row))
                .list());
    if (rows.size() == limit) {
      UnitRow last = rows.get(limit - 1);
      rows.addAll(
          handle
              .createQuery(columns + " AND bundle = :bundle AND unit_id > :last ORDER BY unit_id")
              .bind("id", id)
              .bind("state", state.name())
              .bind("bundle", last.bundle)
              .bind("last", last.unitId)
              .map((row, ctx) -> unit(row))
              .list());
    }
    return complete(id, rows);
  }

  /** Units of a step, some states alone where any are given, in the order of bundles. */
  Page<Planned> page(long id, Optional<StepUnit.State> state, int offset, int limit) {
    String which =
        " FROM unit_step_unit WHERE step_id = :id"
            + (state.isPresent() ? " AND state = :state" : "");
    Map<String, Object> asked = new HashMap<>(Map.of("id", id));
    state.ifPresent(s -> asked.put("state", s.name()));
    List<UnitRow> rows =
        handle
            .createQuery(
                "SELECT *" + which + " ORDER BY bundle, unit_id LIMIT :limit OFFSET :offset")
            .bindMap(asked)
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, ctx) -> unit(row))
            .list();
    long total =
        handle.createQuery("SELECT COUNT(*)" + which).bindMap(asked).mapTo(Long.class).one();
    return new Page<>(complete(id, rows), total);
  }

  void states(long id, Map<Long, StepUnit.State> states) {
    PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE unit_step_unit SET state = :state, made = COALESCE(made, found + 1) WHERE"
                + " step_id = :step AND unit_id = :unit");
    states.forEach(
        (unit, state) ->
            batch.bind("state", state.name()).bind("step", id).bind("unit", unit).add());
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /**
   * Units are again what they were at a version: what made them that can be undone from where they
   * are now.
   *
   * @param versions by unit: that version, and the one now
   */
  void again(Map<Long, long[]> versions) {
    PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE unit_step_unit SET made = :now WHERE unit_id = :unit AND made = :then AND state"
                + " = 'DONE'");
    versions.forEach(
        (unit, version) ->
            batch.bind("now", version[1]).bind("unit", unit).bind("then", version[0]).add());
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private record UnitRow(
      long unitId,
      long bundle,
      long found,
      long made,
      boolean deletes,
      OptionalLong into,
      String state) {}

  private static UnitRow unit(ResultSet row) throws SQLException {
    long into = row.getLong("into_unit");
    OptionalLong other = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(into);
    return new UnitRow(
        row.getLong("unit_id"),
        row.getLong("bundle"),
        row.getLong("found"),
        row.getLong("made"),
        row.getBoolean("deletes"),
        other,
        row.getString("state"));
  }

  private List<Planned> complete(long id, List<UnitRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<TextChange>> texts = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT * FROM unit_step_text WHERE step_id = :id AND unit_id = ANY(:units) ORDER BY"
                + " unit_id, number")
        .bind("id", id)
        .bindArray("units", Long.class, rows.stream().map(UnitRow::unitId).toList())
        .map((row, ctx) -> Map.entry(row.getLong("unit_id"), text(row)))
        .forEach(
            e -> texts.computeIfAbsent(e.getKey(), unit -> new ArrayList<>()).add(e.getValue()));
    return rows.stream()
        .map(
            row ->
                new Planned(
                    new UnitPlan(
                        row.unitId,
                        row.found,
                        row.deletes,
                        texts.getOrDefault(row.unitId, List.of()),
                        row.into),
                    row.bundle,
                    row.made,
                    StepUnit.State.valueOf(row.state)))
        .toList();
  }

  private TextChange text(ResultSet row) throws SQLException {
    String becomes = row.getString("becomes");
    return new TextChange(
        languages.tag(row.getString("language")),
        becomes == null
            ? Optional.empty()
            : Optional.of(
                new Variant(
                    languages.tag(becomes),
                    new TaggedText(row.getString("plain"), Json.tags(row.getString("tags"))),
                    Json.metadata(row.getString("metadata")))));
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        row.getLong("id"),
        row.getLong("memory_id"),
        Step.Action.valueOf(row.getString("action")),
        row.getString("why"),
        Step.State.valueOf(row.getString("state")),
        row.getLong("wanted"),
        row.getLong("looked"),
        row.getLong("planned"),
        row.getLong("unplanned"),
        row.getLong("done"),
        row.getLong("skipped"),
        row.getLong("undone"),
        row.getLong("kept"),
        row.getObject("planned_at", OffsetDateTime.class).toInstant(),
        row.getString("planned_by"),
        time(row, "applied_at"),
        Optional.ofNullable(row.getString("applied_by")).orElse(""),
        time(row, "undone_at"),
        Optional.ofNullable(row.getString("undone_by")).orElse(""),
        row.getString("problem"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
