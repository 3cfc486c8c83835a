package dragoman.storage;

import java.util.List;

/**
 * A part of a list too long to give whole.
 *
 * @param items the part that was asked for, in the list's order
 * @param total how many the whole list has
 * @param more whether counting stopped at the total, so that the list may have more
 */
public record Page<T>(List<T> items, long total, boolean more) {
  /** Keeps a copy of the items. */
  public Page {
    items = List.copyOf(items);
  }

  /** A part of a list that was counted to its end. */
  public Page(List<T> items, long total) {
    this(items, total, false);
  }
}
