package dragoman.cli;

import dragoman.language.LanguageTag;
import dragoman.storage.StorageException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line as a whole: exit code 0 for success, 1 with one clear line on standard error for
 * what failed, 2 for a wrong usage.
 */
@Command(
    name = "dragoman",
    mixinStandardHelpOptions = true,
    description = "Translation memory and glossary server for desks.",
    subcommands = {
      ServeCommand.class,
      UserCommand.class,
      TokenCommand.class,
      SegmentCommand.class,
      TmCommand.class,
      GlossaryCommand.class,
      CheckCommand.class,
      AlignCommand.class,
      TranslateCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    })
public final class DragomanCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs a command and gives its exit code. */
  public static int run(String... arguments) {
    PrintWriter errors = Streams.errors();
    CommandLine line = new CommandLine(new DragomanCommand());
    versioned(line);
    line.setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true));
    line.setErr(errors);
    line.registerConverter(LanguageTag.class, new LanguageConverter());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          errors.println(oneLine(failure));
          return 1;
        });
    return line.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  /** Every command has the option --version, and says the same. */
  private static void versioned(CommandLine line) {
    line.getCommandSpec().versionProvider(new Version());
    line.getSubcommands().values().forEach(DragomanCommand::versioned);
  }

  static String oneLine(Exception failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    boolean forAPerson =
        failure instanceof CommandException
            || failure instanceof IllegalArgumentException
            || failure instanceof NoSuchElementException
            || failure instanceof StorageException;
    String text = forAPerson ? message : "This failed: " + message;
    return text.replaceAll("\\s*\\R\\s*", " ").strip();
  }

  private static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = DragomanCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Dragoman " + (version == null ? "development" : version)};
    }
  }

  private static final class LanguageConverter implements ITypeConverter<LanguageTag> {
    @Override
    public LanguageTag convert(String value) {
      try {
        return LanguageTag.of(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
