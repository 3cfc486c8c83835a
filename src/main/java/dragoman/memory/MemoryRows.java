package dragoman.memory;

import dragoman.storage.Characters;
import dragoman.storage.StaleVersionException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of memories. */
final class MemoryRows {
  private static final RowMapper<Memory> ROW =
      (row, ctx) ->
          new Memory(
              row.getLong("id"),
              row.getString("name"),
              row.getString("desk"),
              row.getInt("priority"),
              row.getInt("penalty"),
              row.getBoolean("read_only"),
              Updating.valueOf(row.getString("updating")),
              row.getLong("version"));

  private static final int LONGEST_HEADER = 1_000_000;

  private final Jdbi jdbi;
  private final boolean alone;
  // Every lookup asks for all memories, which change about once a year.
  private volatile Optional<List<Memory>> kept = Optional.empty();
  private final AtomicLong changes = new AtomicLong();

  /**
   * @param alone whether no other process writes to the database
   */
  MemoryRows(Jdbi jdbi, boolean alone) {
    this.jdbi = jdbi;
    this.alone = alone;
  }

  List<Memory> list() {
    return kept.orElseGet(this::read);
  }

  private List<Memory> read() {
    long before = changes.get();
    List<Memory> read =
        List.copyOf(
            jdbi.withHandle(
                h ->
                    h.createQuery("SELECT * FROM memory ORDER BY priority, name, id")
                        .map(ROW)
                        .list()));
    synchronized (this) {
      if (alone && changes.get() == before) {
        kept = Optional.of(read);
      }
    }
    return read;
  }

  private synchronized Memory changed(Memory memory) {
    changes.incrementAndGet();
    kept = Optional.empty();
    return memory;
  }

  Optional<Memory> find(String name) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT * FROM memory WHERE name = :name")
                .bind("name", name.strip())
                .map(ROW)
                .findOne());
  }

  Memory get(long id) {
    return jdbi.withHandle(h -> get(h, id));
  }

  static Memory get(Handle handle, long id) {
    return handle
        .createQuery("SELECT * FROM memory WHERE id = :id")
        .bind("id", id)
        .map(ROW)
        .findOne()
        .orElseThrow(() -> new NoSuchElementException("There is no memory " + id + "."));
  }

  /** The memory, if it may be changed. */
  static Memory writable(Handle handle, long id) {
    Memory memory = get(handle, id);
    if (memory.readOnly()) {
      throw new IllegalArgumentException(
          "Memory “" + memory.name() + "” is read-only; choose another, or ask who keeps it.");
    }
    return memory;
  }

  Memory create(Memory draft) {
    return changed(insert(draft));
  }

  private Memory insert(Memory draft) {
    return jdbi.inTransaction(
        h -> {
          refuseTaken(h, draft);
          long id =
              h.createUpdate(
                      "INSERT INTO memory (name, desk, priority, penalty, read_only, updating,"
                          + " version) VALUES (:name, :desk, :priority, :penalty, :readOnly,"
                          + " :updating, 1)")
                  .bind("name", draft.name())
                  .bind("desk", draft.desk())
                  .bind("priority", draft.priority())
                  .bind("penalty", draft.penalty())
                  .bind("readOnly", draft.readOnly())
                  .bind("updating", draft.updating().name())
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(Long.class)
                  .one();
          return get(h, id);
        });
  }

  Memory update(Memory changed) {
    return changed(store(changed));
  }

  private Memory store(Memory changed) {
    return jdbi.inTransaction(
        h -> {
          get(h, changed.id());
          refuseTaken(h, changed);
          int rows =
              h.createUpdate(
                      "UPDATE memory SET name = :name, desk = :desk, priority = :priority, penalty ="
                          + " :penalty, read_only = :readOnly, updating = :updating, version ="
                          + " version + 1 WHERE id = :id AND version = :version")
                  .bind("name", changed.name())
                  .bind("desk", changed.desk())
                  .bind("priority", changed.priority())
                  .bind("penalty", changed.penalty())
                  .bind("readOnly", changed.readOnly())
                  .bind("updating", changed.updating().name())
                  .bind("id", changed.id())
                  .bind("version", changed.version())
                  .execute();
          if (rows == 0) {
            throw new StaleVersionException("memory “" + changed.name() + "”");
          }
          return get(h, changed.id());
        });
  }

  /** What the headers of the files said that came into a memory. */
  static Metadata header(Handle handle, long id) {
    return handle
        .createQuery("SELECT header FROM memory WHERE id = :id")
        .bind("id", id)
        .map((row, ctx) -> Json.metadata(row.getString("header")))
        .findOne()
        .orElse(Metadata.EMPTY);
  }

  /**
   * Keeps what the headers of files say.
   *
   * @throws IllegalArgumentException if it is too long
   */
  static void keepHeader(Handle handle, long id, Metadata header) {
    String json = Json.ofMetadata(header);
    if (json != null && json.length() > LONGEST_HEADER) {
      throw new IllegalArgumentException(
          "it has " + json.length() + " characters, and " + LONGEST_HEADER + " is the most");
    }
    handle
        .createUpdate("UPDATE memory SET header = :header WHERE id = :id")
        .bind("header", json)
        .bind("id", id)
        .execute();
  }

  private static void refuseTaken(Handle handle, Memory memory) {
    Characters.checkLine("The name of a memory", memory.name());
    Characters.checkLine("The desk of a memory", memory.desk());
    boolean taken =
        handle
            .createQuery("SELECT 1 FROM memory WHERE name = :name AND id <> :id")
            .bind("name", memory.name())
            .bind("id", memory.id())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (taken) {
      throw new IllegalArgumentException(
          "There is a memory “" + memory.name() + "” already; choose another name.");
    }
  }
}
