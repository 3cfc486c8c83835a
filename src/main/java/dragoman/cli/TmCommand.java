package dragoman.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Translation memories: import, export, lookup. */
@Command(
    name = "tm",
    mixinStandardHelpOptions = true,
    description = "Translation memories.",
    subcommands = {TmImportCommand.class, TmExportCommand.class, TmLookupCommand.class})
final class TmCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: import, export or lookup.");
  }
}
