package dragoman.cli;

import dragoman.alignment.Aligner;
import dragoman.alignment.Alignment;
import dragoman.alignment.Text;
import dragoman.alignment.TextPair;
import dragoman.alignment.Verdict;
import dragoman.language.LanguageTag;
import dragoman.segmentation.Segmenter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds which sentences of two texts answer which, and writes them as TMX or as links. */
@Command(
    name = "align",
    mixinStandardHelpOptions = true,
    description = "Pairs the sentences of two texts that say the same: TMX out, or links.")
final class AlignCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--from", required = true, paramLabel = "L", description = "source language")
  private LanguageTag from;

  @Option(names = "--to", required = true, paramLabel = "L", description = "target language")
  private LanguageTag to;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Work work;

  @Option(names = "--presegmented", description = "the texts hold a sentence a line")
  private boolean presegmented;

  @Option(names = "--links", description = "write 0,1<TAB>2 a bead, from 0, instead of TMX")
  private boolean links;

  @Option(
      names = "--output",
      paramLabel = "F",
      description = "where a single pair goes; standard output otherwise")
  private String output;

  @Mixin private DataFolder data;

  /** One pair, or a list of them. */
  private static final class Work {
    @ArgGroup(exclusive = false)
    private Pair pair;

    @Option(
        names = "--batch",
        paramLabel = "LIST.tsv",
        description = "many pairs that teach each other: source TAB target TAB output a line")
    private String batch;
  }

  private static final class Pair {
    @Option(
        names = "--source",
        required = true,
        paramLabel = "F",
        description = "a paragraph a line")
    private String source;

    @Option(
        names = "--target",
        required = true,
        paramLabel = "F",
        description = "a paragraph a line")
    private String target;
  }

  @Override
  public Integer call() throws IOException {
    if (work.batch != null) {
      if (output != null) {
        throw new ParameterException(
            spec.commandLine(), "--output goes with a single pair; a batch names its outputs.");
      }
      batch();
    } else {
      single();
    }
    return 0;
  }

  private void single() throws IOException {
    if (work.pair.source.equals(Streams.STANDARD) && work.pair.target.equals(Streams.STANDARD)) {
      throw new CommandException("Only one of the two texts can come from the standard input.");
    }
    TextPair pair = read(work.pair.source, work.pair.target, segmenter());
    Alignment alignment = new Aligner().align(pair);
    if (alignment.verdict() != Verdict.ALIGNED) {
      throw new CommandException(
          "Nothing was written for "
              + work.pair.source
              + " and "
              + work.pair.target
              + ": "
              + alignment.verdict().message());
    }
    write(pair, alignment, output == null ? Streams.STANDARD : output);
  }

  private void batch() throws IOException {
    AlignBatch batch = AlignBatch.read(work.batch);
    Optional<Segmenter> segmenter = segmenter();
    List<AlignBatch.Row> rows = new ArrayList<>();
    List<TextPair> pairs = new ArrayList<>();
    for (AlignBatch.Row row : batch.rows()) {
      try {
        pairs.add(read(row.source(), row.target(), segmenter));
        rows.add(row);
      } catch (CommandException e) {
        batch.failed(row, e.getMessage());
      }
    }
    List<Alignment> alignments = batch.align(pairs);
    for (int k = 0; k < rows.size(); k++) {
      Alignment alignment = alignments.get(k);
      if (alignment.verdict() == Verdict.ALIGNED) {
        try {
          write(pairs.get(k), alignment, rows.get(k).output());
          batch.aligned(alignment);
        } catch (CommandException e) {
          batch.failed(rows.get(k), e.getMessage());
        }
      } else {
        batch.failed(rows.get(k), alignment.verdict().message());
      }
    }
    batch.report();
  }

  private Optional<Segmenter> segmenter() {
    return presegmented ? Optional.empty() : Optional.of(Segmenter.ofBundledRules());
  }

  private void write(TextPair pair, Alignment alignment, String to) throws IOException {
    if (links) {
      AlignOutput.links(alignment, to);
    } else {
      AlignOutput.tmx(pair, alignment, to);
    }
  }

  private TextPair read(String source, String target, Optional<Segmenter> segmenter)
      throws IOException {
    return new TextPair(read(from, source, segmenter), read(to, target, segmenter));
  }

  private static Text read(LanguageTag language, String file, Optional<Segmenter> segmenter)
      throws IOException {
    List<String> sentences = new ArrayList<>();
    List<Integer> paragraphs = new ArrayList<>();
    try (LineReader lines = Streams.lines(file)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        String text = line.get();
        if (segmenter.isEmpty()) {
          sentences.add(text);
        } else if (!text.isBlank()) {
          paragraphs.add(sentences.size());
          segmenter.get().split(language, text).stream()
              .map(sentence -> sentence.of(text))
              .forEach(sentences::add);
        }
      }
    }
    return new Text(language, sentences, paragraphs);
  }
}
