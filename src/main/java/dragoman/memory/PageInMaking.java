package dragoman.memory;

import dragoman.storage.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * A page that takes what is found one by one, in the order of the answer, and knows when to stop:
 * when it is full, one more is known, and counting has gone on for long enough.
 */
final class PageInMaking<T> {
  /** So many are counted at most, where the page ends before: each costs reading a unit. */
  static final int COUNTED = 200;

  /** So many units are read at most, only to count. */
  private static final int READ = 200;

  private final int offset;
  private final int limit;
  private final List<T> items = new ArrayList<>();
  private long total;
  private long read;
  private boolean stopped;
  private boolean ended;

  PageInMaking(int offset, int limit) {
    this.offset = offset;
    this.limit = limit;
  }

  void add(T found) {
    if (total >= offset && items.size() < limit) {
      items.add(found);
    }
    total++;
  }

  /** Counts a text that was read. */
  void read() {
    read++;
  }

  /** Wants no more, whatever was found. */
  void end() {
    ended = true;
  }

  /** Whether no more is wanted; asked only where there may be more. */
  boolean enough() {
    if (ended) {
      return true;
    }
    boolean full = total > (long) offset + limit;
    stopped = full && (total >= COUNTED || read >= READ);
    return stopped;
  }

  /** How many more may be wanted, at least. */
  int wanted() {
    return (int) Math.min(Integer.MAX_VALUE / 2, Math.max(0, (long) offset + limit + 1 - total));
  }

  /** Whether there may be more than were counted. */
  boolean stopped() {
    return stopped;
  }

  boolean none() {
    return total == 0;
  }

  Page<T> page() {
    return new Page<>(items, total, stopped);
  }
}
