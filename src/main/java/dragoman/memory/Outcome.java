package dragoman.memory;

/** What became of a unit that was given to a memory. */
public enum Outcome {
  /** It is a unit of its own now. */
  ADDED,
  /** It gave a unit that was there a variant more, or a better one. */
  MERGED,
  /** The memory had all of it. */
  UNCHANGED
}
