package dragoman.cli;

import dragoman.Dragoman;
import dragoman.exchange.ConceptFile;
import dragoman.glossary.ConceptWriter;
import dragoman.glossary.State;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The glossary: import, export. */
@Command(
    name = "glossary",
    mixinStandardHelpOptions = true,
    description = "The glossary.",
    subcommands = {GlossaryCommand.Import.class, GlossaryCommand.Export.class})
final class GlossaryCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: import or export.");
  }

  /** Takes files of concepts in. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Reads TBX, CSV, TSV or XLSX files into the glossary.")
  static final class Import implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files;

    @Option(
        names = "--proposed",
        description = "add the terms as proposals, for a maintainer to approve")
    private boolean proposed;

    @Mixin private DataFolder data;

    @Override
    public Integer call() {
      State state = proposed ? State.PROPOSED : State.APPROVED;
      try (Dragoman dragoman = data.open()) {
        long[] terms = {0};
        int exit =
            new Imports("concept")
                .run(
                    files,
                    (file, in) -> {
                      try (ConceptWriter writer = dragoman.glossary().writer(Imports.WHO, state)) {
                        var report = ConceptFile.into(writer, file.getFileName().toString(), in);
                        terms[0] += writer.counts().terms();
                        return report;
                      }
                    });
        PrintWriter out = Streams.output();
        out.println(terms[0] + (terms[0] == 1 ? " term read" : " terms read"));
        return exit;
      }
    }
  }

  /** Writes the glossary out. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes the glossary as TBX, CSV, TSV or XLSX, by the name's ending.")
  static final class Export implements Callable<Integer> {
    @Option(names = "--output", paramLabel = "F", defaultValue = Streams.STANDARD)
    private String output;

    @Option(
        names = "--format",
        paramLabel = "tbx|csv|tsv|xlsx",
        description = "where the output has no name (default: ${DEFAULT-VALUE})",
        defaultValue = "csv")
    private String format;

    @Mixin private DataFolder data;

    @Override
    public Integer call() throws IOException {
      String name = output.equals(Streams.STANDARD) ? "glossary." + format : output;
      try (Dragoman dragoman = data.openExisting()) {
        ConceptFile.check(name);
        try (OutputStream out = Streams.stream(output)) {
          ConceptFile.write(name, out, dragoman.glossary()::eachConcept);
        }
      } catch (IllegalArgumentException e) {
        throw new CommandException(e.getMessage(), e);
      }
      return 0;
    }
  }
}
