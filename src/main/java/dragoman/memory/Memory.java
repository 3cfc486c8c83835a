package dragoman.memory;

/**
 * A named set of units.
 *
 * @param id assigned by the database, positive
 * @param name unique among memories, never empty
 * @param desk whose it is; may be empty
 * @param priority place among the memories of a lookup: of two equal scores the one from the memory
 *     with the lower number comes first
 * @param penalty points taken off every score from this memory, 0 to 100
 * @param readOnly whether units can be looked up but not changed
 * @param updating what becomes of another target for a source that is confirmed again
 * @param version grows by one with every change of these fields
 */
public record Memory(
    long id,
    String name,
    String desk,
    int priority,
    int penalty,
    boolean readOnly,
    Updating updating,
    long version) {

  /**
   * @throws IllegalArgumentException if the name is blank or the penalty is out of range
   */
  public Memory {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("A memory needs a name.");
    }
    name = name.strip();
    if (name.length() > 200) {
      throw new IllegalArgumentException("A memory's name may have 200 characters at most.");
    }
    desk = desk == null ? "" : desk.strip();
    if (penalty < 0 || penalty > 100) {
      throw new IllegalArgumentException(
          "The penalty of memory “" + name + "” is " + penalty + "; it must be 0 to 100.");
    }
  }

  /** The same that keeps both targets of a source. */
  public Memory(
      long id,
      String name,
      String desk,
      int priority,
      int penalty,
      boolean readOnly,
      long version) {
    this(id, name, desk, priority, penalty, readOnly, Updating.KEEP_BOTH, version);
  }

  /** The same with another way of updating. */
  public Memory with(Updating wanted) {
    return new Memory(id, name, desk, priority, penalty, readOnly, wanted, version);
  }
}
