package dragoman.exchange;

import java.util.List;

/**
 * What a reader found in a file.
 *
 * @param read units, concepts or rows that were read, the skipped ones among them
 * @param skipped those of them that could not be taken
 * @param problems why, the first {@value #MOST_PROBLEMS} of them in the order of the file
 * @param brokenOff what the file breaks off with, one sentence; empty where it ends as it should
 */
public record ReadReport(long read, long skipped, List<Problem> problems, String brokenOff) {

  /** Problems named one by one; beyond it they are only counted. */
  public static final int MOST_PROBLEMS = 1_000;

  public ReadReport {
    problems = List.copyOf(problems);
  }

  /** Whether the file ends before it should. */
  public boolean cut() {
    return !brokenOff.isEmpty();
  }
}
