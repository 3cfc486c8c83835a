package dragoman.exchange;

import dragoman.language.LanguageTag;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Metadata;
import dragoman.memory.Tally;
import dragoman.memory.Unit;
import dragoman.memory.UnitWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A file of units, of the kind that its name's ending tells. */
public final class UnitFile {
  /** ISO 8601 as TMX 1.4b writes it, section “creationdate”. */
  private static final DateTimeFormatter TMX_DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private UnitFile() {}

  /**
   * Reads a file and hands every unit to the sink.
   *
   * @param name the file's name; its ending says what it is: tmx, xlf, xliff, csv or tsv
   * @throws ExchangeException if it is of another kind, empty, or not what its name says
   * @throws IOException if the stream fails
   */
  public static ReadReport read(String name, InputStream in, UnitSink sink) throws IOException {
    return switch (ending(name)) {
      case "tmx" -> TmxReader.read(in, sink);
      case "xlf", "xliff" -> XliffReader.read(in, sink);
      case "csv" -> UnitCsvReader.read(in, ',', sink);
      case "tsv" -> UnitCsvReader.read(in, '\t', sink);
      default ->
          throw new ExchangeException(
              "The name “" + name + "” should end in .tmx, .xlf, .csv or .tsv.");
    };
  }

  /**
   * Takes a file into a memory; what was good in it is kept, whatever else it holds.
   *
   * @param name as in {@link #read}
   * @throws ExchangeException as in {@link #read}
   * @throws IOException if the stream fails
   */
  public static ImportReport into(UnitWriter memory, String name, InputStream in)
      throws IOException {
    return into(name, in, () -> memory);
  }

  /**
   * The same into a memory that is opened, and perhaps made, only with the first unit of the file.
   *
   * @param memory opens a writer, which is closed here
   */
  public static ImportReport into(Supplier<UnitWriter> memory, String name, InputStream in)
      throws IOException {
    List<UnitWriter> opened = new ArrayList<>(1);
    try {
      return into(
          name,
          in,
          () -> {
            if (opened.isEmpty()) {
              opened.add(memory.get());
            }
            return opened.get(0);
          });
    } finally {
      opened.forEach(UnitWriter::close);
    }
  }

  private static ImportReport into(String name, InputStream in, Supplier<UnitWriter> memory)
      throws IOException {
    boolean[] any = {false};
    ReadReport file =
        read(
            name,
            in,
            (unit, line) -> {
              UnitWriter writer = memory.get();
              any[0] = true;
              writer.add(unit);
            });
    if (!any[0]) {
      return ImportReport.of(file, 0, 0, 0);
    }
    memory.get().flush();
    Tally tally = memory.get().tally();
    return ImportReport.of(file, tally.added(), tally.merged(), tally.unchanged());
  }

  /**
   * Writes a memory as TMX 1.4b; the stream stays open and flushed.
   *
   * @param languages only these, by language and script; all where empty
   */
  public static void write(
      Memories memories, Memory memory, List<LanguageTag> languages, OutputStream out) {
    try (TmxWriter tmx = new TmxWriter(out)) {
      memories.eachUnit(
          memory,
          unit ->
              tmx.unit(
                  unit.variants().stream()
                      .filter(v -> languages.isEmpty() || meetsAny(v.language(), languages))
                      .toList(),
                  dated(unit)));
    }
  }

  /** A unit that came from no file says itself when and by whom it was made. */
  private static Metadata dated(Unit unit) {
    if (unit.metadata().attributes().containsKey("creationdate")) {
      return unit.metadata();
    }
    return unit.metadata()
        .with("creationdate", TMX_DATE.format(unit.changedAt()))
        .with("creationid", unit.changedBy());
  }

  private static boolean meetsAny(LanguageTag language, List<LanguageTag> languages) {
    return languages.stream().anyMatch(language::meets);
  }

  static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
