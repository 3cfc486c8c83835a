package dragoman.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/** The embedded database's file in a data folder, and how a newer one takes its place. */
final class DatabaseFile {
  private static final String SUFFIX = ".mv.db";

  // WRITE_DELAY=0: a commit is in the file before it is acknowledged, so kill -9 loses none.
  // REUSE_SPACE=FALSE: only ever append while open. H2 2.5.252, killed while it wrote into space
  // freed before, came up with an older end of the file and without what it had acknowledged. A
  // regular close takes out what is obsolete.
  // TRACE_LEVEL…=0: what fails is told by us; H2 would print it too, or begin a file of its own.
  private static final String SETTINGS =
      ";WRITE_DELAY=0;REUSE_SPACE=FALSE;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000"
          + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  private final Path folder;

  /**
   * Makes the folder where it is missing, for its owner's eyes only.
   *
   * @throws StorageException if it cannot be made or written
   */
  DatabaseFile(Path folder) {
    this.folder = folder.toAbsolutePath();
    try {
      if (Files.notExists(folder)) {
        Files.createDirectories(this.folder);
        if (Files.getFileStore(this.folder).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
    } catch (IOException e) {
      throw new StorageException(
          "The data folder " + folder + " cannot be made; name another one, or mend its rights.",
          e);
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new StorageException(
          "The data folder "
              + folder
              + " cannot be written; name another one, or mend its rights.");
    }
  }

  /** Whether there is one, without making its folder. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve("dragoman" + SUFFIX));
  }

  boolean exists() {
    return Files.exists(path("dragoman"));
  }

  String url() {
    return url("dragoman");
  }

  /**
   * Works on a copy of the database, or a new one where there is none, and lets it take the
   * database's place when the work is done: who is killed meanwhile leaves all as it was.
   *
   * @param work is given the copy's URL, and leaves it closed
   * @throws StorageException if another process is at it, or the copy cannot be written
   */
  void replace(Consumer<String> work) {
    replace(
        next -> {
          if (exists()) {
            Files.copy(path("dragoman"), next);
          }
        },
        work);
  }

  /** Writes the file that the work is then done on. */
  @FunctionalInterface
  interface Beginning {
    void write(Path next) throws IOException;
  }

  /** The same on a file that is written first, in the place of a copy. */
  void replace(Beginning beginning, Consumer<String> work) {
    Path next = path("dragoman-next");
    try {
      if (Files.exists(next)) {
        refuseIfUsed(next);
        Files.delete(next);
      }
      beginning.write(next);
      work.accept(url("dragoman-next"));
      Files.move(
          next,
          path("dragoman"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StorageException(
          "The database in " + folder + " cannot be brought up to date: " + e.getMessage() + ".",
          e);
    }
  }

  private void refuseIfUsed(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new StorageException(
            "Another process makes the database in "
                + folder
                + " just now; wait until it is done.");
      }
    }
  }

  private Path path(String name) {
    return folder.resolve(name + SUFFIX);
  }

  private String url(String name) {
    return "jdbc:h2:file:" + folder.resolve(name) + SETTINGS;
  }
}
