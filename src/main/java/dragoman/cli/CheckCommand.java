package dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dragoman.exchange.ConceptFile;
import dragoman.exchange.ExchangeException;
import dragoman.exchange.Problem;
import dragoman.exchange.ReadReport;
import dragoman.exchange.UnitFile;
import dragoman.glossary.Concept;
import dragoman.glossary.Glossary;
import dragoman.glossary.TermBase;
import dragoman.language.LanguageTag;
import dragoman.memory.NewUnit;
import dragoman.memory.Variant;
import dragoman.quality.Checker;
import dragoman.quality.Finding;
import dragoman.storage.Database;
import dragoman.storage.StorageException;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks translated segments and writes their findings, a JSON object a line. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks translations and writes a finding a line as JSON.",
      "The input is TMX, XLIFF or, by any other name, source TAB target a line."
    })
final class CheckCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LINES_NAMED = 20;

  @Option(names = "--from", required = true, paramLabel = "L", description = "source language")
  private LanguageTag from;

  @Option(names = "--to", required = true, paramLabel = "L", description = "target language")
  private LanguageTag to;

  @Option(
      names = "--glossary",
      paramLabel = "FILE",
      description = "CSV, TSV, TBX or XLSX, instead of the data folder's glossary")
  private Path glossary;

  @Mixin private DataFolder data;

  @Option(names = "--input", paramLabel = "F", defaultValue = Streams.STANDARD)
  private String input;

  @Option(names = "--output", paramLabel = "F", defaultValue = Streams.STANDARD)
  private String output;

  @Override
  public Integer call() throws IOException {
    TermBase terms = glossary == null ? stored() : read();
    Checker checker = new Checker(() -> terms);
    String name = input.toLowerCase(Locale.ROOT);
    boolean units = name.endsWith(".tmx") || name.endsWith(".xlf") || name.endsWith(".xliff");
    try (Writer out = Streams.writer(output)) {
      return units ? checkUnits(checker, out) : checkLines(checker, out);
    }
  }

  /** A line that is none is said, and the others are checked all the same. */
  private int checkLines(Checker checker, Writer out) throws IOException {
    int withoutTab = 0;
    try (LineReader lines = Streams.lines(input)) {
      Optional<String> line = lines.next();
      while (line.isPresent()) {
        String[] sides = line.get().split("\t", -1);
        if (sides.length >= 2) {
          write(
              lines.number(),
              checker.check(from, to, TaggedText.of(sides[0]), TaggedText.of(sides[1])),
              out);
        } else if (withoutTab++ < LINES_NAMED) {
          Streams.errors()
              .println(
                  "Line "
                      + lines.number()
                      + " of the input has no tab and is skipped; write source TAB target.");
        }
        line = lines.next();
      }
    } finally {
      out.flush();
    }
    if (withoutTab > LINES_NAMED) {
      Streams.errors().println(withoutTab + " lines in all have no tab and are skipped.");
    }
    return withoutTab == 0 ? 0 : 1;
  }

  /** A unit of a TMX or XLIFF file is a segment; one that lacks a language is passed over. */
  private int checkUnits(Checker checker, Writer out) throws IOException {
    long[] segment = {0};
    ReadReport report;
    try (InputStream in = Streams.bytes(input)) {
      report =
          UnitFile.read(
              input,
              in,
              (unit, line) -> {
                segment[0]++;
                Optional<TaggedText> source = text(unit, from);
                Optional<TaggedText> target = text(unit, to);
                if (source.isPresent() && target.isPresent()) {
                  writeChecked(
                      segment[0], checker.check(from, to, source.get(), target.get()), out);
                }
              });
    } catch (ExchangeException e) {
      throw new CommandException(input + ": " + e.getMessage(), e);
    }
    out.flush();
    report.problems().forEach(one -> Streams.errors().println(input + ": " + one));
    if (report.cut()) {
      throw new CommandException(
          input + ": " + report.brokenOff() + "; what came before it is checked.");
    }
    return report.skipped() == 0 ? 0 : 1;
  }

  private static Optional<TaggedText> text(NewUnit unit, LanguageTag language) {
    return unit.variants().stream()
        .filter(v -> v.language().meets(language))
        .map(Variant::text)
        .findFirst();
  }

  private static void writeChecked(long segment, List<Finding> findings, Writer out) {
    try {
      write(segment, findings, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(long segment, List<Finding> findings, Writer out) throws IOException {
    for (Finding finding : findings) {
      ObjectNode row = JSON.createObjectNode();
      row.put("segment", segment);
      row.put("rule", finding.rule());
      row.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
      row.put("sourceTerm", finding.sourceTerm());
      ArrayNode expected = row.putArray("expected");
      finding.expected().forEach(expected::add);
      finding.offer().ifPresent(offer -> row.put("offer", offer));
      row.put("message", finding.message());
      finding.sourceStart().ifPresent(at -> row.put("sourceStart", at));
      finding.sourceEnd().ifPresent(at -> row.put("sourceEnd", at));
      finding.targetStart().ifPresent(at -> row.put("targetStart", at));
      finding.targetEnd().ifPresent(at -> row.put("targetEnd", at));
      out.write(JSON.writeValueAsString(row));
      out.write('\n');
    }
  }

  private TermBase stored() {
    try (Database database = data.openDatabase()) {
      return Glossary.open(database).current();
    } catch (StorageException e) {
      throw new CommandException(e.getMessage(), e);
    }
  }

  private TermBase read() throws IOException {
    List<Concept> concepts = new ArrayList<>();
    ReadReport report;
    try (InputStream in = Streams.bytes(glossary.toString())) {
      report =
          ConceptFile.read(
              glossary.getFileName().toString(), in, (concept, line) -> concepts.add(concept));
    } catch (IllegalArgumentException e) {
      throw new CommandException(glossary + ": " + e.getMessage(), e);
    }
    for (Problem problem : report.problems()) {
      Streams.errors().println(glossary + ": " + problem);
    }
    if (report.cut()) {
      throw new CommandException(glossary + ": " + report.brokenOff() + "; mend it first.");
    }
    return TermBase.of(concepts);
  }
}
