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
      columns = header(cells);
      return;
    }
    report.counted();
    try {
      sink.concept(concept(cells), line);
    } catch (IllegalArgumentException e) {
      report.skipped(line, e.getMessage());
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
            "The row has more cells than the header has columns; quote cells with commas.");
      }
    }
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("The row has no term.");
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

  private static List<Column> header(List<String> row) {
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    boolean language = false;
    for (String name : row) {
      Column column = Column.of(name);
      if (!name.isBlank() && !seen.add(column.name())) {
        throw new ExchangeException(
            "Line 1 names the column “" + name.strip() + "” twice; take one away.");
      }
      language |= column.language().isPresent();
      columns.add(column);
    }
    if (!language) {
      throw new ExchangeException(
          "Line 1 names no language; write its columns' languages, as en,az,ru.");
    }
    return columns;
  }

  /** A column of the header. */
  private record Column(String name, Optional<LanguageTag> language, Status status) {
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
        if (parts.length > 2 || tag.language().length() > 3 || tag.language().isEmpty()) {
          throw new IllegalArgumentException(given);
        }
        return new Column(tag + " " + status, Optional.of(tag), status);
      } catch (IllegalArgumentException e) {
        throw new ExchangeException(
            "Line 1 names a column “"
                + given
                + "”; write a language, as az or “az forbidden”, or one of key, subjectField,"
                + " definition, note, source.",
            e);
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
