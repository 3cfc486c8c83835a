package dragoman.cli;

import dragoman.language.LanguageTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs of a list: the files of each language and an output a line, with tabs. */
final class AlignList {
  private final String list;
  private final List<LanguageTag> languages;
  private final boolean outputNeeded;
  private final AlignReader reader;
  private final List<AlignJob> jobs = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final Map<String, Long> outputs = new HashMap<>();

  private AlignList(
      String list, List<LanguageTag> languages, boolean outputNeeded, AlignReader reader) {
    this.list = list;
    this.languages = languages;
    this.outputNeeded = outputNeeded;
    this.reader = reader;
  }

  /**
   * Reads the list; a line that is no set of texts is told at the end, and the others are done.
   *
   * @param outputNeeded whether a line must name its output
   */
  static AlignList read(
      String list, List<LanguageTag> languages, boolean outputNeeded, AlignReader reader)
      throws IOException {
    AlignList read = new AlignList(list, languages, outputNeeded, reader);
    try (LineReader lines = Streams.lines(list)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().isBlank()) {
          read.add(lines.number(), line.get().split("\t", -1));
        }
      }
    }
    return read;
  }

  private void add(long line, String[] columns) {
    String where = "Line " + line + " of " + list;
    int texts = languages.size();
    boolean hasOutput = columns.length == texts + 1;
    if (!hasOutput && (outputNeeded || columns.length != texts)) {
      failures.add(
          where
              + " is not a source, "
              + (texts == 2 ? "a target" : texts - 1 + " targets")
              + " and an output with tabs.");
      return;
    }
    Optional<String> output = hasOutput ? Optional.of(columns[texts].strip()) : Optional.empty();
    Optional<Long> before = output.map(name -> outputs.putIfAbsent(name, line));
    if (before.isPresent()) {
      failures.add(where + ": Its output is that of line " + before.get() + ".");
      return;
    }
    List<AlignJob.Source> files = new ArrayList<>();
    for (int k = 0; k < texts; k++) {
      LanguageTag language = languages.get(k);
      String file = columns[k].strip();
      files.add(new AlignJob.Source(file, () -> reader.read(language, file)));
    }
    jobs.add(new AlignJob(where, files.get(0).file(), files, output));
  }

  List<AlignJob> jobs() {
    return jobs;
  }

  /** Lines that are no jobs, each in a sentence. */
  List<String> failures() {
    return failures;
  }
}
