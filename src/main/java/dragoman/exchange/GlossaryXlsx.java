package dragoman.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * A glossary as the first sheet of an XLSX workbook, laid out as {@link GlossaryCsvReader} says.
 */
final class GlossaryXlsx {
  private GlossaryXlsx() {}

  /**
   * Hands every good row on as a draft of a concept, approved.
   *
   * @throws ExchangeException if it is no XLSX, or its header names no language
   * @throws IOException if the stream fails
   */
  static ReadReport read(InputStream in, ConceptSink sink) throws IOException {
    ReportBuilder report = new ReportBuilder();
    GlossaryTable table = new GlossaryTable(report, sink);
    try (ReadableWorkbook workbook = new ReadableWorkbook(in);
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        Row row = each.next();
        List<String> cells = row.stream().map(c -> c == null ? "" : c.getText()).toList();
        table.row(cells, row.getRowNum());
      }
    } catch (ExchangeException e) {
      throw e;
    } catch (ExcelReaderException | IOException | IllegalArgumentException e) {
      throw new ExchangeException(
          "The workbook cannot be read; open it in a spreadsheet and save it as XLSX again.", e);
    }
    if (!table.begun()) {
      throw new ExchangeException(
          "The workbook's first sheet is empty; its first row must name languages, as en, az, ru.");
    }
    return report.report();
  }

  /** Writes all approved concepts as text cells; the stream stays open. */
  static void write(OutputStream out, ConceptSource concepts) throws IOException {
    GlossaryRows rows = new GlossaryRows(concepts);
    try (Workbook workbook = new Workbook(out, "Dragoman", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Glossary");
      int[] line = {0};
      put(sheet, line[0]++, rows.header());
      rows.each(cells -> put(sheet, line[0]++, cells));
    }
  }

  private static void put(Worksheet sheet, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      sheet.value(row, column, cells.get(column));
    }
  }
}
