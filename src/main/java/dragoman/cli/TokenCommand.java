package dragoman.cli;

import dragoman.Dragoman;
import dragoman.account.Token;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Programs' tokens of a data folder whose server does not run. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Lists, makes and revokes bearer tokens for programs.",
    subcommands = {
      TokenCommand.ListTokens.class,
      TokenCommand.Add.class,
      TokenCommand.Revoke.class
    })
final class TokenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  /** Prints every token, a line each: number, person, label, last use. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints every token.")
  static final class ListTokens implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataFolder data;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Dragoman dragoman = data.openExisting()) {
        for (Token token : dragoman.accounts().tokens().list()) {
          out.println(
              String.join(
                  "\t",
                  Long.toString(token.id()),
                  token.person().name(),
                  token.label(),
                  token.usedAt().map(Instant::toString).orElse("never used")));
        }
      }
      out.flush();
      return 0;
    }
  }

  /** Makes a token and prints its secret, which is shown this once. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes a token and prints its secret, which is shown this once.")
  static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataFolder data;

    @Parameters(paramLabel = "NAME", description = "the person that it acts for")
    private String name;

    @Option(names = "--label", required = true, description = "what it is for")
    private String label;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Dragoman dragoman = data.open()) {
        out.println(
            dragoman
                .accounts()
                .tokens()
                .issue(UserCommand.person(dragoman, name), label, "command line"));
      } catch (IllegalArgumentException e) {
        throw new CommandException(e.getMessage(), e);
      }
      out.flush();
      return 0;
    }
  }

  /** Revokes a token. */
  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Revokes a token: it stops working at once.")
  static final class Revoke implements Callable<Integer> {
    @Mixin private DataFolder data;

    @Parameters(paramLabel = "ID", description = "its number, as token list prints it")
    private long id;

    @Override
    public Integer call() {
      try (Dragoman dragoman = data.openExisting()) {
        dragoman.accounts().tokens().revoke(id, "command line");
      } catch (NoSuchElementException e) {
        throw new CommandException(e.getMessage(), e);
      }
      return 0;
    }
  }
}
