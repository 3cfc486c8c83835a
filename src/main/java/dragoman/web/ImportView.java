package dragoman.web;

import dragoman.exchange.ImportReport;
import dragoman.exchange.Problem;
import java.util.List;

/**
 * What became of a file that was taken in.
 *
 * @param cut whether it ends before it should; then {@code brokenOff} says with what
 */
record ImportView(
    long read,
    long added,
    long merged,
    long unchanged,
    long skipped,
    List<Problem> problems,
    boolean cut,
    String brokenOff) {
  private static final int SHOWN = 100;

  static ImportView of(ImportReport report) {
    return new ImportView(
        report.read(),
        report.added(),
        report.merged(),
        report.unchanged(),
        report.skipped(),
        report.problems().stream().limit(SHOWN).toList(),
        report.cut(),
        report.brokenOff());
  }
}
