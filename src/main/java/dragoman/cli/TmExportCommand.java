package dragoman.cli;

import dragoman.Dragoman;
import dragoman.exchange.UnitFile;
import dragoman.exchange.UnitFilter;
import dragoman.language.LanguageTag;
import dragoman.memory.Memory;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

  @Option(names = "--since", paramLabel = "DATE", description = "changed on this day or later")
  private LocalDate since;

  @Option(names = "--until", paramLabel = "DATE", description = "changed on this day or earlier")
  private LocalDate until;

  @Option(names = "--dispatch", paramLabel = "SLUG", description = "from this dispatch")
  private String dispatch;

  @Option(names = "--person", paramLabel = "NAME", description = "made or changed by this person")
  private String person;

  @Option(names = "--output", paramLabel = "F", defaultValue = Streams.STANDARD)
  private String output;

  @Mixin private DataFolder data;

  @Override
  public Integer call() throws IOException {
    UnitFilter filter =
        new UnitFilter(
            languages,
            Optional.ofNullable(since),
            Optional.ofNullable(until),
            Optional.ofNullable(dispatch),
            Optional.ofNullable(person));
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
        UnitFile.write(dragoman.memories(), from, filter, out);
      }
    }
    return 0;
  }
}
