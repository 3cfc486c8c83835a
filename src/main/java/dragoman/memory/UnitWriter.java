package dragoman.memory;

import dragoman.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Takes many units into a memory, in batches that are each durable once written. A unit with a text
 * that the memory has merges into that unit where no language contradicts; the same file twice
 * doubles nothing. For one thread; while that one gets the next units ready, another writes a full
 * batch, one at a time and in order.
 */
public final class UnitWriter implements AutoCloseable {
  private static final int MOST_UNITS = 5_000;
  private static final int MOST_CHARACTERS = 8_000_000;

  private final Tables tables;
  private final long memoryId;
  private final String who;
  private final Consumer<Written> written;
  private List<NewUnit> batch = new ArrayList<>();
  private int characters;
  private Optional<ExecutorService> behind = Optional.empty();
  private Future<?> writing = CompletableFuture.completedFuture(null);
  private volatile Tally tally = new Tally(0, 0, 0);

  /**
   * What became of a batch.
   *
   * @param place of the sequence after it
   * @param added where nothing else was done than to add these
   */
  record Written(long place, Optional<Added> added) {}

  private record Batch(Tally tally, Optional<Added> added) {}

  UnitWriter(Tables tables, long memoryId, String who, Consumer<Written> written) {
    this.tables = tables;
    this.memoryId = memoryId;
    this.who = who;
    this.written = written;
  }

  /**
   * Changes what the memory keeps of the headers of files.
   *
   * @param change gives what is kept from now on for what was
   * @return what was
   * @throws IllegalArgumentException if it is too long, as the end of a sentence
   */
  public Metadata header(UnaryOperator<Metadata> change) {
    return tables
        .jdbi()
        .inTransaction(
            handle -> {
              Metadata before = MemoryRows.header(handle, memoryId);
              Metadata after = change.apply(before);
              if (!after.equals(before)) {
                MemoryRows.writable(handle, memoryId);
                MemoryRows.keepHeader(handle, memoryId, after);
              }
              return before;
            });
  }

  /**
   * Takes a unit; it is durable after the next {@link #flush}, which happens by itself too. Fails
   * as that does if units given before could not be written.
   */
  public void add(NewUnit unit) {
    batch.add(unit);
    for (Variant variant : unit.variants()) {
      characters += variant.text().plain().length();
    }
    if (batch.size() >= MOST_UNITS || characters >= MOST_CHARACTERS) {
      pass();
    }
  }

  /** Writes what is held back; all that was given is durable when this returns. */
  public void flush() {
    await();
    if (!batch.isEmpty()) {
      write(batch);
      begin();
    }
  }

  /** Lets the full batch be written behind, as soon as the one before it is. */
  private void pass() {
    await();
    if (behind.isEmpty()) {
      behind = Optional.of(Executors.newSingleThreadExecutor(UnitWriter::thread));
    }
    List<NewUnit> full = batch;
    writing = behind.get().submit(() -> write(full));
    begin();
  }

  private void begin() {
    batch = new ArrayList<>();
    characters = 0;
  }

  /** Waits for the batch that is being written; it fails here, and from then on at every call. */
  private void await() {
    try {
      writing.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("Writing units was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new StorageException("Units could not be written: " + e.getCause() + ".", e);
    }
  }

  private void write(List<NewUnit> units) {
    Changes.By by = Changes.By.now(who);
    Changes.Made<Batch> made = Changes.make(tables, by, changes -> write(changes, by, units));
    tally = made.result().tally;
    written.accept(new Written(made.place(), made.result().added));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "unit-writer");
    thread.setDaemon(true);
    return thread;
  }

  /** What became of the units so far written. */
  public Tally tally() {
    return tally;
  }

  /** Writes what is held back. */
  @Override
  public void close() {
    try {
      flush();
    } finally {
      behind.ifPresent(ExecutorService::shutdown);
    }
  }

  private Batch write(Changes changes, Changes.By by, List<NewUnit> units) {
    MemoryRows.writable(changes.handle(), memoryId);
    Merging merging = new Merging(changes, memoryId, units);
    long before = changes.place();
    List<UnitRows.Placed> added = new ArrayList<>();
    Tally sum = tally;
    for (NewUnit given : units) {
      sum = sum.plus(write(changes, by, merging, given, added));
    }
    // A place more than there are new units: something else was changed too.
    boolean onlyAdded = changes.place() - before == added.size();
    return new Batch(
        sum, onlyAdded ? Optional.of(new Added(before, changes.place(), added)) : Optional.empty());
  }

  private Outcome write(
      Changes changes, Changes.By by, Merging merging, NewUnit given, List<UnitRows.Placed> added) {
    Optional<Unit> home = merging.home(given.variants(), "");
    if (home.isEmpty()) {
      long id =
          changes.add(memoryId, given.variants(), given.metadata(), UnitChange.What.IMPORTED, null);
      Unit unit =
          new Unit(
              id,
              memoryId,
              1,
              given.variants(),
              given.metadata(),
              false,
              by.at(),
              by.who(),
              Map.of());
      merging.learn(unit);
      added.add(new UnitRows.Placed(unit, changes.place(), List.of()));
      for (Context context : given.contexts()) {
        changes.seenWith(id, tables.languages().key(context.language()), context, "");
      }
      return Outcome.ADDED;
    }
    Unit unit = home.get();
    List<Variant> missing = merging.missing(unit, given.variants());
    if (!missing.isEmpty()) {
      changes.put(unit, missing, UnitChange.What.MERGED, Map.of());
      merging.learn(changes.unit(unit.id()).unit());
    }
    for (Context context : given.contexts()) {
      changes.seenWith(unit.id(), tables.languages().key(context.language()), context, "");
    }
    return missing.isEmpty() ? Outcome.UNCHANGED : Outcome.MERGED;
  }
}
