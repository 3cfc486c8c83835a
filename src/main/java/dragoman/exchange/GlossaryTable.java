package dragoman.exchange;

import dragoman.glossary.Concept;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.glossary.Term.Status;
import dragoman.language.LanguageTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A table of concepts, whatever file it stands in: a header, then a concept a row. {@link
 * GlossaryCsvReader} says what a header may name.
 */
final class GlossaryTable {
  private static final List<String> FIELDS =
      List.of("key", "subjectfield", "definition", "note", "source");

  private final ReportBuilder report;
  private final ConceptSink sink;
  private List<Column> columns = List.of();

  GlossaryTable(ReportBuilder report, ConceptSink sink) {
    this.report = report;
    this.sink = sink;
  }

  /** Whether the header has been read. */
  boolean begun() {
    return !columns.isEmpty();
  }

  /**
   * Takes the next row; the first is the header.
   *
   * @throws ExchangeException if the header is none
   */
  void row(List<String> cells, long line) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (columns.isEmpty()) {
      columns = header(cells, line);
      return;
    }
    report.counted();
    try {
      if (cells.stream().anyMatch(cell -> cell.contains(XmlEncoding.BROKEN))) {
        throw new IllegalArgumentException(CsvFile.BROKEN_ROW + ".");
      }
      sink.concept(concept(cells), line);
    } catch (IllegalArgumentException e) {
      report.skipped(line, "row " + report.read() + " is skipped: " + e.getMessage());
    }
  }

  private Concept concept(List<String> cells) {
    String[] fields = {"", "", "", "", ""};
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (i < columns.size()) {
        columns.get(i).read(Formulas.rearmed(cells.get(i)), terms, fields);
      } else if (!cells.get(i).isBlank()) {
        throw new IllegalArgumentException(
            "it has more cells than the header has columns; quote cells with commas.");
      }
    }
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("it has no term.");
    }
    return new Concept(
        0,
        0,
        fields[0],
        fields[1],
        fields[2],
        fields[3],
        fields[4],
        State.APPROVED,
        terms,
        Instant.EPOCH,
        "");
  }

  private List<Column> header(List<String> row, long line) {
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<String> passedOver = new ArrayList<>();
    boolean language = false;
    for (String name : row) {
      Column column = Column.of(name);
      if (column.name().equals(Column.PASSED_OVER)) {
        passedOver.add("“" + name.strip().replace(XmlEncoding.BROKEN, "?") + "”");
      } else if (!name.isBlank() && !seen.add(column.name())) {
        throw new ExchangeException(
            "Line " + line + " names the column “" + name.strip() + "” twice; take one away.");
      }
      language |= column.language().isPresent();
      columns.add(column);
    }
    String named = String.join(", ", passedOver);
    if (!language) {
      throw new ExchangeException(
          "Line "
              + line
              + " names no language"
              + (named.isEmpty() ? "" : " but " + shortened(named))
              + "; write its columns' languages, as en,az,ru.");
    }
    if (!named.isEmpty()) {
      report.problem(
          line,
          "the column "
              + shortened(named)
              + " is passed over: it is neither a language, as az or “az forbidden”, nor one of"
              + " key, subjectField, definition, note, source.");
    }
    return columns;
  }

  private static String shortened(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  /** A column of the header. */
  private record Column(String name, Optional<LanguageTag> language, Status status) {
    static final String PASSED_OVER = "?";

    static Column of(String name) {
      String given = name.strip();
      String small = given.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
      if (given.isEmpty() || FIELDS.contains(small)) {
        return new Column(small, Optional.empty(), Status.PREFERRED);
      }
      String[] parts = given.split("\\s+");
      try {
        Status status =
            parts.length == 1
                ? Status.PREFERRED
                : Status.valueOf(parts[1].toUpperCase(Locale.ROOT));
        LanguageTag tag = LanguageTag.of(parts[0]);
        if (parts.length > 2 || !tag.isOneLanguage()) {
          throw new IllegalArgumentException(given);
        }
        return new Column(tag + " " + status, Optional.of(tag), status);
      } catch (IllegalArgumentException unknown) {
        return new Column(PASSED_OVER, Optional.empty(), Status.PREFERRED);
      }
    }

    void read(String cell, List<Term> terms, String[] fields) {
      if (language.isEmpty()) {
        int field = FIELDS.indexOf(name);
        if (field >= 0) {
          fields[field] = cell.strip();
        }
        return;
      }
      Status next = status;
      for (String part : cell.split("(?<!\\\\)\\|")) {
        String text = part.replace("\\|", "|").strip();
        if (!text.isEmpty()) {
          terms.add(Term.of(language.get(), text, next));
          next = next == Status.PREFERRED ? Status.ADMITTED : next;
        }
      }
    }
  }
}
