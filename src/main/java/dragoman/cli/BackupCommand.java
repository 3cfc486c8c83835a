package dragoman.cli;

import dragoman.storage.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes all that a data folder holds to one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Writes all that a data folder holds to one file; no server may run on it.")
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "where it goes; an older one is replaced")
  private Path file;

  @Mixin private DataFolder data;

  @Override
  public Integer call() {
    long bytes = Backup.write(data.existing(), file);
    Streams.output().printf("%s: the backup is whole, %,d bytes%n", file, bytes);
    return 0;
  }
}
