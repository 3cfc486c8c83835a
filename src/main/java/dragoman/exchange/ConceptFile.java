package dragoman.exchange;

import dragoman.glossary.ConceptWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A file of concepts, of the kind that its name's ending tells. */
public final class ConceptFile {
  private ConceptFile() {}

  /**
   * Reads a file and hands every concept to the sink.
   *
   * @param name the file's name; its ending says what it is: tbx, csv, tsv or xlsx
   * @throws ExchangeException if it is of another kind, empty, or not what its name says
   * @throws IOException if the stream fails
   */
  public static ReadReport read(String name, InputStream in, ConceptSink sink) throws IOException {
    return switch (UnitFile.ending(name)) {
      case "tbx", "xml" -> TbxReader.read(in, sink);
      case "csv" -> GlossaryCsvReader.read(in, ',', sink);
      case "tsv" -> GlossaryCsvReader.read(in, '\t', sink);
      case "xlsx" -> GlossaryXlsx.read(in, sink);
      default -> throw unknown(name);
    };
  }

  /**
   * Writes a glossary; the stream stays open and flushed. TBX holds all that is known of a concept,
   * the others its approved terms and their status.
   *
   * @param name as in {@link #read}
   * @throws ExchangeException if the name's ending is another
   * @throws IOException if the stream cannot be written
   */
  public static void write(String name, OutputStream out, ConceptSource concepts)
      throws IOException {
    switch (UnitFile.ending(name)) {
      case "tbx", "xml" -> {
        try (TbxWriter tbx = new TbxWriter(out)) {
          concepts.each(tbx::concept);
        }
      }
      case "csv" -> GlossaryCsvWriter.write(out, ',', concepts);
      case "tsv" -> GlossaryCsvWriter.write(out, '\t', concepts);
      case "xlsx" -> GlossaryXlsx.write(out, concepts);
      default -> throw unknown(name);
    }
  }

  /**
   * Makes sure of a name before anything is written.
   *
   * @throws ExchangeException if its ending is none of those of {@link #read}
   */
  public static void check(String name) {
    if (!Set.of("tbx", "xml", "csv", "tsv", "xlsx").contains(UnitFile.ending(name))) {
      throw unknown(name);
    }
  }

  private static ExchangeException unknown(String name) {
    return new ExchangeException(
        "The name “" + name + "” should end in .tbx, .csv, .tsv or .xlsx.");
  }

  /**
   * Takes a file into the glossary; what was good in it is kept, whatever else it holds.
   *
   * @param name as in {@link #read}
   * @throws ExchangeException as in {@link #read}
   * @throws IOException if the stream fails
   */
  public static ImportReport into(ConceptWriter glossary, String name, InputStream in)
      throws IOException {
    ReadReport file = read(name, in, glossary::add);
    glossary.flush();
    List<Problem> problems = new ArrayList<>(file.problems());
    glossary.conflicts().stream()
        .limit(ReadReport.MOST_PROBLEMS - problems.size())
        .forEach(conflict -> problems.add(new Problem(conflict.line(), 0, conflict.message())));
    ConceptWriter.Counts counts = glossary.counts();
    return ImportReport.of(
        new ReadReport(file.read(), file.skipped(), problems, file.brokenOff()),
        counts.added(),
        counts.merged(),
        counts.unchanged());
  }
}
