package dragoman.exchange;

import dragoman.language.LanguageTag;
import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.Variant;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads units from CSV (RFC 4180) or TSV: a header of language tags, then a unit a row. */
public final class UnitCsvReader {
  private UnitCsvReader() {}

  /**
   * Reads a file to its end and hands every unit to the sink.
   *
   * @param separator comma, semicolon or tab
   * @throws ExchangeException if the header does not name at least two languages
   * @throws IOException if the stream fails
   */
  public static ReadReport read(InputStream in, char separator, UnitSink sink) throws IOException {
    ReportBuilder report = new ReportBuilder();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    try (CSVParser rows = CSVParser.parse(XmlEncoding.reader(in), format)) {
      Iterator<CSVRecord> each = rows.iterator();
      if (!each.hasNext()) {
        throw new ExchangeException(
            "The file is empty; its first row should name the languages, as en,az.");
      }
      List<LanguageTag> languages = languages(each.next());
      while (each.hasNext()) {
        CSVRecord row = each.next();
        report.counted();
        unit(row, rows.getCurrentLineNumber(), languages, report, sink);
      }
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof CSVException)) {
        throw e.getCause();
      }
      report.brokenOff("row " + (report.read() + 2) + " cannot be read: " + reason(e.getCause()));
    }
    return report.report();
  }

  private static void unit(
      CSVRecord row, long line, List<LanguageTag> languages, ReportBuilder report, UnitSink sink) {
    List<Variant> variants = new ArrayList<>();
    for (int i = 0; i < Math.min(row.size(), languages.size()); i++) {
      if (!row.get(i).isBlank()) {
        variants.add(
            new Variant(languages.get(i), TaggedText.of(row.get(i).strip()), Metadata.EMPTY));
      }
    }
    try {
      if (row.size() > languages.size()) {
        throw new IllegalArgumentException(
            "it has " + row.size() + " columns where the header has " + languages.size() + ".");
      }
      if (row.stream().anyMatch(cell -> cell.contains(XmlEncoding.BROKEN))) {
        throw new IllegalArgumentException("it has bytes that are not UTF-8.");
      }
      if (variants.isEmpty()) {
        throw new IllegalArgumentException("it has no text in any language.");
      }
      sink.unit(new NewUnit(variants, Metadata.EMPTY, List.of()), line);
    } catch (IllegalArgumentException e) {
      report.skipped(line, "row " + (report.read() + 1) + " is skipped: " + e.getMessage());
    }
  }

  private static List<LanguageTag> languages(CSVRecord header) {
    List<LanguageTag> languages = new ArrayList<>();
    for (String cell : header) {
      try {
        LanguageTag language = LanguageTag.of(cell.replace("\uFEFF", ""));
        if (languages.contains(language)) {
          throw new ExchangeException("The first row names the language " + language + " twice.");
        }
        languages.add(language);
      } catch (ExchangeException e) {
        throw e;
      } catch (IllegalArgumentException e) {
        throw new ExchangeException(
            "The first row should name the languages, as en,az: " + e.getMessage(), e);
      }
    }
    if (languages.size() < 2) {
      throw new ExchangeException(
          "The first row should name at least two languages, as en,az; it names "
              + languages.size()
              + ".");
    }
    return languages;
  }

  private static String reason(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("it is not CSV");
  }
}
