package dragoman.exchange;

import java.util.List;

/**
 * What was read of a file.
 *
 * @param read how many units or concepts were read and handed on
 * @param skipped how many could not be taken
 * @param problems what was wrong, the first hundred
 * @param cut whether the file breaks off or is broken somewhere, so that nothing behind was read
 */
public record ReadReport(long read, long skipped, List<Problem> problems, boolean cut) {
  /** How many problems are kept. */
  public static final int MOST_PROBLEMS = 100;

  /** Keeps a copy of the problems. */
  public ReadReport {
    problems = List.copyOf(problems);
  }
}
