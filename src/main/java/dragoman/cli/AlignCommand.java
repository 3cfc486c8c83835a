package dragoman.cli;

import dragoman.Dragoman;
import dragoman.language.LanguageTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds which sentences of two or more texts answer which, and writes them or keeps them. */
@Command(
    name = "align",
    mixinStandardHelpOptions = true,
    description =
        "Links the sentences of texts that say the same: TMX out, links, or into a memory.")
final class AlignCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--from", required = true, paramLabel = "L", description = "source language")
  private LanguageTag from;

  @Option(
      names = "--to",
      required = true,
      split = ",",
      paramLabel = "L[,L]",
      description = "target language, or several, each with its --target")
  private List<LanguageTag> to;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Work work;

  @Option(
      names = "--presegmented",
      description = "the texts hold a sentence a line, else a paragraph")
  private boolean presegmented;

  @Option(names = "--links", description = "write 0,1<TAB>2 a bead, from 0, instead of TMX")
  private boolean links;

  @Option(
      names = "--output",
      paramLabel = "F",
      description =
          "where a single set goes, standard output otherwise; of a batch's folder: a folder")
  private Optional<String> output;

  @Option(
      names = "--memory",
      paramLabel = "NAME",
      description =
          "put what is sure into this memory of the data folder, made if missing; what is doubtful"
              + " waits there for a person, under Alignment")
  private Optional<String> memory;

  @Option(
      names = "--threshold",
      paramLabel = "0.9",
      defaultValue = "0.9",
      description = "links less sure than this are doubtful (default: ${DEFAULT-VALUE})")
  private double threshold;

  @Option(
      names = "--report",
      paramLabel = "F.tsv",
      description = "what came of each set of a batch: aligned, failed, unpaired")
  private Optional<String> report;

  @Mixin private DataFolder data;

  /** One set of texts, or many. */
  private static final class Work {
    @ArgGroup(exclusive = false)
    private Texts texts;

    @Option(
        names = "--batch",
        paramLabel = "LIST.tsv|FOLDER",
        description = {
          "many sets that teach each other: source TAB target TAB output a line; or a folder, whose"
              + " documents are put together by name, day and content. Run again, it goes on"
              + " where it was stopped."
        })
    private String batch;
  }

  private static final class Texts {
    @Option(names = "--source", required = true, paramLabel = "F")
    private String source;

    @Option(
        names = "--target",
        required = true,
        paramLabel = "F",
        description = "once for each language of --to")
    private List<String> targets;
  }

  @Override
  public Integer call() throws IOException {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw usage("--threshold is a number from 0 to 1, as 0.9.");
    }
    AlignReader reader = new AlignReader(languages(), presegmented);
    if (memory.isEmpty()) {
      run(reader, Optional.empty());
    } else {
      try (Dragoman dragoman = data.open()) {
        run(reader, Optional.of(new AlignBatch.Target(dragoman, memory.get())));
      }
    }
    return 0;
  }

  private void run(AlignReader reader, Optional<AlignBatch.Target> target) throws IOException {
    if (work.batch == null) {
      single(reader, target);
    } else if (Files.isDirectory(Path.of(work.batch))) {
      folder(reader, target);
    } else {
      list(reader, target);
    }
  }

  private void single(AlignReader reader, Optional<AlignBatch.Target> target) throws IOException {
    List<String> files = new ArrayList<>(List.of(work.texts.source));
    files.addAll(work.texts.targets);
    if (files.size() != languages().size()) {
      throw usage("Give a --target for each language of --to.");
    }
    if (files.stream().filter(Streams.STANDARD::equals).count() > 1) {
      throw new CommandException("Only one of the texts can come from the standard input.");
    }
    List<AlignJob.Source> sources = new ArrayList<>();
    for (int k = 0; k < files.size(); k++) {
      LanguageTag language = languages().get(k);
      String file = files.get(k);
      sources.add(new AlignJob.Source(file, () -> reader.read(language, file)));
    }
    Optional<String> to =
        output.or(() -> target.isPresent() ? Optional.empty() : Optional.of(Streams.STANDARD));
    AlignJob job =
        new AlignJob(
            "Nothing was written for " + String.join(" and ", files), files.get(0), sources, to);
    new AlignBatch(wanted(target), AlignJournal.none(), new AlignReport(), () -> {}).one(job);
  }

  private void list(AlignReader reader, Optional<AlignBatch.Target> target) throws IOException {
    if (output.isPresent()) {
      throw usage("--output goes with a single set or a folder; a list names its outputs.");
    }
    AlignList list = AlignList.read(work.batch, languages(), target.isEmpty(), reader);
    AlignReport told = new AlignReport();
    list.failures().forEach(told::failed);
    Path journal =
        target.isPresent()
            ? data.beside().resolve("align.journal")
            : Path.of(work.batch + ".journal");
    boolean remembered = !work.batch.equals(Streams.STANDARD) || target.isPresent();
    batch(list.jobs(), target, remembered ? Optional.of(journal) : Optional.empty(), told);
  }

  private void folder(AlignReader reader, Optional<AlignBatch.Target> target) throws IOException {
    if (output.isEmpty() && target.isEmpty()) {
      throw usage("Say where the folder's alignments go: --output FOLDER or --memory NAME.");
    }
    Optional<Path> out = output.map(Path::of);
    if (out.isPresent()) {
      Files.createDirectories(out.get());
    }
    AlignFolder found;
    try (Bar bar = Bar.of("read", -1)) {
      found =
          AlignFolder.read(
              Path.of(work.batch), languages(), out, links ? ".links" : ".tmx", reader, bar::step);
    }
    AlignReport told = new AlignReport();
    found.failures().forEach(told::failed);
    told.alone(found.alone());
    Path journal = out.orElseGet(data::beside).resolve("align.journal");
    batch(found.jobs(), target, Optional.of(journal), told);
  }

  private void batch(
      List<AlignJob> jobs,
      Optional<AlignBatch.Target> target,
      Optional<Path> journal,
      AlignReport told)
      throws IOException {
    try (AlignJournal notes =
            journal.isPresent() ? AlignJournal.open(journal.get()) : AlignJournal.none();
        Bar bar = Bar.of("align", jobs.size())) {
      new AlignBatch(wanted(target), notes, told, bar::step).run(jobs);
    }
    if (report.isPresent()) {
      told.write(report.get());
    }
    told.tell();
  }

  private AlignBatch.Wanted wanted(Optional<AlignBatch.Target> target) {
    String options =
        String.join(
            " ",
            languages().toString(),
            presegmented ? "presegmented" : "",
            links ? "links" : "tmx",
            String.valueOf(threshold),
            memory.orElse(""));
    return new AlignBatch.Wanted(links, threshold, options, target);
  }

  private List<LanguageTag> languages() {
    List<LanguageTag> languages = new ArrayList<>(List.of(from));
    languages.addAll(to);
    return languages;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Shows on a terminal how far it is; in a pipe nothing. */
  private record Bar(Optional<ProgressBar> bar) implements AutoCloseable {
    static Bar of(String task, int most) {
      return new Bar(
          System.console() == null
              ? Optional.empty()
              : Optional.of(
                  new ProgressBarBuilder()
                      .setTaskName(task)
                      .setInitialMax(most)
                      .setStyle(ProgressBarStyle.ASCII)
                      .build()));
    }

    void step() {
      bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
      bar.ifPresent(ProgressBar::close);
    }
  }
}
