package dragoman.exchange;

import dragoman.glossary.Concept;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.glossary.Term.Status;
import dragoman.language.LanguageTag;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
 * first is preferred, the others admitted. A {@code |} in a term is written {@code \|}.
 */
public final class GlossaryCsvReader {
  private static final Set<String> FIELDS =
      Set.of("key", "subjectfield", "definition", "note", "source");

  private final CSVFormat format;
  private final List<Problem> problems = new ArrayList<>();
  private long read;
  private long skipped;

  private GlossaryCsvReader(char separator) {
    format =
        CSVFormat.Builder.create(separator == '\t' ? CSVFormat.TDF : CSVFormat.RFC4180)
            .setIgnoreSurroundingSpaces(false)
            .setIgnoreEmptyLines(true)
            .get();
  }

  /** Reads comma-separated values. */
  public static GlossaryCsvReader csv() {
    return new GlossaryCsvReader(',');
  }

  /** Reads tab-separated values. */
  public static GlossaryCsvReader tsv() {
    return new GlossaryCsvReader('\t');
  }

  /**
   * Hands every good row on as a draft of a concept, approved.
   *
   * @throws IllegalArgumentException if the header has no language, or a column that is neither a
   *     language nor a field
   * @throws IOException if the stream cannot be read
   */
  public ReadReport read(InputStream in, Consumer<Concept> sink) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    skipMark(reader);
    try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      var rows = parser.iterator();
      boolean cut = false;
      List<Column> columns = null;
      try {
        while (rows.hasNext()) {
          CSVRecord row = rows.next();
          if (columns == null) {
            columns = header(row);
          } else {
            take(row, parser.getCurrentLineNumber(), columns, sink);
          }
        }
      } catch (UncheckedIOException | IllegalStateException e) {
        if (columns == null) {
          throw new IllegalArgumentException(unreadable(e, 1), e);
        }
        cut = true;
        problem(
            parser.getCurrentLineNumber() + 1, "", unreadable(e, parser.getCurrentLineNumber()));
      }
      if (columns == null) {
        throw new IllegalArgumentException(
            "The glossary is empty; its first line must name languages, as en,az,ru.");
      }
      return new ReadReport(read, skipped, problems, cut);
    }
  }

  private static void skipMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
  }

  private static String unreadable(RuntimeException e, long line) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof java.nio.charset.CharacterCodingException
        ? "After line " + line + " the glossary is not UTF-8; save it as UTF-8."
        : "After line " + line + " a quotation mark is not closed or stands wrongly; mend it.";
  }

  private List<Column> header(CSVRecord row) {
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    boolean language = false;
    for (String name : row) {
      Column column = Column.of(name);
      if (!name.isBlank() && !seen.add(column.name())) {
        throw new IllegalArgumentException(
            "Line 1 of the glossary names the column “" + name.strip() + "” twice; take one away.");
      }
      language |= column.language().isPresent();
      columns.add(column);
    }
    if (!language) {
      throw new IllegalArgumentException(
          "Line 1 of the glossary names no language; write its columns' languages, as en,az,ru.");
    }
    return columns;
  }

  private void take(CSVRecord row, long line, List<Column> columns, Consumer<Concept> sink) {
    if (row.stream().allMatch(String::isBlank)) {
      return;
    }
    String[] fields = {"", "", "", "", ""};
    List<Term> terms = new ArrayList<>();
    try {
      for (int i = 0; i < row.size(); i++) {
        if (i >= columns.size()) {
          if (!row.get(i).isBlank()) {
            throw new IllegalArgumentException(
                "The row has more cells than the header has columns; quote cells with commas.");
          }
          continue;
        }
        columns.get(i).read(row.get(i), terms, fields);
      }
      if (terms.isEmpty()) {
        throw new IllegalArgumentException("The row has no term.");
      }
      sink.accept(
          new Concept(
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
              ""));
      read++;
    } catch (IllegalArgumentException e) {
      skipped++;
      problem(line, "", e.getMessage());
    }
  }

  private void problem(long line, String unit, String message) {
    if (problems.size() < ReadReport.MOST_PROBLEMS) {
      problems.add(new Problem(line, unit, message));
    }
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
        throw new IllegalArgumentException(
            "Line 1 of the glossary names a column “"
                + given
                + "”; write a language, as az or “az forbidden”, or one of key, subjectField,"
                + " definition, note, source.",
            e);
      }
    }

    void read(String cell, List<Term> terms, String[] fields) {
      if (language.isEmpty()) {
        int field = List.of("key", "subjectfield", "definition", "note", "source").indexOf(name);
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
