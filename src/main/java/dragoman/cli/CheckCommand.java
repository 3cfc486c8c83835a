package dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dragoman.exchange.ConceptFile;
import dragoman.exchange.Problem;
import dragoman.exchange.ReadReport;
import dragoman.glossary.Concept;
import dragoman.glossary.Glossary;
import dragoman.glossary.TermBase;
import dragoman.language.LanguageTag;
import dragoman.quality.Checker;
import dragoman.quality.Finding;
import dragoman.storage.Database;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks translated segments and writes their findings, a JSON object a line. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks translations: source TAB target a line in, a finding a line out as JSON.")
final class CheckCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(names = "--from", required = true, paramLabel = "L", description = "source language")
  private LanguageTag from;

  @Option(names = "--to", required = true, paramLabel = "L", description = "target language")
  private LanguageTag to;

  @Option(
      names = "--glossary",
      paramLabel = "FILE",
      description = "a CSV or TSV with a header of language tags, instead of the data folder's")
  private Path glossary;

  @Option(names = "--data", paramLabel = "DIR", defaultValue = "data")
  private Path data;

  @Option(names = "--input", paramLabel = "F", defaultValue = Streams.STANDARD)
  private String input;

  @Option(names = "--output", paramLabel = "F", defaultValue = Streams.STANDARD)
  private String output;

  @Override
  public Integer call() throws IOException {
    TermBase terms = glossary == null ? stored() : read();
    Checker checker = new Checker(() -> terms);
    try (LineReader lines = Streams.lines(input);
        Writer out = Streams.writer(output)) {
      Optional<String> line = lines.next();
      while (line.isPresent()) {
        String[] sides = line.get().split("\t", -1);
        if (sides.length < 2) {
          throw new CommandException(
              "Line " + lines.number() + " of the input has no tab; write source TAB target.");
        }
        write(
            lines.number(),
            checker.check(from, to, TaggedText.of(sides[0]), TaggedText.of(sides[1])),
            out);
        line = lines.next();
      }
    }
    return 0;
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
    try (Database database = Database.inFolder(data)) {
      return Glossary.open(database).current();
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
      Streams.errors().println(glossary + ", line " + problem.line() + ": " + problem.message());
    }
    return TermBase.of(concepts);
  }
}
