package dragoman.account;

import dragoman.storage.Database;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The door of the room: people, their sessions and tokens, and what they did. */
public final class Accounts {
  private final People people;
  private final Sessions sessions;
  private final Tokens tokens;
  private final Notices notices;
  private final AuditTrail trail;

  private Accounts(Jdbi jdbi, Clock clock) {
    Secrets secrets = new Secrets();
    Passwords passwords = new Passwords();
    this.trail = new AuditTrail(jdbi, clock);
    this.people = new People(jdbi, trail, passwords, clock);
    this.sessions =
        new Sessions(jdbi, people, trail, passwords, new Attempts(clock), secrets, clock);
    this.tokens = new Tokens(jdbi, trail, secrets, clock);
    this.notices = new Notices(jdbi, clock);
  }

  /** Opens the room on a database. */
  public static Accounts open(Database database) {
    return open(database, Clock.systemUTC());
  }

  static Accounts open(Database database, Clock clock) {
    return new Accounts(database.jdbi(), clock);
  }

  /** People. */
  public People people() {
    return people;
  }

  /** Signed-in browsers. */
  public Sessions sessions() {
    return sessions;
  }

  /** Programs' tokens. */
  public Tokens tokens() {
    return tokens;
  }

  /** What people are told of what others did. */
  public Notices notices() {
    return notices;
  }

  /** The audit trail. */
  public AuditTrail trail() {
    return trail;
  }

  /**
   * The first administrator who may sign in; where there is nobody at all, makes the one called
   * Desk, so that a newcomer has no account to make.
   */
  public synchronized Person administrator() {
    return people.list().stream()
        .filter(Permission.KEEP_PEOPLE::allows)
        .min(java.util.Comparator.comparingLong(Person::id))
        .orElseGet(() -> people.add("Desk", "DK", Role.ADMINISTRATOR, "Dragoman"));
  }

  /**
   * Sets the password of somebody who is signed in, and ends their other sessions.
   *
   * @param current the one that they have; whoever has none may write anything
   * @param address where the attempt comes from, as a network address
   * @throws IllegalArgumentException if the current one is another, or the new one is none
   * @throws TooManyAttemptsException after too many wrong ones
   */
  public void changePassword(Session session, String current, String password, String address) {
    if (!sessions.knowsPassword(session.person(), current, address)) {
      throw new IllegalArgumentException(
          current.isEmpty()
              ? "Write the password that you have now beside the new one."
              : "The password that you have now is another; write it once more.");
    }
    people.setPassword(session.person(), password, session.person().name());
    sessions.endOthers(session.person().id(), session.key());
  }
}
