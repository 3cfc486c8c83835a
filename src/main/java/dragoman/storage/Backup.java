package dragoman.storage;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A data folder's database in one file: a ZIP with H2's own snapshot (SQL {@code BACKUP TO}). The
 * index is not in it, since it is made again from the database.
 */
public final class Backup {
  private static final String ENTRY = "dragoman.mv.db";

  private Backup() {}

  /**
   * Writes all that a data folder holds to a file. An older file of that name stays as it was until
   * the new one is whole.
   *
   * @return how many bytes the file has
   * @throws StorageException if there is no data folder, another process has it open, or the file
   *     cannot be written
   */
  public static long write(Path folder, Path file) {
    if (!Database.isIn(folder)) {
      throw new StorageException(
          "There is no data folder " + folder + "; name the one of your server by --data.");
    }
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      if (Files.isDirectory(target) || !Files.isDirectory(target.getParent())) {
        throw new StorageException(
            "The backup cannot be written to " + file + "; name a file in a folder that is there.");
      }
      Files.deleteIfExists(part);
      try (Database database = Database.inFolder(folder)) {
        String quoted = part.toString().replace("'", "''");
        database.jdbi().useHandle(handle -> handle.execute("BACKUP TO '" + quoted + "'"));
      }
      check(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return Files.size(target);
    } catch (IOException e) {
      throw new StorageException(
          "The backup cannot be written to " + file + ": " + e.getMessage() + ".", e);
    }
  }

  /**
   * Makes a data folder from a backup. The backup is read through before anything is written, and
   * the database is put in its place when it is whole.
   *
   * @param folder absent or empty
   * @throws StorageException if the file is no backup or not whole, or the folder is not empty
   */
  public static void restore(Path file, Path folder) {
    refuseIfNotEmpty(folder);
    check(file);
    boolean there = Files.exists(folder);
    DatabaseFile database = new DatabaseFile(folder);
    try {
      database.replace(next -> extract(file, next), Database::bringUpToDate);
    } catch (StorageException e) {
      clear(folder, there, e);
      throw e;
    }
  }

  private static void refuseIfNotEmpty(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new StorageException(
            "The folder " + folder + " is not empty; name one by --data that is not there yet.");
      }
    } catch (IOException e) {
      throw new StorageException(
          "The folder " + folder + " cannot be read; name one by --data that is not there yet.", e);
    }
  }

  /** Reads a backup to its end; its checksum is compared on the way. */
  private static void check(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StorageException("There is no file " + file + "; check its name.");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(ENTRY);
      if (entry == null) {
        throw new StorageException(
            "The file " + file + " is no backup of Dragoman; name one that “backup” has written.");
      }
      try (InputStream content = zip.getInputStream(entry)) {
        CheckedOutputStream read =
            new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        content.transferTo(read);
        if (read.getChecksum().getValue() != entry.getCrc()) {
          throw new ZipException("Its checksum is another.");
        }
      }
    } catch (IOException e) {
      throw new StorageException(
          "The file "
              + file
              + " is no backup, or not whole; take it anew from where it was kept, or an older"
              + " one.",
          e);
    }
  }

  private static void extract(Path file, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream content = zip.getInputStream(zip.getEntry(ENTRY));
        FileOutputStream out = new FileOutputStream(to.toFile())) {
      content.transferTo(out);
      out.getFD().sync();
    }
  }

  /** What a restoring that failed began is taken away again. */
  private static void clear(Path folder, boolean there, StorageException failure) {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path path : inside.toList()) {
        Files.deleteIfExists(path);
      }
      if (!there) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
