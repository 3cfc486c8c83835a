package dragoman.memory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A unit's life, from the rows that nobody overwrites. */
final class History {
  private History() {}

  private record Span(int slot, long since, Optional<Long> until, Variant variant) {
    boolean holds(long version) {
      return since <= version && (until.isEmpty() || version < until.get());
    }
  }

  /** Every step, the newest first. */
  static List<UnitChange> of(Handle handle, UnitRows units, long unitId) {
    List<Span> spans =
        handle
            .createQuery("SELECT * FROM variant WHERE unit_id = :id ORDER BY slot, number")
            .bind("id", unitId)
            .map((row, ctx) -> span(row, units))
            .list();
    List<UnitChange> steps = new ArrayList<>();
    steps.add(
        handle
            .createQuery(
                "SELECT 1 AS version, created_what AS what, created_at AS at, created_by AS who,"
                    + " created_origin AS origin FROM unit WHERE id = :id")
            .bind("id", unitId)
            .map((row, ctx) -> step(row, spans))
            .findOne()
            .orElseThrow(() -> new NoSuchElementException("There is no unit " + unitId + ".")));
    steps.addAll(
        handle
            .createQuery(
                "SELECT version, what, at, who, origin FROM unit_change WHERE unit_id = :id")
            .bind("id", unitId)
            .map((row, ctx) -> step(row, spans))
            .list());
    steps.sort(Comparator.comparingLong(UnitChange::version).reversed());
    return List.copyOf(steps);
  }

  private static Span span(ResultSet row, UnitRows units) throws SQLException {
    long end = row.getLong("until");
    Optional<Long> until = row.wasNull() ? Optional.empty() : Optional.of(end);
    return new Span(row.getInt("slot"), row.getLong("since"), until, units.variant(row));
  }

  private static UnitChange step(ResultSet row, List<Span> spans) throws SQLException {
    long version = row.getLong("version");
    return new UnitChange(
        version,
        UnitChange.What.valueOf(row.getString("what")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("who"),
        Json.strings(row.getString("origin")),
        spans.stream().filter(span -> span.holds(version)).map(Span::variant).toList());
  }
}
