package dragoman.dispatch;

import dragoman.memory.Memories;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Counts how the units of a memory were used. */
final class ReuseRows {
  private static final List<String> ORDER = List.of("context", "exact", "near", "fuzzy");

  private static final String CONFIRMED = " t.state IN ('TRANSLATED', 'REVIEWED', 'FINAL')";
  private static final String MADE =
      " FROM translation t JOIN unit u ON u.id = t.origin_unit AND u.memory_id = :memory WHERE"
          + CONFIRMED;

  private final Jdbi jdbi;
  private final Memories memories;

  ReuseRows(Jdbi jdbi, Memories memories) {
    this.jdbi = jdbi;
    this.memories = memories;
  }

  Reuse of(long memoryId) {
    return jdbi.withHandle(
        h -> {
          long confirmed =
              h.createQuery("SELECT COUNT(*) FROM translation t WHERE" + CONFIRMED)
                  .mapTo(Long.class)
                  .one();
          List<Reuse.Kind> kinds =
              new ArrayList<>(
                  list(
                      h,
                      memoryId,
                      "SELECT t.origin_kind, COUNT(*) AS many" + MADE + " GROUP BY t.origin_kind",
                      (row, ctx) ->
                          new Reuse.Kind(row.getString("origin_kind"), row.getLong("many"))));
          kinds.sort(Comparator.comparingInt(kind -> ORDER.indexOf(kind.kind())));
          return new Reuse(confirmed, kinds, months(h, memoryId), most(h, memoryId));
        });
  }

  private static List<Reuse.Month> months(Handle handle, long memoryId) {
    return list(
        handle,
        memoryId,
        "SELECT in_year, in_month, COUNT(*) AS many FROM (SELECT EXTRACT(YEAR FROM t.changed_at AT"
            + " TIME ZONE 'UTC') AS in_year, EXTRACT(MONTH FROM t.changed_at AT TIME ZONE 'UTC') AS"
            + " in_month"
            + MADE
            + ") used GROUP BY in_year, in_month ORDER BY in_year, in_month",
        (row, ctx) ->
            new Reuse.Month(
                YearMonth.of(row.getInt("in_year"), row.getInt("in_month")), row.getLong("many")));
  }

  private List<Reuse.Used> most(Handle handle, long memoryId) {
    return list(
        handle,
        memoryId,
        "SELECT t.origin_unit, COUNT(*) AS many"
            + MADE
            + " GROUP BY t.origin_unit ORDER BY many DESC, t.origin_unit LIMIT "
            + Reuse.MOST_UNITS,
        (row, ctx) ->
            new Reuse.Used(memories.unit(row.getLong("origin_unit")), row.getLong("many")));
  }

  private static <T> List<T> list(Handle handle, long memoryId, String sql, RowMapper<T> mapper) {
    return handle.createQuery(sql).bind("memory", memoryId).map(mapper).list();
  }
}
