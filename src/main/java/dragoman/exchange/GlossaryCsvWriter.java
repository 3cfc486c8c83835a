package dragoman.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a glossary as CSV (RFC 4180) or TSV in UTF-8, in the form that {@link GlossaryCsvReader}
 * reads. A cell that a spreadsheet would take for a formula gets an apostrophe in front, which the
 * reader takes away again.
 */
public final class GlossaryCsvWriter {
  private GlossaryCsvWriter() {}

  /**
   * Writes all approved concepts; the stream stays open and flushed.
   *
   * @param separator comma or tab
   * @throws IOException if the stream cannot be written
   */
  public static void write(OutputStream out, char separator, ConceptSource concepts)
      throws IOException {
    GlossaryRows rows = new GlossaryRows(concepts);
    CSVPrinter printer =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
            separator == '\t' ? CSVFormat.TDF : CSVFormat.RFC4180);
    printer.printRecord(rows.header());
    try {
      rows.each(cells -> print(printer, cells));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    printer.flush();
  }

  private static void print(CSVPrinter printer, List<String> cells) {
    try {
      printer.printRecord(cells.stream().map(Formulas::disarmed).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
