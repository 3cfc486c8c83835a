package dragoman.cli;

import dragoman.Dragoman;
import dragoman.account.Person;
import dragoman.account.Role;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** People of a data folder whose server does not run. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description = "Lists and adds people, and makes sign-in links.",
    subcommands = {UserCommand.ListPeople.class, UserCommand.Add.class, UserCommand.Link.class})
final class UserCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  static Person person(Dragoman dragoman, String name) {
    return dragoman
        .accounts()
        .people()
        .find(name)
        .orElseThrow(
            () -> new CommandException("There is nobody called “" + name + "”; see user list."));
  }

  /** Prints everybody, a line each: name, initials, role, and whether they may sign in. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints everybody.")
  static final class ListPeople implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataFolder data;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Dragoman dragoman = data.openExisting()) {
        for (Person person : dragoman.accounts().people().list()) {
          out.println(
              String.join(
                  "\t",
                  person.name(),
                  person.initials(),
                  person.role().name().toLowerCase(Locale.ROOT),
                  person.active() ? "active" : "inactive"));
        }
      }
      out.flush();
      return 0;
    }
  }

  /** Adds somebody and prints the path of their sign-in link. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Adds somebody and prints the path of a one-time sign-in link.")
  static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataFolder data;

    @Parameters(paramLabel = "NAME")
    private String name;

    @Option(names = "--initials", required = true)
    private String initials;

    @Option(
        names = "--role",
        defaultValue = "TRANSLATOR",
        description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Role role;

    @Override
    public Integer call() {
      try (Dragoman dragoman = data.open()) {
        Person person;
        try {
          person = dragoman.accounts().people().add(name, initials, role, "command line");
        } catch (IllegalArgumentException e) {
          throw new CommandException(e.getMessage(), e);
        }
        Link.print(spec, dragoman, person);
      }
      return 0;
    }
  }

  /** Prints the path of a fresh sign-in link. */
  @Command(
      name = "link",
      mixinStandardHelpOptions = true,
      description = "Prints the path of a fresh one-time sign-in link.")
  static final class Link implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataFolder data;

    @Parameters(paramLabel = "NAME")
    private String name;

    @Override
    public Integer call() {
      try (Dragoman dragoman = data.openExisting()) {
        print(spec, dragoman, person(dragoman, name));
      }
      return 0;
    }

    static void print(CommandSpec spec, Dragoman dragoman, Person person) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("/sign-in?link=" + dragoman.accounts().sessions().link(person, "command line"));
      out.flush();
    }
  }
}
