package dragoman.memory;

/**
 * How far the index has come. Lookups find everything at any time; while the index is behind, what
 * it lacks is read from the database, which is slower.
 *
 * @param held the place in the sequence of changes up to which the index holds everything
 * @param last the last place there is
 * @param problem why the index cannot follow, in one sentence; empty while it can
 */
public record IndexState(long held, long last, String problem) {

  /** Whether the index holds every change. */
  public boolean current() {
    return held >= last;
  }
}
