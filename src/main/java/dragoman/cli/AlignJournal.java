package dragoman.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch has done, so that it goes on where it was stopped. A line is written after the work
 * that it tells of is durable; one that breaks off tells of nothing.
 */
final class AlignJournal implements AutoCloseable {
  private static final int COLUMNS = 6;
  private final Optional<FileChannel> file;
  private final Map<String, Counts> done = new HashMap<>();

  /** What came of a set of texts. */
  record Counts(int sure, int doubtful, int open) {}

  private AlignJournal(Optional<FileChannel> file) {
    this.file = file;
  }

  /** Remembers nothing. */
  static AlignJournal none() {
    return new AlignJournal(Optional.empty());
  }

  /**
   * Opens a journal, made where it is missing.
   *
   * @throws CommandException if it cannot be written
   */
  static AlignJournal open(Path path) {
    try {
      boolean torn = false;
      Map<String, Counts> known = new HashMap<>();
      if (Files.exists(path)) {
        String all = Files.readString(path);
        torn = !all.isEmpty() && !all.endsWith("\n");
        for (String line : all.split("\n", -1)) {
          String[] columns = line.split("\t", -1);
          if (columns.length == COLUMNS && columns[COLUMNS - 1].equals(".")) {
            known.put(
                columns[0],
                new Counts(
                    Integer.parseInt(columns[1]),
                    Integer.parseInt(columns[2]),
                    Integer.parseInt(columns[3])));
          }
        }
      }
      AlignJournal journal =
          new AlignJournal(
              Optional.of(
                  FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
      journal.done.putAll(known);
      if (torn) {
        journal.write("\n");
      }
      return journal;
    } catch (IOException e) {
      throw new CommandException(
          "What is done cannot be noted in " + path + ": " + e.getMessage() + ".", e);
    }
  }

  /** Names a piece of work by all that decides its result. */
  static String key(List<byte[]> contents, String options) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] content : contents) {
        digest.update(MessageDigest.getInstance("SHA-256").digest(content));
      }
      digest.update(options.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What came of a piece of work that is done. */
  Optional<Counts> done(String key) {
    return Optional.ofNullable(done.get(key));
  }

  /** Notes that a piece of work is done; durable when this returns. */
  void add(String key, Counts counts, String name) {
    done.put(key, counts);
    write(
        String.join(
            "\t",
            key,
            String.valueOf(counts.sure()),
            String.valueOf(counts.doubtful()),
            String.valueOf(counts.open()),
            name.replaceAll("\\s", " "),
            ".\n"));
  }

  private void write(String line) {
    if (file.isPresent()) {
      try {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
        while (bytes.hasRemaining()) {
          file.get().write(bytes);
        }
        file.get().force(false);
      } catch (IOException e) {
        throw new CommandException(
            "What is done cannot be noted: " + e.getMessage() + "; make room and run it again.", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
