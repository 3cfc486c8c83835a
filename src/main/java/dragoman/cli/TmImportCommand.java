package dragoman.cli;

import dragoman.Dragoman;
import dragoman.exchange.ImportReport;
import dragoman.exchange.UnitFile;
import dragoman.memory.Memories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads TMX, XLIFF, CSV and TSV files into a memory. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Reads TMX, XLIFF, CSV or TSV files into a memory, which is made if missing.")
final class TmImportCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<Path> files;

  @Option(names = "--memory", required = true, paramLabel = "NAME")
  private String memory;

  @Mixin private DataFolder data;

  @Override
  public Integer call() {
    try (Dragoman dragoman = data.open()) {
      return new Imports("unit").run(files, (file, in) -> read(dragoman.memories(), file, in));
    }
  }

  private ImportReport read(Memories memories, Path file, InputStream in) throws IOException {
    // A file that is none of ours makes no memory: it is made with its first unit.
    return UnitFile.into(
        () ->
            memories.writer(
                memories.find(memory).orElseGet(() -> memories.create(memory, "")), Imports.WHO),
        file.getFileName().toString(),
        in);
  }
}
