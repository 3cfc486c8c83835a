package dragoman.dispatch.care;

import com.ibm.icu.text.Normalizer2;
import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import dragoman.memory.Unit;
import dragoman.memory.Variant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of what was found in memories. */
final class CareStore {
  private static final LanguageTag ANY = LanguageTag.of("en");

  /** What holds: the unit is as it was looked at, and no step has dealt with it. */
  private static final String STANDING =
      " FROM care_finding f JOIN unit u ON u.id = f.unit_id AND u.version = f.version AND u.deleted"
          + " = FALSE WHERE f.memory_id = :memory AND f.step_id IS NULL";

  private final Handle handle;

  CareStore(Handle handle) {
    this.handle = handle;
  }

  /** A finding without its unit. */
  record Row(
      long id,
      CareKind kind,
      long unitId,
      LanguageTag from,
      Optional<LanguageTag> to,
      long bundle,
      boolean wanted,
      String told) {
    CareFinding with(Unit unit) {
      return new CareFinding(id, kind, unit, from, to, bundle, wanted, told);
    }
  }

  // The search through a memory.

  void begin(long memoryId, long total, String who, Instant at) {
    handle.execute("DELETE FROM care_finding WHERE memory_id = ?", memoryId);
    handle.execute("DELETE FROM care_survey WHERE memory_id = ?", memoryId);
    handle
        .createUpdate(
            "INSERT INTO care_survey (memory_id, state, units_read, units_total, started_at,"
                + " started_by, problem) VALUES (:memory, 'RUNNING', 0, :total, :at, :who, '')")
        .bind("memory", memoryId)
        .bind("total", total)
        .bind("at", time(at))
        .bind("who", who)
        .execute();
  }

  void progress(long memoryId, long read) {
    handle
        .createUpdate("UPDATE care_survey SET units_read = :read WHERE memory_id = :memory")
        .bind("read", read)
        .bind("memory", memoryId)
        .execute();
  }

  void end(long memoryId, Survey.State state, String problem, Instant at) {
    handle
        .createUpdate(
            "UPDATE care_survey SET state = :state, ended_at = :at, problem = :problem WHERE"
                + " memory_id = :memory")
        .bind("state", state.name())
        .bind("at", time(at))
        .bind("problem", shortened(problem, 1000))
        .bind("memory", memoryId)
        .execute();
  }

  /** What was running when the program ended. */
  void stopped() {
    handle.execute("UPDATE care_survey SET state = 'STOPPED' WHERE state = 'RUNNING'");
  }

  Survey survey(CareFilter filter) {
    List<Survey.KindCount> kinds = kinds(filter.ofAnyKind());
    List<Survey.PairCount> pairs = pairs(filter);
    return handle
        .createQuery("SELECT * FROM care_survey WHERE memory_id = :memory")
        .bind("memory", filter.memoryId())
        .map(
            (row, ctx) ->
                new Survey(
                    Survey.State.valueOf(row.getString("state")),
                    row.getLong("units_read"),
                    row.getLong("units_total"),
                    instant(row, "started_at"),
                    row.getString("started_by"),
                    instant(row, "ended_at"),
                    row.getString("problem"),
                    kinds,
                    pairs))
        .findOne()
        .orElseGet(
            () ->
                new Survey(
                    Survey.State.NONE,
                    0,
                    0,
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    "",
                    kinds,
                    pairs));
  }

  private List<Survey.KindCount> kinds(CareFilter filter) {
    Asked asked = asked(filter);
    return handle
        .createQuery(
            "SELECT f.kind, COUNT(*) AS many" + asked.sql + " GROUP BY f.kind ORDER BY f.kind")
        .bindMap(asked.values)
        .map(
            (row, ctx) ->
                new Survey.KindCount(CareKind.valueOf(row.getString("kind")), row.getLong("many")))
        .list();
  }

  private List<Survey.PairCount> pairs(CareFilter filter) {
    Asked asked =
        asked(
            new CareFilter(
                filter.memoryId(),
                filter.kind(),
                Optional.empty(),
                Optional.empty(),
                filter.search()));
    return handle
        .createQuery(
            "SELECT f.from_language, f.to_language, COUNT(*) AS many"
                + asked.sql
                + " GROUP BY f.from_language, f.to_language ORDER BY f.from_language,"
                + " f.to_language")
        .bindMap(asked.values)
        .map(
            (row, ctx) ->
                new Survey.PairCount(
                    LanguageTag.of(row.getString("from_language")),
                    language(row.getString("to_language")),
                    row.getLong("many")))
        .list();
  }

  void insert(long memoryId, Collection<NewFinding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO care_finding (memory_id, kind, unit_id, version, from_language,"
                + " to_language, bundle, wanted, told, folded) VALUES (:memory, :kind, :unit,"
                + " :version, :from, :to, :bundle, :wanted, :told, :folded)");
    for (NewFinding finding : findings) {
      batch
          .bind("memory", memoryId)
          .bind("kind", finding.fault.kind().name())
          .bind("unit", finding.unit.id())
          .bind("version", finding.unit.version())
          .bind("from", finding.fault.from().value())
          .bind("to", finding.fault.to().map(LanguageTag::value).orElse(""))
          .bind("bundle", finding.bundle)
          .bind("wanted", finding.wanted)
          .bind("told", shortened(finding.fault.told(), 2000))
          .bind("folded", searched(finding))
          .add();
    }
    batch.execute();
  }

  /** A finding on its way into the table. */
  record NewFinding(Unit unit, Fault fault, long bundle, boolean wanted) {}

  private static String searched(NewFinding finding) {
    StringBuilder text = new StringBuilder();
    for (Variant variant : finding.unit.variants()) {
      boolean meant =
          variant.language().equals(finding.fault.from())
              || finding.fault.to().map(variant.language()::equals).orElse(false);
      if (meant) {
        text.append(folded(variant.text().plain())).append('\n');
      }
    }
    return shortened(text.toString(), 1_000_000);
  }

  // What was found.

  long count(CareSelection selection) {
    Asked asked = asked(selection);
    return handle
        .createQuery("SELECT COUNT(*)" + asked.sql)
        .bindMap(asked.values)
        .mapTo(Long.class)
        .one();
  }

  /** The next findings behind an id. */
  List<Row> after(CareSelection selection, long after, int limit) {
    Asked asked = asked(selection);
    return handle
        .createQuery("SELECT f.*" + asked.sql + " AND f.id > :after ORDER BY f.id LIMIT :limit")
        .bindMap(asked.values)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, ctx) -> row(row))
        .list();
  }

  /** The rest of a bundle behind an id, as far as it is chosen. */
  List<Row> rest(CareSelection selection, long bundle, long after) {
    Asked asked = asked(selection);
    return handle
        .createQuery(
            "SELECT f.*" + asked.sql + " AND f.bundle = :bundle AND f.id > :after ORDER BY f.id")
        .bindMap(asked.values)
        .bind("bundle", bundle)
        .bind("after", after)
        .map((row, ctx) -> row(row))
        .list();
  }

  /** The one of a bundle that the glossary wants, chosen or not. */
  Optional<Row> wanted(long memoryId, long bundle) {
    return handle
        .createQuery(
            "SELECT f.*" + STANDING + " AND f.bundle = :bundle AND f.wanted = TRUE ORDER BY f.id")
        .bind("memory", memoryId)
        .bind("bundle", bundle)
        .map((row, ctx) -> row(row))
        .findFirst();
  }

  // What steps do to what was found.

  /** Takes away what a step dealt with; what merged units were found with stays with the rest. */
  void dealtWith(long memoryId, long step) {
    handle
        .createUpdate(
            "UPDATE care_finding SET step_id = :step WHERE memory_id = :memory AND step_id IS NULL"
                + " AND EXISTS (SELECT 1 FROM unit_step_unit s WHERE s.step_id = :step AND"
                + " s.unit_id = care_finding.unit_id AND s.state = 'DONE' AND s.found ="
                + " care_finding.version)")
        .bind("memory", memoryId)
        .bind("step", step)
        .execute();
    handle
        .createUpdate(
            "INSERT INTO care_finding (memory_id, kind, unit_id, version, from_language,"
                + " to_language, bundle, wanted, told, folded) SELECT f.memory_id, f.kind,"
                + " f.unit_id, f.version + 1, f.from_language, f.to_language, f.bundle, f.wanted,"
                + " f.told, f.folded FROM care_finding f WHERE f.step_id = :step AND f.bundle > 0"
                + " AND f.unit_id IN (SELECT s.into_unit FROM unit_step_unit s WHERE s.step_id ="
                + " :step AND s.state = 'DONE' AND s.into_unit IS NOT NULL) ORDER BY f.id")
        .bind("step", step)
        .execute();
    handle
        .createUpdate(
            "UPDATE care_finding SET step_id = :step WHERE memory_id = :memory AND step_id IS NULL"
                + " AND bundle > 0 AND bundle IN (SELECT d.bundle FROM care_finding d WHERE"
                + " d.step_id = :step) AND (SELECT COUNT(*) FROM care_finding f JOIN unit u ON u.id"
                + " = f.unit_id AND u.version = f.version AND u.deleted = FALSE WHERE f.memory_id ="
                + " :memory AND f.bundle = care_finding.bundle AND f.step_id IS NULL) < 2")
        .bind("memory", memoryId)
        .bind("step", step)
        .execute();
  }

  /** Units that a step changed and left standing, behind an id. */
  List<Long> changedBy(long step, long after, int limit) {
    return handle
        .createQuery(
            "SELECT unit_id FROM unit_step_unit WHERE step_id = :step AND state = 'DONE' AND"
                + " deletes = FALSE AND unit_id > :after ORDER BY unit_id LIMIT :limit")
        .bind("step", step)
        .bind("after", after)
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  /**
   * Brings back what a step had dealt with. Units that are again as they were found have another
   * version than then: whatever was found in them, by whichever step it was dealt with, moves
   * along.
   */
  void broughtBack(long memoryId, long step) {
    handle
        .createUpdate(
            "UPDATE care_finding SET version = (SELECT u.version FROM unit u WHERE u.id ="
                + " care_finding.unit_id) WHERE memory_id = :memory AND EXISTS (SELECT 1 FROM"
                + " unit_step_unit s WHERE s.step_id = :step AND s.unit_id = care_finding.unit_id"
                + " AND s.state = 'UNDONE' AND s.found = care_finding.version)")
        .bind("memory", memoryId)
        .bind("step", step)
        .execute();
    handle
        .createUpdate("UPDATE care_finding SET step_id = NULL WHERE step_id = :step")
        .bind("step", step)
        .execute();
  }

  private record Asked(String sql, Map<String, Object> values) {}

  private static Asked asked(CareSelection selection) {
    Asked asked = asked(selection.filter());
    StringBuilder sql = new StringBuilder(asked.sql);
    Map<String, Object> values = new LinkedHashMap<>(asked.values);
    in(sql, values, " AND f.id IN (", "chosen", selection.chosen());
    in(sql, values, " AND f.id NOT IN (", "except", selection.except());
    return new Asked(sql.toString(), values);
  }

  private static void in(
      StringBuilder sql, Map<String, Object> values, String begin, String name, List<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      names.add(":" + name + i);
      values.put(name + i, ids.get(i));
    }
    sql.append(begin).append(String.join(", ", names)).append(')');
  }

  private static Asked asked(CareFilter filter) {
    StringBuilder sql = new StringBuilder(STANDING);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("memory", filter.memoryId());
    filter
        .kind()
        .ifPresent(
            kind -> {
              sql.append(" AND f.kind = :kind");
              values.put("kind", kind.name());
            });
    filter
        .from()
        .ifPresent(
            from -> {
              sql.append(" AND f.from_language = :from");
              values.put("from", from.value());
            });
    filter
        .to()
        .ifPresent(
            to -> {
              sql.append(" AND f.to_language = :to");
              values.put("to", to.value());
            });
    if (!filter.search().isBlank()) {
      sql.append(" AND f.folded LIKE :like ESCAPE '!'");
      values.put("like", "%" + folded(filter.search().strip()).replaceAll("([!%_])", "!$1") + "%");
    }
    return new Asked(sql.toString(), values);
  }

  /** Text as a search compares it: without case and marks, ı and İ as i, in any language. */
  static String folded(String text) {
    String parted = Normalizer2.getNFKDInstance().normalize(Casing.folded(ANY, text));
    StringBuilder folded = new StringBuilder(parted.length());
    parted
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(c -> c == 'ı' ? 'i' : c)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        CareKind.valueOf(row.getString("kind")),
        row.getLong("unit_id"),
        LanguageTag.of(row.getString("from_language")),
        language(row.getString("to_language")),
        row.getLong("bundle"),
        row.getBoolean("wanted"),
        row.getString("told"));
  }

  private static Optional<LanguageTag> language(String tag) {
    return Optional.of(tag).filter(t -> !t.isEmpty()).map(LanguageTag::of);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
