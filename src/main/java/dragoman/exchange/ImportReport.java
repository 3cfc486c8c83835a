package dragoman.exchange;

import java.util.List;

/**
 * What became of a file that was taken in. Every unit or concept read is one of added, merged,
 * unchanged or skipped.
 *
 * @param read units or concepts in the file
 * @param added new here
 * @param merged gave something to one that was here
 * @param unchanged said nothing new
 * @param skipped could not be taken
 * @param problems why, the first of them in the order of the file
 * @param brokenOff with what the file breaks off, one sentence; empty where it ends as it should
 */
public record ImportReport(
    long read,
    long added,
    long merged,
    long unchanged,
    long skipped,
    List<Problem> problems,
    String brokenOff) {

  public ImportReport {
    problems = List.copyOf(problems);
  }

  /** Whether the file ends before it should. */
  public boolean cut() {
    return !brokenOff.isEmpty();
  }

  static ImportReport of(ReadReport file, long added, long merged, long unchanged) {
    return new ImportReport(
        file.read(), added, merged, unchanged, file.skipped(), file.problems(), file.brokenOff());
  }
}
