package dragoman.cli;

import dragoman.dispatch.ArchivePairing;
import dragoman.dispatch.ArchiveText;
import dragoman.dispatch.DocumentException;
import dragoman.language.LanguageTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The jobs of a folder, whose documents are put together by name, day and content. */
final class AlignFolder {
  private static final List<String> ENDINGS = List.of(".txt", ".html", ".htm", ".docx");

  private final Path folder;
  private final Optional<Path> output;
  private final String ending;
  private final AlignReader reader;
  private final List<AlignJob> jobs = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private List<String> alone = List.of();
  private int byContent;

  private AlignFolder(Path folder, Optional<Path> output, String ending, AlignReader reader) {
    this.folder = folder;
    this.output = output;
    this.ending = ending;
    this.reader = reader;
  }

  /**
   * Looks through a folder and those in it.
   *
   * @param output the folder that results go into; none if they go into a memory alone
   * @param ending of the results' names
   * @param step told of each document that was read
   */
  static AlignFolder read(
      Path folder,
      List<LanguageTag> languages,
      Optional<Path> output,
      String ending,
      AlignReader reader,
      Runnable step)
      throws IOException {
    AlignFolder read = new AlignFolder(folder, output, ending, reader);
    ArchivePairing pairing = new ArchivePairing(reader.archive(), languages);
    for (String name : read.names()) {
      try {
        pairing.add(read.document(name));
      } catch (DocumentException | CommandException e) {
        read.failures.add(name + ": " + e.getMessage());
      }
      step.run();
    }
    ArchivePairing.Paired paired = pairing.pair();
    paired.sets().forEach(read::add);
    read.alone = paired.alone();
    return read;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> output.isEmpty() || !file.startsWith(output.get()))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
          .sorted()
          .toList();
    }
  }

  private ArchiveText document(String name) {
    return reader
        .archive()
        .read(name, AlignReader.bytes(folder.resolve(name).toString()), Optional.empty());
  }

  private void add(ArchivePairing.Bundle bundle) {
    List<AlignJob.Source> files = new ArrayList<>();
    for (Map.Entry<LanguageTag, String> file : bundle.names().entrySet()) {
      String name = file.getValue();
      LanguageTag language = file.getKey();
      files.add(
          new AlignJob.Source(
              folder.resolve(name).toString(),
              () ->
                  reader
                      .archive()
                      .read(
                          name,
                          AlignReader.bytes(folder.resolve(name).toString()),
                          Optional.of(language))
                      .text()));
    }
    byContent += bundle.how() == ArchivePairing.How.CONTENT ? 1 : 0;
    String first = bundle.names().values().iterator().next();
    String name = String.join(" + ", bundle.names().values());
    jobs.add(
        new AlignJob(
            name,
            name,
            files,
            output.map(
                out ->
                    out.resolve(first.replaceAll("[^\\p{L}\\p{M}\\p{N}.-]+", "_") + ending)
                        .toString())));
  }

  List<AlignJob> jobs() {
    return jobs;
  }

  /** Files that could not be read, each in a sentence. */
  List<String> failures() {
    return failures;
  }

  /** Files that no other belongs to. */
  List<String> alone() {
    return alone;
  }

  /** How many jobs were found by content. */
  int byContent() {
    return byContent;
  }
}
