package dragoman.memory;

import dragoman.storage.StorageException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Which units had a text, by its hash. The table is the truth up to a place in the sequence of
 * changes; what an import added behind it is held in memory, until there is enough of it to go into
 * the table in one sweep in the order of hashes. After a crash it is read again from the variants.
 *
 * <p>Looked up and added to by who holds the sequence's row, so one at a time.
 */
final class Texts {
  /** Fewer go into the table at once, since a sweep for them costs as much as they do. */
  private static final int FEW = 200;

  private static final int MOST_HELD = 400_000;

  private final boolean alone;
  private volatile List<TextHashes> held = List.of();

  /**
   * @param alone whether no other process writes to the database: only then may texts be held back
   */
  Texts(boolean alone) {
    this.alone = alone;
  }

  /** Whether no other process writes to the database. */
  boolean alone() {
    return alone;
  }

  /** Brings the table up to date with the variants, where a process was killed. */
  void open(Jdbi jdbi) {
    jdbi.useTransaction(
        handle -> {
          long place = place(handle);
          handle
              .createUpdate(
                  "INSERT INTO variant_text (hash, unit_id) SELECT DISTINCT v.text_hash, v.unit_id"
                      + " FROM unit u JOIN variant v ON v.unit_id = u.id WHERE u.place > (SELECT"
                      + " texts FROM unit_sequence WHERE id = 1) AND NOT EXISTS (SELECT 1 FROM"
                      + " variant_text t WHERE t.hash = v.text_hash AND t.unit_id = v.unit_id)")
              .execute();
          reached(handle, place);
        });
  }

  /** Units that have, or had, texts of these hashes. */
  void among(Handle handle, Set<Long> hashes, TextHashes.Pairs found) {
    handle
        .createQuery("SELECT hash, unit_id FROM variant_text WHERE hash = ANY(:hashes)")
        .bindArray("hashes", Long.class, hashes)
        .map((row, ctx) -> new long[] {row.getLong("hash"), row.getLong("unit_id")})
        .forEach(pair -> found.accept(pair[0], pair[1]));
    held.forEach(part -> part.among(hashes, found));
  }

  /**
   * Takes the texts that a transaction added, before it commits.
   *
   * @param place the sequence's place after it
   * @return what to run once the commit is through
   */
  Runnable take(Handle handle, TextHashes added, long place) {
    // A transaction that fails after this leaves pairs that no unit bears out; they do no harm.
    int waiting = held.stream().mapToInt(TextHashes::size).sum();
    if (alone && added.size() > FEW && waiting + added.size() <= MOST_HELD) {
      hold(added);
      return () -> {};
    }
    if (alone && waiting > 0 && added.size() <= FEW) {
      write(handle, added);
      return () -> {};
    }
    return writeAll(handle, added, place);
  }

  private Runnable writeAll(Handle handle, TextHashes added, long place) {
    List<TextHashes> written = held;
    TextHashes all = new TextHashes();
    held.forEach(all::addAll);
    all.addAll(added);
    write(handle, all);
    reached(handle, place);
    // Until the commit the parts stay: where it fails they are needed again.
    return () -> forget(written);
  }

  /** Puts all that is held into the table, so that the next start need not. */
  void settle(Jdbi jdbi) {
    if (!held.isEmpty()) {
      jdbi.inTransaction(h -> writeAll(h, new TextHashes(), place(h))).run();
    }
  }

  /** The sequence's place; nobody else changes units until the transaction ends. */
  private static long place(Handle handle) {
    return handle
        .createQuery("SELECT place FROM unit_sequence WHERE id = 1 FOR UPDATE")
        .mapTo(Long.class)
        .one();
  }

  private synchronized void hold(TextHashes added) {
    List<TextHashes> more = new ArrayList<>(held);
    more.add(added);
    held = List.copyOf(more);
  }

  private synchronized void forget(List<TextHashes> written) {
    held = held.stream().filter(part -> !written.contains(part)).toList();
  }

  private static void reached(Handle handle, long place) {
    handle
        .createUpdate("UPDATE unit_sequence SET texts = :place WHERE id = 1")
        .bind("place", place)
        .execute();
  }

  private static void write(Handle handle, TextHashes pairs) {
    String sql = "INSERT INTO variant_text (hash, unit_id) VALUES (?, ?)";
    try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
      Sweep sweep = new Sweep(insert);
      pairs.inOrder(sweep::add);
      sweep.end();
    } catch (SQLException e) {
      throw new StorageException("The texts could not be written: " + e.getMessage(), e);
    }
  }

  /** Inserts pairs in batches. */
  private static final class Sweep {
    private static final int FULL = 1_000;

    private final PreparedStatement insert;
    private int waiting;

    Sweep(PreparedStatement insert) {
      this.insert = insert;
    }

    void add(long hash, long unitId) {
      try {
        insert.setLong(1, hash);
        insert.setLong(2, unitId);
        insert.addBatch();
        if (++waiting == FULL) {
          end();
        }
      } catch (SQLException e) {
        throw new StorageException("The texts could not be written: " + e.getMessage(), e);
      }
    }

    void end() throws SQLException {
      if (waiting > 0) {
        insert.executeBatch();
        waiting = 0;
      }
    }
  }
}
