package dragoman.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Texts in several languages that say the same, on their way to a memory.
 *
 * @param id given by the database
 * @param version grows with every change
 * @param name what people call it
 * @param texts two or more, each in a language of its own
 * @param counts of its links
 * @param undo the last step that an undo would take back
 * @param saved the last time that it went into a memory
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param changedAt when it last changed
 * @param changedBy who changed it last
 */
public record StoredAlignment(
    long id,
    long version,
    String name,
    List<AlignedText> texts,
    Counts counts,
    Optional<Step> undo,
    Optional<Saved> saved,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy) {

  /** A link that is less sure than this waits for a person. */
  public static final double SURE = 0.9;

  /** Keeps a copy of the texts. */
  public StoredAlignment {
    texts = List.copyOf(texts);
  }

  /**
   * How many links there are.
   *
   * @param links all
   * @param linked those with two sides or more
   * @param accepted those that a person has agreed to
   * @param acceptedLinked those of them with two sides or more
   * @param doubtful linked ones that a person should look at, at {@link #SURE}
   * @param open those with one side
   */
  public record Counts(
      int links, int linked, int accepted, int acceptedLinked, int doubtful, int open) {}

  /**
   * When it went into a memory.
   *
   * @param memory the memory's id
   * @param version the version of the alignment that did
   */
  public record Saved(long memory, Instant at, String by, long version) {}

  /** What people do to an alignment, and can undo. */
  public enum Step {
    /** Sentences were linked otherwise. */
    EDIT,
    /** A sentence was split. */
    SPLIT,
    /** Two sentences were joined. */
    JOIN,
    /** Links were accepted, or no longer are. */
    ACCEPT
  }
}
