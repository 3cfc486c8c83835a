package dragoman.exchange;

import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Metadata;
import dragoman.memory.Tally;
import dragoman.memory.UnitWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A file of units, of the kind that its name's ending tells. */
public final class UnitFile {
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
    UnitIntake intake = new UnitIntake(memory);
    ReadReport file = read(name, in, intake);
    Tally tally = intake.tally();
    return ImportReport.of(file, tally.added(), tally.merged(), tally.unchanged());
  }

  /**
   * Writes a memory as TMX 1.4b; the stream stays open and flushed.
   *
   * @param filter which of it
   */
  public static void write(Memories memories, Memory memory, UnitFilter filter, OutputStream out) {
    Metadata header = TmxHeader.among(memories.header(memory), filter.languages());
    try (TmxWriter tmx = new TmxWriter(out, header)) {
      memories.eachUnit(
          memory,
          unit -> {
            Metadata said = Stamp.of(unit, header);
            if (filter.takes(unit, said)) {
              tmx.unit(filter.variants(unit), said);
            }
          });
    }
  }

  static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
