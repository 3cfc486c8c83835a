package dragoman.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a glossary from CSV (RFC 4180) or TSV in UTF-8, a concept a row, streaming.
 *
 * <p>The header names a language by its tag ({@code en}, {@code az}), with the status of its terms
 * behind it where it is not preferred ({@code az forbidden}, {@code ru admitted}, {@code tr
 * deprecated}), or one of {@code key}, {@code subjectField}, {@code definition}, {@code note},
 * {@code source}. Several terms stand in one cell parted by {@code |}; of a preferred column's the
 * first is preferred, the others admitted. A {@code |} in a term is written {@code \\|}.
 */
public final class GlossaryCsvReader {
  private GlossaryCsvReader() {}

  /**
   * Hands every good row on as a draft of a concept, approved.
   *
   * @param separator comma or tab
   * @throws ExchangeException if the header has no language, or a column that is neither a language
   *     nor a field
   * @throws IOException if the stream fails
   */
  public static ReadReport read(InputStream in, char separator, ConceptSink sink)
      throws IOException {
    ReportBuilder report = new ReportBuilder();
    GlossaryTable table = new GlossaryTable(report, sink);
    CSVFormat format =
        CSVFormat.Builder.create(separator == '\t' ? CSVFormat.TDF : CSVFormat.RFC4180)
            .setIgnoreSurroundingSpaces(false)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.builder().setReader(characters(in)).setFormat(format).get()) {
      try {
        Iterator<CSVRecord> rows = parser.iterator();
        while (rows.hasNext()) {
          CSVRecord row = rows.next();
          table.row(row.toList(), parser.getCurrentLineNumber());
        }
      } catch (UncheckedIOException | IllegalStateException e) {
        String reason = unreadable(e, parser.getCurrentLineNumber());
        if (!table.begun()) {
          throw new ExchangeException(reason, e);
        }
        report.brokenOff(reason);
      }
    }
    if (!table.begun()) {
      throw new ExchangeException(
          "The glossary is empty; its first line must name languages, as en,az,ru.");
    }
    return report.report();
  }

  private static BufferedReader characters(InputStream in) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static String unreadable(RuntimeException e, long line) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof CharacterCodingException
        ? "after line " + line + " the glossary is not UTF-8; save it as UTF-8"
        : "after line " + line + " a quotation mark is not closed or stands wrongly; mend it";
  }
}
