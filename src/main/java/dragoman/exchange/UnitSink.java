package dragoman.exchange;

import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;

/** Takes the units of a file one by one as they are read. */
@FunctionalInterface
public interface UnitSink {

  /**
   * Takes what a file says of all its units, before the first of them: the header of a TMX file.
   *
   * @throws IllegalArgumentException if it cannot be kept, with the reason in one sentence
   */
  default void header(Metadata header) {}

  /**
   * Takes a unit.
   *
   * @param line the line of the file where it begins, 1-based
   * @throws IllegalArgumentException if the unit cannot be taken, with the reason in one sentence:
   *     the reader counts it as skipped and goes on
   */
  void unit(NewUnit unit, long line);
}
