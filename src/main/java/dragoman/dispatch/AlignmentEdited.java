package dragoman.dispatch;

import java.util.List;

/**
 * What a change made of an alignment.
 *
 * @param alignment as it is now
 * @param removed links that are no more
 * @param links those that are new or other than before, in order; none of them where there are too
 *     many
 * @param many whether there are too many to be told one by one
 */
public record AlignmentEdited(
    StoredAlignment alignment, List<Long> removed, List<AlignmentLink> links, boolean many) {

  /** Keeps copies of the lists. */
  public AlignmentEdited {
    removed = List.copyOf(removed);
    links = List.copyOf(links);
  }
}
