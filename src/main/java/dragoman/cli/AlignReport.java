package dragoman.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** What came of a batch, for a person and for a file. */
final class AlignReport {
  private static final int TOLD = 20;

  private final List<String> failures = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private int aligned;
  private int before;
  private long sure;
  private long doubtful;
  private long open;
  private List<String> alone = List.of();

  void aligned(AlignJob job, AlignJournal.Counts counts) {
    aligned++;
    counted("aligned", job, counts);
  }

  /** A job that an earlier run has done. */
  void before(AlignJob job, AlignJournal.Counts counts) {
    before++;
    counted("done before", job, counts);
  }

  private void counted(String what, AlignJob job, AlignJournal.Counts counts) {
    sure += counts.sure();
    doubtful += counts.doubtful();
    open += counts.open();
    line(what, job, counts.sure() + "\t" + counts.doubtful() + "\t" + counts.open(), "");
  }

  void failed(AlignJob job, String why) {
    failures.add(job.where() + ": " + why);
    line("failed", job, "0\t0\t0", why);
  }

  /** What could not even become a job, in a sentence. */
  void failed(String why) {
    failures.add(why);
    lines.add("failed\t\t0\t0\t0\t" + plain(why));
  }

  /** Files that no other belongs to. */
  void alone(List<String> files) {
    alone = List.copyOf(files);
    files.forEach(file -> lines.add("unpaired\t" + plain(file) + "\t0\t0\t0\t"));
  }

  private void line(String what, AlignJob job, String counts, String why) {
    lines.add(
        what
            + "\t"
            + plain(String.join(" + ", job.files().stream().map(AlignJob.Source::file).toList()))
            + "\t"
            + counts
            + "\t"
            + plain(why));
  }

  private static String plain(String text) {
    return text.replaceAll("\\s", " ");
  }

  /** Writes a line for each set of texts and each file that is alone. */
  void write(String file) throws IOException {
    try (Writer out = Streams.writer(file)) {
      out.write("state\tfiles\tsure\tdoubtful\topen\twhy\n");
      for (String line : lines) {
        out.write(line + "\n");
      }
    }
  }

  /**
   * Lets a failure be the command's.
   *
   * @throws CommandException if something failed
   */
  void expectNone() {
    if (!failures.isEmpty()) {
      throw new CommandException(String.join(" ", failures));
    }
  }

  /**
   * Says on standard error what came of the whole.
   *
   * @throws CommandException if something failed; its one line says which
   */
  void tell() {
    PrintWriter errors = Streams.errors();
    errors.printf(
        "%d pairs of texts aligned%s: %d units are sure, %d doubtful, %d sentences unpaired.%n",
        aligned + before,
        before > 0 ? " (" + before + " of them in an earlier run)" : "",
        sure,
        doubtful,
        open);
    if (!alone.isEmpty()) {
      String more = alone.size() > TOLD ? " and " + (alone.size() - TOLD) + " more" : "";
      errors.printf(
          "%d without a partner: %s%s.%n",
          alone.size(), String.join(", ", alone.stream().limit(TOLD).toList()), more);
    }
    if (!failures.isEmpty()) {
      throw new CommandException(
          (failures.size() == 1 ? "One pair" : failures.size() + " pairs")
              + " failed. "
              + String.join(" ", failures));
    }
  }
}
