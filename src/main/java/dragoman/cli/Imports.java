package dragoman.cli;

import dragoman.exchange.ImportReport;
import dragoman.exchange.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes several files in, one after the other: a file that fails is said in one line on standard
 * error and the others are read all the same.
 */
final class Imports {
  /** Who changed what was imported, in the histories. */
  static final String WHO = "command line";

  private final String what;
  private final PrintWriter out = Streams.output();
  private final PrintWriter errors = Streams.errors();

  /**
   * @param what is read, in the singular, as “unit”
   */
  Imports(String what) {
    this.what = what;
  }

  /** Takes one file in. */
  @FunctionalInterface
  interface Reading {
    ImportReport read(Path file, InputStream in) throws IOException;
  }

  /** Reads the files and gives the exit code: 0, or 1 if any failed or breaks off. */
  int run(List<Path> files, Reading reading) {
    int exit = 0;
    for (Path file : files) {
      try (InputStream in = Progress.reading(file, file.getFileName().toString())) {
        ImportReport report = reading.read(file, in);
        tell(file, report);
        if (report.cut()) {
          errors.println(file + ": " + report.brokenOff() + "; what came before it is kept.");
          exit = 1;
        }
      } catch (CommandException e) {
        errors.println(e.getMessage());
        exit = 1;
      } catch (IllegalArgumentException | IOException e) {
        errors.println(file + ": " + e.getMessage());
        exit = 1;
      } catch (RuntimeException e) {
        // Whatever one file does to us, the others are read.
        errors.println(file + ": " + DragomanCommand.oneLine(e));
        exit = 1;
      }
    }
    return exit;
  }

  private void tell(Path file, ImportReport report) {
    out.printf(
        "%s: %d %s read, %d added, %d merged, %d unchanged, %d skipped%n",
        file,
        report.read(),
        report.read() == 1 ? what : what + "s",
        report.added(),
        report.merged(),
        report.unchanged(),
        report.skipped());
    for (Problem problem : report.problems()) {
      out.println("  " + problem);
    }
  }
}
