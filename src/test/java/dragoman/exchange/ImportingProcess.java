package dragoman.exchange;

import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Tally;
import dragoman.memory.UnitWriter;
import dragoman.storage.Database;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes a file into a memory, prints how many units are durable whenever that grows, and never
 * comes to the file's end; {@link KilledImportTest} kills it.
 */
final class ImportingProcess {
  private ImportingProcess() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    try (Database database = Database.inFolder(folder);
        Memories memories = Memories.open(database, folder.resolve("index"));
        InputStream file = new BufferedInputStream(Files.newInputStream(Path.of(args[1])))) {
      Memory memory = memories.find("news").orElseGet(() -> memories.create("news", ""));
      try (UnitWriter writer = memories.writer(memory, "test")) {
        UnitFile.into(writer, "a.tmx", new Endless(file, writer));
      }
    }
  }

  /** A file whose end never comes. */
  private static final class Endless extends FilterInputStream {
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final UnitWriter writer;
    private long durable;

    Endless(InputStream file, UnitWriter writer) {
      super(file);
      this.writer = writer;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      tell();
      int count = super.read(into, offset, Math.min(length, 1 << 12));
      while (count < 0) {
        // Another thread writes what has been read so far.
        LockSupport.parkNanos(5_000_000);
        tell();
      }
      return count;
    }

    private void tell() {
      Tally tally = writer.tally();
      long now = tally.added() + tally.merged() + tally.unchanged();
      if (now > durable) {
        durable = now;
        out.println(now);
      }
    }
  }
}
