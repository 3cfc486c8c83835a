package dragoman.cli;

import dragoman.Dragoman;
import dragoman.storage.Database;
import dragoman.storage.StorageException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --data}, for every command that works on a data folder. */
final class DataFolder {
  private static final String USER = "DRAGOMAN_DATABASE_USER";
  private static final String PASSWORD = "DRAGOMAN_DATABASE_PASSWORD";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "the data folder (default: ${DEFAULT-VALUE})")
  private Path folder;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "PostgreSQL instead of the data folder's own database, as jdbc:postgresql://host/name; the"
            + " folder then holds the index alone. User and password are read from",
        USER + " and " + PASSWORD + "."
      })
  private Optional<String> database;

  /** The folder, whether it is there or not. */
  Path path() {
    refuseDatabase();
    return folder;
  }

  /** The folder on this machine, whichever database is used with it. */
  Path beside() {
    return folder;
  }

  /**
   * The folder, which must be there: whoever reads has perhaps misspelt it.
   *
   * @throws CommandException if there is none, or nothing in it
   */
  Path existing() {
    refuseDatabase();
    if (!Database.isIn(folder)) {
      throw new CommandException(
          "There is no data folder " + folder + "; name the one of your server by --data.");
    }
    return folder;
  }

  /**
   * Opens the program on a folder to read what is there; the caller closes it.
   *
   * @throws CommandException if there is none, or it cannot be opened
   */
  Dragoman openExisting() {
    if (database.isEmpty()) {
      existing();
    }
    return open();
  }

  /**
   * The database alone, which must be there; the caller closes it.
   *
   * @throws CommandException if it is not, or cannot be opened
   */
  Database openDatabase() {
    try {
      return database.isEmpty()
          ? Database.inFolder(existing())
          : Database.at(database.get(), environment(USER), environment(PASSWORD));
    } catch (StorageException e) {
      throw new CommandException(e.getMessage(), e);
    }
  }

  private void refuseDatabase() {
    if (database.isPresent()) {
      throw new CommandException(
          "This command works on a data folder's own database; for PostgreSQL use its own tools.");
    }
  }

  private static String environment(String name) {
    return Optional.ofNullable(System.getenv(name)).orElse("");
  }

  /**
   * Opens the program on the folder, which is made where it is missing; the caller closes it.
   *
   * @throws CommandException if it cannot be opened
   */
  Dragoman open() {
    try {
      return database.isEmpty()
          ? Dragoman.open(folder)
          : Dragoman.open(folder, database.get(), environment(USER), environment(PASSWORD));
    } catch (StorageException e) {
      throw new CommandException(e.getMessage(), e);
    }
  }
}
