package dragoman.cli;

import dragoman.Dragoman;
import dragoman.exchange.UnitFile;
import dragoman.language.LanguageTag;
import dragoman.memory.Memory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a memory as TMX. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a memory as TMX 1.4b.")
final class TmExportCommand implements Callable<Integer> {
  @Option(names = "--memory", required = true, paramLabel = "NAME")
  private String memory;

  @Option(names = "--languages", split = ",", paramLabel = "L", description = "only these")
  private List<LanguageTag> languages = List.of();

  @Option(names = "--output", paramLabel = "F", defaultValue = Streams.STANDARD)
  private String output;

  @Mixin private DataFolder data;

  @Override
  public Integer call() throws IOException {
    try (Dragoman dragoman = data.openExisting()) {
      Memory from =
          dragoman
              .memories()
              .find(memory)
              .orElseThrow(
                  () ->
                      new CommandException(
                          "There is no memory named “" + memory + "” in this data folder."));
      try (OutputStream out = Streams.stream(output)) {
        UnitFile.write(dragoman.memories(), from, languages, out);
      }
    }
    return 0;
  }
}
