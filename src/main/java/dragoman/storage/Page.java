package dragoman.storage;

import java.util.List;

/**
 * A part of a list too long to give whole.
 *
 * @param items the part that was asked for, in the list's order
 * @param total how many the whole list has
 */
public record Page<T>(List<T> items, long total) {
  /** Keeps a copy of the items. */
  public Page {
    items = List.copyOf(items);
  }
}
