package dragoman.cli;

import dragoman.alignment.Aligner;
import dragoman.alignment.Alignment;
import dragoman.alignment.Bead;
import dragoman.alignment.TextPair;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The pairs of {@code align --batch}, and what became of them. */
final class AlignBatch {
  private static final int COLUMNS = 3;

  /** Beads below this confidence are told as doubtful: a person should look at them. */
  private static final double DOUBTFUL = 0.9;

  private final String list;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private int aligned;
  private long sure;
  private long doubtful;
  private long open;

  /** A line of the list, counted from 1. */
  record Row(long line, String source, String target, String output) {}

  private AlignBatch(String list) {
    this.list = list;
  }

  /** Reads the list; a line that is no pair is told at the end, and the others are done. */
  static AlignBatch read(String list) throws IOException {
    AlignBatch batch = new AlignBatch(list);
    Map<String, Long> outputs = new HashMap<>();
    try (LineReader lines = Streams.lines(list)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().isBlank()) {
          batch.add(lines.number(), line.get().split("\t", -1), outputs);
        }
      }
    }
    return batch;
  }

  private void add(long line, String[] columns, Map<String, Long> outputs) {
    if (columns.length != COLUMNS) {
      failures.add(
          "Line " + line + " of " + list + " is not a source, a target and an output with tabs.");
      return;
    }
    Row row = new Row(line, columns[0].strip(), columns[1].strip(), columns[2].strip());
    Long before = outputs.putIfAbsent(row.output(), line);
    if (before != null) {
      failed(row, "Its output is that of line " + before + ".");
    } else {
      rows.add(row);
    }
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Aligns all pairs together; on a terminal one sees how far it is. */
  List<Alignment> align(List<TextPair> pairs) {
    Aligner aligner = new Aligner();
    if (System.console() == null) {
      return aligner.align(pairs);
    }
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("align")
            .setInitialMax(2L * pairs.size())
            .setStyle(ProgressBarStyle.ASCII)
            .build()) {
      return aligner.align(pairs, bar::step);
    }
  }

  void failed(Row row, String why) {
    failures.add("Line " + row.line() + " of " + list + ": " + why);
  }

  void aligned(Alignment alignment) {
    aligned++;
    for (Bead bead : alignment.beads()) {
      if (bead.open()) {
        open++;
      } else if (bead.confidence() < DOUBTFUL) {
        doubtful++;
      } else {
        sure++;
      }
    }
  }

  /**
   * Says on standard error what came of the whole.
   *
   * @throws CommandException if a pair failed; its one line says which
   */
  void report() {
    PrintWriter errors = Streams.errors();
    errors.printf(
        "%d pairs of texts aligned: %d units are sure, %d doubtful, %d sentences unpaired.%n",
        aligned, sure, doubtful, open);
    if (!failures.isEmpty()) {
      throw new CommandException(
          (failures.size() == 1 ? "One pair" : failures.size() + " pairs")
              + " failed. "
              + String.join(" ", failures));
    }
  }
}
