package dragoman.memory;

import dragoman.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in step with the database: a thread that takes in changes in the order of their
 * places. Where the index fails, it is closed, opened anew after a while, and catches up.
 */
final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
  private static final int BATCH = 1_000;
  private static final int SHOW_AFTER = 10_000;
  private static final int SHOW_UNASKED_AFTER = 60_000;
  private static final int MOST_HANDED = 8;
  private static final long COMMIT_AFTER = 200_000;
  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofSeconds(10);

  private final Jdbi jdbi;
  private final UnitRows units;
  private final Path folder;
  private final IndexDocuments documents;
  private final String store;
  private final boolean alone;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition moved = lock.newCondition();
  private final Thread thread;
  // Guarded by the lock.
  private final Deque<Added> handed = new ArrayDeque<>();
  private Optional<UnitIndex> index;
  private long known;
  private boolean asked;
  private String problem = "";
  private boolean closed;

  IndexFollower(
      Jdbi jdbi,
      UnitRows units,
      Path folder,
      IndexDocuments documents,
      String store,
      boolean alone) {
    this.jdbi = jdbi;
    this.units = units;
    this.folder = folder;
    this.documents = documents;
    this.store = store;
    this.alone = alone;
    this.known = jdbi.withHandle(UnitRows::lastPlace);
    this.index = Optional.of(openIndex());
    this.thread = new Thread(this::run, "memory-index");
    thread.setDaemon(true);
    thread.start();
  }

  /** Tells that the database has changes up to a place. */
  void changedTo(long place) {
    lock.lock();
    try {
      known = Math.max(known, place);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Tells of units added, so that they need not be read again. */
  void added(Added added) {
    lock.lock();
    try {
      if (handed.size() == MOST_HANDED) {
        handed.removeFirst();
      }
      handed.addLast(added);
      known = Math.max(known, added.upTo());
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The place of the last change there is; where others write too, the database is asked. */
  long lastPlace() {
    if (!alone) {
      return jdbi.withHandle(UnitRows::lastPlace);
    }
    lock.lock();
    try {
      return known;
    } finally {
      lock.unlock();
    }
  }

  /** What the index holds now, if it can be read; to be released by {@code decRef}. */
  Optional<UnitIndex.Snapshot> snapshot() {
    lock.lock();
    try {
      asked = true;
      return index.map(UnitIndex::acquire);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the index shows a place.
   *
   * @return whether it does; not, if the time is over or the index cannot follow
   */
  boolean await(long place, Duration most) {
    long left = most.toNanos();
    lock.lock();
    try {
      if (known < place) {
        known = place;
        changed.signal();
      }
      while (shown() < place) {
        if (left <= 0 || closed || !problem.isEmpty()) {
          return false;
        }
        left = moved.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  IndexState state() {
    long last = jdbi.withHandle(UnitRows::lastPlace);
    lock.lock();
    try {
      return new IndexState(shown(), last, problem);
    } finally {
      lock.unlock();
    }
  }

  /** Gives up an index that could not be read; another is made. */
  void distrust(IOException e) {
    LOG.warn("The index in {} could not be read ({}); it is made anew.", folder, e.toString());
    LOG.debug("Where reading failed", e);
    lock.lock();
    try {
      problem = "The index could not be read (" + e.getMessage() + "); it is made anew.";
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private long shown() {
    return index.map(UnitIndex::shown).orElse(0L);
  }

  private UnitIndex openIndex() {
    return UnitIndex.open(folder, documents, store, jdbi.withHandle(UnitRows::lastPlace));
  }

  private void run() {
    while (!isClosed()) {
      try {
        reopenIfNeeded();
        if (!step()) {
          rest(LOOK_AROUND, true);
        }
      } catch (IOException | RuntimeException e) {
        if (!isClosed()) {
          LOG.warn("The index in {} cannot follow the database: {}.", folder, e.toString());
          LOG.debug("Where following failed", e);
          fail(e);
          rest(REST, false);
        }
      }
    }
  }

  /** Takes in some changes; says whether there may be more. */
  private boolean step() throws IOException {
    UnitIndex current = index.orElseThrow();
    long held = current.applied();
    Optional<Added> next = handed(held);
    if (next.isPresent()) {
      current.apply(next.get().behind(held), next.get().upTo());
      show(current, true);
      return true;
    }
    record Read(long last, List<UnitRows.Placed> units) {}
    Read read =
        jdbi.withHandle(h -> new Read(UnitRows.lastPlace(h), units.changedAfter(h, held, BATCH)));
    boolean more = read.units.size() == BATCH;
    long end = read.units.isEmpty() ? held : read.units.get(read.units.size() - 1).place();
    // A place that is not among the units was taken over by a later change of the same unit.
    current.apply(read.units, more ? end : Math.max(end, read.last));
    show(current, more);
    return more;
  }

  /**
   * Lets readers see what is taken in; seldom while there is more, since each time costs a file,
   * and more seldom while nobody looks.
   */
  private void show(UnitIndex current, boolean more) throws IOException {
    if (!more
        || current.applied() - current.shown() >= (wasAsked() ? SHOW_AFTER : SHOW_UNASKED_AFTER)) {
      forgetAsked();
      current.show();
      signalMoved();
    }
    if (!more) {
      current.tidy();
    }
    if (current.uncommitted() > COMMIT_AFTER) {
      current.commit();
    }
  }

  private boolean wasAsked() {
    lock.lock();
    try {
      return asked;
    } finally {
      lock.unlock();
    }
  }

  private void forgetAsked() {
    lock.lock();
    try {
      asked = false;
    } finally {
      lock.unlock();
    }
  }

  /** What was handed over that continues a place without a gap. */
  private Optional<Added> handed(long place) {
    lock.lock();
    try {
      while (!handed.isEmpty() && handed.getFirst().upTo() <= place) {
        handed.removeFirst();
      }
      return Optional.ofNullable(handed.peekFirst()).filter(added -> added.after() <= place);
    } finally {
      lock.unlock();
    }
  }

  private void rest(Duration time, boolean untilChanged) {
    lock.lock();
    try {
      long left = time.toNanos();
      while (left > 0 && !closed && !(untilChanged && (known > shown() || !problem.isEmpty()))) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void signalMoved() {
    lock.lock();
    try {
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void fail(Exception e) {
    lock.lock();
    try {
      problem = "The index cannot follow the database: " + e.getMessage();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void reopenIfNeeded() throws IOException {
    Optional<UnitIndex> failed;
    lock.lock();
    try {
      if (problem.isEmpty()) {
        return;
      }
      failed = index;
      index = Optional.empty();
    } finally {
      lock.unlock();
    }
    if (failed.isPresent()) {
      failed.get().abandon();
    }
    UnitIndex opened = openIndex();
    lock.lock();
    try {
      index = Optional.of(opened);
      problem = "";
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the thread, and leaves an index on the disk that holds what has been taken in. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(60));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (index.isPresent()) {
      try {
        index.get().close();
      } catch (IOException e) {
        throw new StorageException(
            "The index in " + folder + " could not be closed: " + e.getMessage() + ".", e);
      }
    }
  }
}
