package dragoman.exchange;

import java.util.ArrayList;
import java.util.List;

/** Counts while a reader goes through a file. */
final class ReportBuilder {
  private final List<Problem> problems = new ArrayList<>();
  private long read;
  private long skipped;
  private String brokenOff = "";

  long read() {
    return read;
  }

  void counted() {
    read++;
  }

  /** A unit that could not be taken at all. */
  void skipped(long line, String message) {
    skipped++;
    problem(line, message);
  }

  /** A part of a unit could not be taken; the unit was. */
  void problem(long line, String message) {
    if (problems.size() < ReadReport.MOST_PROBLEMS) {
      problems.add(new Problem(line, read, message));
    }
  }

  void brokenOff(String message) {
    brokenOff = message;
  }

  ReadReport report() {
    return new ReadReport(read, skipped, problems, brokenOff);
  }
}
