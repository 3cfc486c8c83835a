package dragoman.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a glossary from CSV (RFC 4180) or TSV, a concept a row, streaming. It should be UTF-8 and
 * parted by commas or tabs; what spreadsheets write otherwise is recognised ({@link CsvFile}).
 *
 * <p>The header names a language by its tag ({@code en}, {@code az}), with the status of its terms
 * behind it where it is not preferred ({@code az forbidden}, {@code ru admitted}, {@code tr
 * deprecated}), or one of {@code key}, {@code subjectField}, {@code definition}, {@code note},
 * {@code source}; another column is passed over and said. Several terms stand in one cell parted by
 * {@code |}; of a preferred column's the first is preferred, the others admitted. A {@code |} in a
 * term is written {@code \\|}.
 */
public final class GlossaryCsvReader {
  private GlossaryCsvReader() {}

  /**
   * Hands every good row on as a draft of a concept, approved.
   *
   * @param separator comma or tab, where the header does not show another
   * @throws ExchangeException if the header has no language
   * @throws IOException if the stream fails
   */
  public static ReadReport read(InputStream in, char separator, ConceptSink sink)
      throws IOException {
    ReportBuilder report = new ReportBuilder();
    GlossaryTable table = new GlossaryTable(report, sink);
    CsvFile file = CsvFile.open(in, separator);
    file.notice().ifPresent(notice -> report.problem(0, notice));
    try (CSVParser parser =
        CSVParser.builder().setReader(file.characters()).setFormat(file.format()).get()) {
      try {
        Iterator<CSVRecord> rows = parser.iterator();
        while (rows.hasNext()) {
          CSVRecord row = rows.next();
          table.row(row.toList(), file.before() + parser.getCurrentLineNumber());
        }
      } catch (UncheckedIOException | IllegalStateException e) {
        String reason =
            "after line "
                + (file.before() + parser.getCurrentLineNumber())
                + " a quotation mark is not closed or stands wrongly; mend it";
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
}
