package dragoman.cli;

import dragoman.Dragoman;
import dragoman.storage.Database;
import dragoman.storage.StorageException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --data}, for every command that works on a data folder. */
final class DataFolder {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "the data folder (default: ${DEFAULT-VALUE})")
  private Path folder;

  /** The folder, whether it is there or not. */
  Path path() {
    return folder;
  }

  /**
   * The folder, which must be there: whoever reads has perhaps misspelt it.
   *
   * @throws CommandException if there is none, or nothing in it
   */
  Path existing() {
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
    existing();
    return open();
  }

  /**
   * Opens the program on the folder, which is made where it is missing; the caller closes it.
   *
   * @throws CommandException if it cannot be opened
   */
  Dragoman open() {
    try {
      return Dragoman.open(folder);
    } catch (StorageException e) {
      throw new CommandException(e.getMessage(), e);
    }
  }
}
