package dragoman.memory;

import dragoman.language.LanguageTag;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Counts what a memory holds. */
final class FigureRows {
  private static final int PAGE = 5_000;

  private final Jdbi jdbi;
  private final Languages languages;

  FigureRows(Jdbi jdbi, Languages languages) {
    this.jdbi = jdbi;
    this.languages = languages;
  }

  Figures of(long memoryId) {
    return jdbi.withHandle(
        h -> {
          Map<Boolean, Long> counts = counts(h, memoryId);
          List<Figures.Source> sources = sources(h, memoryId);
          int listed = Math.min(sources.size(), Figures.MOST_SOURCES);
          return new Figures(
              counts.getOrDefault(false, 0L),
              counts.getOrDefault(true, 0L),
              months(h, memoryId),
              texts(h, memoryId),
              sources.subList(0, listed),
              sources.subList(listed, sources.size()).stream()
                  .mapToLong(Figures.Source::units)
                  .sum());
        });
  }

  private static Map<Boolean, Long> counts(Handle handle, long memoryId) {
    Map<Boolean, Long> counts = new HashMap<>();
    handle
        .createQuery(
            "SELECT deleted, COUNT(*) AS many FROM unit WHERE memory_id = :memory GROUP BY deleted")
        .bind("memory", memoryId)
        .map((row, ctx) -> Map.entry(row.getBoolean("deleted"), row.getLong("many")))
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }

  private static List<Figures.Month> months(Handle handle, long memoryId) {
    Map<YearMonth, long[]> months = new TreeMap<>();
    handle
        .createQuery(
            "SELECT in_year, in_month, created_what, COUNT(*) AS many FROM (SELECT EXTRACT(YEAR FROM"
                + " created_at AT TIME ZONE 'UTC') AS in_year, EXTRACT(MONTH FROM created_at AT TIME"
                + " ZONE 'UTC') AS in_month, created_what FROM unit WHERE memory_id = :memory AND"
                + " deleted = FALSE) born GROUP BY in_year, in_month, created_what")
        .bind("memory", memoryId)
        .map(
            (row, ctx) -> {
              YearMonth month = YearMonth.of(row.getInt("in_year"), row.getInt("in_month"));
              boolean confirmed =
                  row.getString("created_what").equals(UnitChange.What.CONFIRMED.name());
              months.computeIfAbsent(month, m -> new long[2])[confirmed ? 1 : 0] +=
                  row.getLong("many");
              return month;
            })
        .list();
    return months.entrySet().stream()
        .map(one -> new Figures.Month(one.getKey(), one.getValue()[0], one.getValue()[1]))
        .toList();
  }

  private List<Figures.Language> texts(Handle handle, long memoryId) {
    Map<LanguageTag, Long> texts = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT v.language, COUNT(*) AS many FROM unit u JOIN variant v ON v.unit_id = u.id AND"
                + " v.until IS NULL WHERE u.memory_id = :memory AND u.deleted = FALSE GROUP BY"
                + " v.language ORDER BY many DESC, v.language")
        .bind("memory", memoryId)
        .map((row, ctx) -> Map.entry(languages.tag(row.getString("language")), row.getLong("many")))
        .forEach(one -> texts.put(one.getKey(), one.getValue()));
    return texts.entrySet().stream()
        .map(one -> new Figures.Language(one.getKey(), one.getValue()))
        .toList();
  }

  /** A unit that was confirmed, with what was said of its origin. */
  private record Confirmed(long id, String origin) {}

  /** A page at a time, since the origins are text that no database looks into. */
  private static List<Figures.Source> sources(Handle handle, long memoryId) {
    Map<String, Long> sources = new HashMap<>();
    long after = 0;
    while (true) {
      List<Confirmed> page =
          handle
              .createQuery(
                  "SELECT id, created_origin FROM unit WHERE memory_id = :memory AND id > :after"
                      + " AND deleted = FALSE AND created_what = 'CONFIRMED' ORDER BY memory_id, id"
                      + " LIMIT :page")
              .bind("memory", memoryId)
              .bind("after", after)
              .bind("page", PAGE)
              .map((row, ctx) -> new Confirmed(row.getLong("id"), row.getString("created_origin")))
              .list();
      for (Confirmed one : page) {
        sources.merge(Json.strings(one.origin()).getOrDefault("slug", ""), 1L, Long::sum);
      }
      if (page.size() < PAGE) {
        return sources.entrySet().stream()
            .map(one -> new Figures.Source(one.getKey(), one.getValue()))
            .sorted(
                Comparator.comparingLong(Figures.Source::units)
                    .reversed()
                    .thenComparing(Figures.Source::slug))
            .toList();
      }
      after = page.get(page.size() - 1).id();
    }
  }
}
