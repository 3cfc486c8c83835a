package dragoman.cli;

import dragoman.Dragoman;
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

  /**
   * Opens the program on the folder; the caller closes it.
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
