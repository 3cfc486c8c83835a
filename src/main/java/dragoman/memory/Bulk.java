package dragoman.memory;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.Handle;

/** Inserts in batches by plain JDBC: a million units pass here. */
final class Bulk {
  private static final int FULL = 500;

  private final PreparedStatement units;
  private final PreparedStatement variants;
  private final Changes.By by;
  private int held;

  Bulk(Handle handle, Changes.By by) throws SQLException {
    this.by = by;
    units =
        handle
            .getConnection()
            .prepareStatement(
                "INSERT INTO unit (id, memory_id, version, place, deleted, metadata, origin,"
                    + " created_what, created_at, created_by, created_origin, changed_at,"
                    + " changed_by) VALUES (?, ?, 1, ?, FALSE, ?, ?, ?, ?, ?, ?, ?, ?)");
    variants =
        handle
            .getConnection()
            .prepareStatement(
                "INSERT INTO variant (unit_id, number, slot, language, text_hash, plain, tags,"
                    + " metadata, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  void unit(
      long id, long memoryId, long place, String metadata, UnitChange.What what, String origin)
      throws SQLException {
    units.setLong(1, id);
    units.setLong(2, memoryId);
    units.setLong(3, place);
    set(units, 4, metadata);
    set(units, 5, origin);
    units.setString(6, what.name());
    units.setObject(7, by.time());
    units.setString(8, by.who());
    set(units, 9, origin);
    units.setObject(10, by.time());
    units.setString(11, by.who());
    units.addBatch();
    held++;
  }

  void variant(long unitId, int number, int slot, Variant variant, long hash, long since)
      throws SQLException {
    variants.setLong(1, unitId);
    variants.setInt(2, number);
    variants.setInt(3, slot);
    variants.setString(4, variant.language().value());
    variants.setLong(5, hash);
    variants.setString(6, variant.text().plain());
    set(variants, 7, Json.ofTags(variant.text().tags()));
    set(variants, 8, Json.ofMetadata(variant.metadata()));
    variants.setLong(9, since);
    variants.addBatch();
    held++;
  }

  void flushIfFull() throws SQLException {
    if (held >= FULL) {
      flush();
    }
  }

  void flush() throws SQLException {
    if (held > 0) {
      units.executeBatch();
      variants.executeBatch();
      held = 0;
    }
  }

  void close() throws SQLException {
    flush();
    units.close();
    variants.close();
  }

  private void set(PreparedStatement statement, int column, String value) throws SQLException {
    if (value == null) {
      statement.setNull(column, Types.VARCHAR);
    } else {
      statement.setString(column, value);
    }
  }
}
