package dragoman.memory;

import dragoman.text.TaggedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads units. A long list is read a page at a time, by key, since H2 holds a whole result in
 * memory.
 */
final class UnitRows {
  private static final int PAGE = 1000;

  private final Jdbi jdbi;
  private final Languages languages;

  UnitRows(Jdbi jdbi, Languages languages) {
    this.jdbi = jdbi;
    this.languages = languages;
  }

  /** A unit with what the index wants to know of it. */
  record Placed(Unit unit, long place, List<SeenWith> contexts) {}

  /** Neighbours that a unit was seen with, as the database has them. */
  record SeenWith(
      String languageKey, Optional<Long> before, Optional<Long> after, String segment) {}

  Unit get(long id) {
    return jdbi.withHandle(h -> get(h, id));
  }

  Unit get(Handle handle, long id) {
    return byIds(handle, List.of(id)).values().stream()
        .map(Placed::unit)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("There is no unit " + id + "."));
  }

  /** The units with these ids, in the order given; what is not there is left out. */
  Map<Long, Placed> byIds(Handle handle, Collection<Long> ids) {
    return byIds(handle, ids, true);
  }

  /** The same, where the neighbours that units were seen with may not be wanted. */
  Map<Long, Placed> byIds(Handle handle, Collection<Long> ids, boolean neighbours) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<Row> rows =
        handle
            .createQuery("SELECT * FROM unit WHERE id = ANY(:ids)")
            .bindArray("ids", Long.class, ids)
            .map((row, ctx) -> row(row))
            .list();
    Map<Long, Placed> found = new LinkedHashMap<>();
    Map<Long, Placed> read = new LinkedHashMap<>();
    for (Placed placed : complete(handle, rows, neighbours)) {
      read.put(placed.unit().id(), placed);
    }
    for (Long id : ids) {
      Placed placed = read.get(id);
      if (placed != null) {
        found.put(id, placed);
      }
    }
    return found;
  }

  /** Units whose latest change stands behind a place, in the order of places. */
  List<Placed> changedAfter(Handle handle, long place, int limit) {
    List<Row> rows =
        handle
            .createQuery("SELECT * FROM unit WHERE place > :place ORDER BY place LIMIT :limit")
            .bind("place", place)
            .bind("limit", limit)
            .map((row, ctx) -> row(row))
            .list();
    return complete(handle, rows);
  }

  /** Where a unit stands in the sequence of changes. */
  record Stood(long id, long memoryId, long place) {}

  /** The same without what the units hold. */
  static List<Stood> movedAfter(Handle handle, long place, int limit) {
    return handle
        .createQuery(
            "SELECT id, memory_id, place FROM unit WHERE place > :place ORDER BY place LIMIT"
                + " :limit")
        .bind("place", place)
        .bind("limit", limit)
        .map(
            (row, ctx) ->
                new Stood(row.getLong("id"), row.getLong("memory_id"), row.getLong("place")))
        .list();
  }

  /** How many units a memory has, deleted or not. */
  long count(long memoryId, boolean deleted) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT COUNT(*) FROM unit WHERE memory_id = :memory AND deleted = :deleted")
                .bind("memory", memoryId)
                .bind("deleted", deleted)
                .mapTo(Long.class)
                .one());
  }

  /**
   * The units of a memory, deleted or not, in the order of ids, without their neighbours and
   * without holding them all.
   *
   * @param page how many to read at once
   * @param consumer says whether it wants more
   */
  void each(long memoryId, boolean deleted, int page, Predicate<Placed> consumer) {
    long last = 0;
    while (true) {
      long from = last;
      List<Placed> read =
          jdbi.withHandle(
              h ->
                  complete(
                      h,
                      h.createQuery(
                              "SELECT * FROM unit WHERE memory_id = :memory AND id > :last AND"
                                  + " deleted = :deleted ORDER BY memory_id, id LIMIT :page")
                          .bind("memory", memoryId)
                          .bind("deleted", deleted)
                          .bind("last", from)
                          .bind("page", page)
                          .map((row, ctx) -> row(row))
                          .list(),
                      false));
      for (Placed placed : read) {
        if (!consumer.test(placed)) {
          return;
        }
      }
      if (read.size() < page) {
        return;
      }
      last = read.get(read.size() - 1).unit().id();
    }
  }

  /** Every unit of every memory that is not deleted, in the order of ids. */
  void each(Consumer<Placed> consumer) {
    pages(
        "SELECT * FROM unit WHERE id > :last AND deleted = FALSE ORDER BY id LIMIT " + PAGE,
        Map.of(),
        consumer);
  }

  private void pages(String sql, Map<String, ?> arguments, Consumer<Placed> consumer) {
    long last = 0;
    while (true) {
      long from = last;
      List<Placed> page =
          jdbi.withHandle(
              h ->
                  complete(
                      h,
                      h.createQuery(sql)
                          .bindMap(arguments)
                          .bind("last", from)
                          .map((row, ctx) -> row(row))
                          .list()));
      page.forEach(consumer);
      if (page.size() < PAGE) {
        return;
      }
      last = page.get(page.size() - 1).unit().id();
    }
  }

  /** The name that this database has for itself, given at its first opening. */
  static String store(Handle handle) {
    String name =
        handle
            .createQuery("SELECT store FROM unit_sequence WHERE id = 1 FOR UPDATE")
            .mapTo(String.class)
            .one();
    if (!name.isEmpty()) {
      return name;
    }
    String given = UUID.randomUUID().toString();
    handle
        .createUpdate("UPDATE unit_sequence SET store = :name WHERE id = 1")
        .bind("name", given)
        .execute();
    return given;
  }

  /** The last place in the sequence of changes. */
  static long lastPlace(Handle handle) {
    return handle
        .createQuery("SELECT place FROM unit_sequence WHERE id = 1")
        .mapTo(Long.class)
        .one();
  }

  /** A row of the table of units. */
  private record Row(
      long id,
      long memoryId,
      long version,
      long place,
      boolean deleted,
      String metadata,
      String origin,
      Instant changedAt,
      String changedBy) {}

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("memory_id"),
        row.getLong("version"),
        row.getLong("place"),
        row.getBoolean("deleted"),
        row.getString("metadata"),
        row.getString("origin"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"));
  }

  private List<Placed> complete(Handle handle, List<Row> rows) {
    return complete(handle, rows, true);
  }

  private List<Placed> complete(Handle handle, List<Row> rows, boolean neighbours) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Long> ids = rows.stream().map(Row::id).toList();
    Map<Long, List<Variant>> variants = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT unit_id, language, plain, tags, metadata FROM variant WHERE unit_id = ANY(:ids)"
                + " AND until IS NULL ORDER BY unit_id, slot, number")
        .bindArray("ids", Long.class, ids)
        .map((row, ctx) -> Map.entry(row.getLong("unit_id"), variant(row)))
        .forEach(
            entry ->
                variants
                    .computeIfAbsent(entry.getKey(), id -> new ArrayList<>(3))
                    .add(entry.getValue()));
    Map<Long, List<SeenWith>> contexts = neighbours ? contexts(handle, ids) : Map.of();
    return rows.stream()
        .map(
            row ->
                new Placed(
                    new Unit(
                        row.id,
                        row.memoryId,
                        row.version,
                        variants.getOrDefault(row.id, List.of()),
                        Json.metadata(row.metadata),
                        row.deleted,
                        row.changedAt,
                        row.changedBy,
                        Json.strings(row.origin)),
                    row.place,
                    contexts.getOrDefault(row.id, List.of())))
        .toList();
  }

  Variant variant(ResultSet row) throws SQLException {
    return new Variant(
        languages.tag(row.getString("language")),
        new TaggedText(row.getString("plain"), Json.tags(row.getString("tags"))),
        Json.metadata(row.getString("metadata")));
  }

  static Map<Long, List<SeenWith>> contexts(Handle handle, Collection<Long> ids) {
    Map<Long, List<SeenWith>> contexts = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT unit_id, language, before_hash, after_hash, segment FROM unit_context WHERE"
                + " unit_id = ANY(:ids) ORDER BY unit_id, number")
        .bindArray("ids", Long.class, ids)
        .map(
            (row, ctx) ->
                Map.entry(
                    row.getLong("unit_id"),
                    new SeenWith(
                        row.getString("language"),
                        hash(row, "before_hash"),
                        hash(row, "after_hash"),
                        row.getString("segment"))))
        .forEach(
            entry ->
                contexts
                    .computeIfAbsent(entry.getKey(), id -> new ArrayList<>(1))
                    .add(entry.getValue()));
    return contexts;
  }

  private static Optional<Long> hash(ResultSet row, String column) throws SQLException {
    long hash = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(hash);
  }
}
