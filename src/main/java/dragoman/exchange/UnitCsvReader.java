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
import java.util.Optional;
import org.apache.commons.csv.CSVException;
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
    CsvFile file = CsvFile.open(in, separator);
    file.notice().ifPresent(notice -> report.problem(0, notice));
    try (CSVParser rows =
        CSVParser.builder().setReader(file.characters()).setFormat(file.format()).get()) {
      Iterator<CSVRecord> each = rows.iterator();
      if (!each.hasNext()) {
        throw new ExchangeException(
            "The file is empty; its first row should name the languages, as en,az.");
      }
      List<Optional<LanguageTag>> languages = languages(each.next(), report);
      while (each.hasNext()) {
        CSVRecord row = each.next();
        report.counted();
        unit(row, file.before() + rows.getCurrentLineNumber(), languages, report, sink);
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
      CSVRecord row,
      long line,
      List<Optional<LanguageTag>> languages,
      ReportBuilder report,
      UnitSink sink) {
    try {
      List<Variant> variants = new ArrayList<>();
      for (int i = 0; i < Math.min(row.size(), languages.size()); i++) {
        String text = row.get(i).strip();
        if (!text.isEmpty() && languages.get(i).isPresent()) {
          variants.add(Variant.of(languages.get(i).get(), TaggedText.of(text)));
        }
      }
      if (row.size() > languages.size()) {
        throw new IllegalArgumentException(
            "it has " + row.size() + " columns where the header has " + languages.size() + ".");
      }
      if (row.stream().anyMatch(cell -> cell.contains(XmlEncoding.BROKEN))) {
        throw new IllegalArgumentException(CsvFile.BROKEN_ROW + ".");
      }
      if (variants.isEmpty()) {
        throw new IllegalArgumentException("it has no text in any language.");
      }
      sink.unit(new NewUnit(variants, Metadata.EMPTY, List.of()), line);
    } catch (IllegalArgumentException e) {
      report.skipped(line, "row " + (report.read() + 1) + " is skipped: " + e.getMessage());
    }
  }

  /** The languages of the columns; a column that names none is passed over, and said. */
  private static List<Optional<LanguageTag>> languages(CSVRecord header, ReportBuilder report) {
    List<Optional<LanguageTag>> languages = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String cell : header) {
      try {
        LanguageTag language = LanguageTag.of(cell);
        if (!language.isOneLanguage()) {
          throw new IllegalArgumentException(cell);
        }
        if (languages.contains(Optional.of(language))) {
          throw new ExchangeException("The first row names the language " + language + " twice.");
        }
        languages.add(Optional.of(language));
      } catch (ExchangeException e) {
        throw e;
      } catch (IllegalArgumentException notALanguage) {
        languages.add(Optional.empty());
        if (!cell.isBlank()) {
          others.add("“" + cell.strip().replace(XmlEncoding.BROKEN, "?") + "”");
        }
      }
    }
    long named = languages.stream().flatMap(Optional::stream).count();
    String passedOver = String.join(", ", others);
    if (named < 2) {
      throw new ExchangeException(
          "The first row should name at least two languages, as en,az; it names "
              + named
              + (others.isEmpty()
                  ? ""
                  : ", and " + passedOver.substring(0, Math.min(200, passedOver.length())))
              + ".");
    }
    if (!others.isEmpty()) {
      report.problem(1, "the column " + passedOver + " names no language and is passed over.");
    }
    return languages;
  }

  private static String reason(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("it is not CSV");
  }
}
