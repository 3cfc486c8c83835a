package dragoman.cli;

import dragoman.storage.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a data folder from a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Makes a new data folder from a backup; the index is made again at its start.")
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "what “backup” has written")
  private Path file;

  @Mixin private DataFolder data;

  @Override
  public Integer call() {
    Backup.restore(file, data.path());
    Streams.output().println("The data folder " + data.path() + " is as it was in " + file + ".");
    return 0;
  }
}
