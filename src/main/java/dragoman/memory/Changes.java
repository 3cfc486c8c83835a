package dragoman.memory;

import dragoman.storage.StaleVersionException;
import dragoman.storage.StorageException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * One transaction that changes units. It holds the sequence's row from its first statement to the
 * commit, so places are given in the order of commits, and what it reads of units cannot change
 * under it.
 */
final class Changes {
  /** Who and when, the same for every change of the transaction. */
  record By(String who, Instant at) {
    By {
      if (who == null || who.isBlank()) {
        throw new IllegalArgumentException("A change needs the name of who makes it.");
      }
    }

    static By now(String who) {
      return new By(who, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    OffsetDateTime time() {
      return at.atOffset(ZoneOffset.UTC);
    }
  }

  /** What a transaction gave, and the place that the sequence has come to. */
  record Made<T>(T result, long place) {}

  private final Handle handle;
  private final By by;
  private final Tables tables;
  private final TextHashes added = new TextHashes();
  private long place;
  private long lastUnit;
  private Bulk bulk;

  private Changes(Handle handle, Tables tables, By by) {
    this.tables = tables;
    this.handle = handle;
    this.by = by;
    long[] last =
        handle
            .createQuery("SELECT place, unit FROM unit_sequence WHERE id = 1 FOR UPDATE")
            .map((row, ctx) -> new long[] {row.getLong("place"), row.getLong("unit")})
            .one();
    place = last[0];
    lastUnit = last[1];
  }

  /** Runs the work in a transaction; everything that it changed is durable when this returns. */
  static <T> Made<T> make(Tables tables, By by, Function<Changes, T> work) {
    record Finished<T>(Made<T> made, Runnable committed) {}
    tables.turn().lock();
    try {
      Finished<T> finished =
          tables
              .jdbi()
              .inTransaction(
                  handle -> {
                    Changes changes = new Changes(handle, tables, by);
                    T result = work.apply(changes);
                    Runnable committed = changes.finish();
                    return new Finished<>(new Made<>(result, changes.place), committed);
                  });
      finished.committed.run();
      return finished.made;
    } finally {
      tables.turn().unlock();
    }
  }

  Tables tables() {
    return tables;
  }

  /** The place that the sequence has come to. */
  long place() {
    return place;
  }

  Handle handle() {
    return handle;
  }

  By by() {
    return by;
  }

  /** Takes the next place of the sequence for a change that is written elsewhere. */
  long nextPlace() {
    return ++place;
  }

  /** Adds a text that a unit has from a version on; written with the next {@link #flush}. */
  void text(long unitId, int number, int slot, Variant variant, long since) {
    try {
      variant(unitId, number, slot, variant, since);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** A unit as it stands in this transaction. */
  UnitRows.Placed unit(long id) {
    flush();
    return Optional.ofNullable(tables.units().byIds(handle, List.of(id)).get(id))
        .orElseThrow(() -> new NoSuchElementException("There is no unit " + id + "."));
  }

  /**
   * A unit that may be changed.
   *
   * @throws StaleVersionException if it is not at the version
   */
  Unit unit(long id, long version) {
    Unit unit = unit(id).unit();
    MemoryRows.writable(handle, unit.memoryId());
    if (unit.version() != version) {
      throw new StaleVersionException("unit " + id);
    }
    return unit;
  }

  /** Adds a unit at version 1 and gives its id. */
  long add(
      long memoryId,
      List<Variant> variants,
      Metadata metadata,
      UnitChange.What what,
      String origin) {
    long id = ++lastUnit;
    try {
      bulk().unit(id, memoryId, ++place, Json.ofMetadata(metadata), what, origin);
      for (int i = 0; i < variants.size(); i++) {
        variant(id, i, i, variants.get(i), 1);
      }
      bulk().flushIfFull();
    } catch (SQLException e) {
      throw failed(e);
    }
    return id;
  }

  /** Gives a unit variants more, or other texts for languages that it has, as one change. */
  void put(Unit unit, List<Variant> variants, UnitChange.What what, Map<String, String> origin) {
    flush();
    long version = step(unit, what, Json.ofStrings(origin), unit.deleted());
    int number =
        one("SELECT MAX(number) FROM variant WHERE unit_id = :unit", "unit", unit.id()).intValue();
    int slot =
        one("SELECT MAX(slot) FROM variant WHERE unit_id = :unit", "unit", unit.id()).intValue();
    for (Variant variant : variants) {
      Optional<Integer> replaced = close(unit, variant, version);
      try {
        variant(
            unit.id(), ++number, replaced.isPresent() ? replaced.get() : ++slot, variant, version);
      } catch (SQLException e) {
        throw failed(e);
      }
    }
    flush();
  }

  /** Ends the text that a variant takes the place of, and gives its slot. */
  private Optional<Integer> close(Unit unit, Variant variant, long version) {
    Optional<Integer> slot =
        handle
            .createQuery(
                "SELECT slot FROM variant WHERE unit_id = :unit AND language = :language AND until"
                    + " IS NULL")
            .bind("unit", unit.id())
            .bind("language", variant.language().value())
            .mapTo(Integer.class)
            .findFirst();
    if (slot.isPresent()) {
      handle
          .createUpdate(
              "UPDATE variant SET until = :version WHERE unit_id = :unit AND slot = :slot AND until"
                  + " IS NULL")
          .bind("version", version)
          .bind("unit", unit.id())
          .bind("slot", slot.get())
          .execute();
    }
    return slot;
  }

  void delete(Unit unit) {
    step(unit, UnitChange.What.DELETED, null, true);
  }

  void restore(Unit unit) {
    step(unit, UnitChange.What.RESTORED, null, false);
  }

  /** Notes neighbours that a unit was seen with; where they are new, the unit's place moves. */
  void seenWith(long unitId, String languageKey, Context context, String segment) {
    flush();
    Long before = context.before().map(Hash64::of).orElse(null);
    Long after = context.after().map(Hash64::of).orElse(null);
    boolean known =
        handle
            .createQuery(
                "SELECT 1 FROM unit_context WHERE unit_id = :unit AND language = :language AND"
                    + " before_hash IS NOT DISTINCT FROM CAST(:before AS BIGINT) AND after_hash IS"
                    + " NOT DISTINCT FROM CAST(:after AS BIGINT) AND segment = :segment")
            .bind("unit", unitId)
            .bind("language", languageKey)
            .bind("before", before)
            .bind("after", after)
            .bind("segment", segment)
            .mapTo(Integer.class)
            .findFirst()
            .isPresent();
    if (known) {
      return;
    }
    handle
        .createUpdate(
            "INSERT INTO unit_context (unit_id, number, language, before_hash, after_hash, segment)"
                + " SELECT :unit, COALESCE(MAX(number), 0) + 1, :language, CAST(:before AS BIGINT),"
                + " CAST(:after AS BIGINT), :segment FROM unit_context WHERE unit_id = :unit")
        .bind("unit", unitId)
        .bind("language", languageKey)
        .bind("before", before)
        .bind("after", after)
        .bind("segment", segment)
        .execute();
    handle
        .createUpdate("UPDATE unit SET place = :place WHERE id = :id")
        .bind("place", ++place)
        .bind("id", unitId)
        .execute();
  }

  private long step(Unit unit, UnitChange.What what, String origin, boolean deleted) {
    flush();
    long version = unit.version() + 1;
    place++;
    int rows =
        handle
            .createUpdate(
                "UPDATE unit SET version = :version, place = :place, deleted = :deleted, origin ="
                    + " COALESCE(:origin, origin), changed_at = :at, changed_by = :who WHERE id ="
                    + " :id AND version = :old")
            .bind("version", version)
            .bind("place", place)
            .bind("deleted", deleted)
            .bind("origin", origin)
            .bind("at", by.time())
            .bind("who", by.who())
            .bind("id", unit.id())
            .bind("old", unit.version())
            .execute();
    if (rows == 0) {
      throw new StaleVersionException("unit " + unit.id());
    }
    handle
        .createUpdate(
            "INSERT INTO unit_change (unit_id, version, place, what, at, who, origin) VALUES (:id,"
                + " :version, :place, :what, :at, :who, :origin)")
        .bind("id", unit.id())
        .bind("version", version)
        .bind("place", place)
        .bind("what", what.name())
        .bind("at", by.time())
        .bind("who", by.who())
        .bind("origin", origin)
        .execute();
    return version;
  }

  /** Writes what is still held back; reads of this transaction see it then. */
  void flush() {
    if (bulk != null) {
      try {
        bulk.flush();
      } catch (SQLException e) {
        throw failed(e);
      }
    }
  }

  private Runnable finish() {
    try {
      if (bulk != null) {
        bulk.close();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    handle
        .createUpdate("UPDATE unit_sequence SET place = :place, unit = :unit WHERE id = 1")
        .bind("place", place)
        .bind("unit", lastUnit)
        .execute();
    return tables.texts().take(handle, added, place);
  }

  private void variant(long unitId, int number, int slot, Variant variant, long since)
      throws SQLException {
    long hash = Identity.hash(tables.languages().key(variant.language()), variant.text());
    bulk().variant(unitId, number, slot, variant, hash, since);
    added.add(hash, unitId);
  }

  private Long one(String sql, String name, long value) {
    return handle.createQuery(sql).bind(name, value).mapTo(Long.class).one();
  }

  private Bulk bulk() throws SQLException {
    if (bulk == null) {
      bulk = new Bulk(handle, by);
    }
    return bulk;
  }

  private static StorageException failed(SQLException e) {
    return new StorageException("The units could not be written: " + e.getMessage(), e);
  }
}
