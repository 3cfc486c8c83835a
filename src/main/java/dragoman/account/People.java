package dragoman.account;

import dragoman.storage.Characters;
import dragoman.storage.StaleVersionException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The people of the desk. Nobody is deleted: what they did keeps their name. */
public final class People {
  private final Jdbi jdbi;
  private final AuditTrail trail;
  private final Passwords passwords;
  private final Clock clock;
  private final List<LongConsumer> onDeactivated = new CopyOnWriteArrayList<>();

  People(Jdbi jdbi, AuditTrail trail, Passwords passwords, Clock clock) {
    this.jdbi = jdbi;
    this.trail = trail;
    this.passwords = passwords;
    this.clock = clock;
  }

  void onDeactivated(LongConsumer listener) {
    onDeactivated.add(listener);
  }

  /** Everybody, by name. */
  public List<Person> list() {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT " + columns("p") + " FROM person p ORDER BY p.name")
                .map((rs, c) -> person(rs))
                .list());
  }

  /** Somebody by number. */
  public Optional<Person> find(long id) {
    return jdbi.withHandle(h -> find(h, id));
  }

  /** Somebody by name, in any normalization. */
  public Optional<Person> find(String name) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT " + columns("p") + " FROM person p WHERE p.name = :name")
                .bind("name", normal(name))
                .map((rs, c) -> person(rs))
                .findOne());
  }

  /**
   * Somebody by number.
   *
   * @throws NoSuchElementException if there is nobody of that number
   */
  public Person get(long id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("There is no person " + id + "."));
  }

  /**
   * Adds somebody.
   *
   * @param who who adds them, for the audit trail
   * @throws IllegalArgumentException if the name is empty or taken, or the initials are not 1 to 8
   *     characters
   */
  public Person add(String name, String initials, Role role, String who) {
    String kept = checkedName(name);
    String letters = checkedInitials(initials);
    return jdbi.inTransaction(
        h -> {
          refuseTaken(h, kept, 0);
          long id =
              h.createUpdate(
                      "INSERT INTO person (name, initials, role, created_at)"
                          + " VALUES (:name, :initials, :role, :now)")
                  .bind("name", kept)
                  .bind("initials", letters)
                  .bind("role", role.name())
                  .bind("now", clock.instant())
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(Long.class)
                  .one();
          trail.record(h, who, "person added", kept + ", " + role);
          return find(h, id).orElseThrow();
        });
  }

  /**
   * Changes name, initials, role and whether they may sign in.
   *
   * @param changed carries the version that was read
   * @throws StaleVersionException if somebody changed them meanwhile
   * @throws IllegalArgumentException also if nobody would be left who keeps people
   */
  public Person update(Person changed, String who) {
    String kept = checkedName(changed.name());
    String letters = checkedInitials(changed.initials());
    Person after =
        jdbi.inTransaction(
            h -> {
              Person before =
                  find(h, changed.id())
                      .orElseThrow(
                          () ->
                              new NoSuchElementException(
                                  "There is no person " + changed.id() + "."));
              refuseTaken(h, kept, changed.id());
              int rows =
                  h.createUpdate(
                          "UPDATE person SET name = :name, initials = :initials, role = :role,"
                              + " active = :active, version = version + 1"
                              + " WHERE id = :id AND version = :version")
                      .bind("name", kept)
                      .bind("initials", letters)
                      .bind("role", changed.role().name())
                      .bind("active", changed.active())
                      .bind("id", changed.id())
                      .bind("version", changed.version())
                      .execute();
              if (rows == 0) {
                throw new StaleVersionException(before.name());
              }
              int keepers =
                  h.createQuery("SELECT COUNT(*) FROM person WHERE active = TRUE AND role = :role")
                      .bind("role", Role.ADMINISTRATOR.name())
                      .mapTo(Integer.class)
                      .one();
              if (keepers == 0) {
                throw new IllegalArgumentException(
                    before.name() + " is the last administrator; make somebody else one first.");
              }
              trail.record(h, who, "person changed", before + " to " + changed);
              return find(h, changed.id()).orElseThrow();
            });
    if (!after.active()) {
      onDeactivated.forEach(listener -> listener.accept(after.id()));
    }
    return after;
  }

  /**
   * Sets a person's password.
   *
   * @throws IllegalArgumentException if it is too short or too long
   */
  public void setPassword(Person person, String password, String who) {
    String hash = passwords.hash(password);
    jdbi.useTransaction(
        h -> {
          h.createUpdate(
                  "UPDATE person SET password_hash = :hash, version = version + 1 WHERE id = :id")
              .bind("hash", hash)
              .bind("id", person.id())
              .execute();
          trail.record(h, who, "password set", "of " + person.name());
        });
  }

  Optional<String> passwordHash(long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT password_hash FROM person WHERE id = :id AND password_hash IS NOT NULL")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
  }

  static Optional<Person> find(Handle h, long id) {
    return h.createQuery("SELECT " + columns("p") + " FROM person p WHERE p.id = :id")
        .bind("id", id)
        .map((rs, c) -> person(rs))
        .findOne();
  }

  static String columns(String alias) {
    return "P.id AS person_id, P.name, P.initials, P.role, P.active, P.version,"
            .replace("P.", alias + ".")
        + " CASE WHEN "
        + alias
        + ".password_hash IS NULL THEN FALSE ELSE TRUE END AS has_password";
  }

  static Person person(ResultSet rs) throws SQLException {
    return new Person(
        rs.getLong("person_id"),
        rs.getString("name"),
        rs.getString("initials"),
        Role.valueOf(rs.getString("role")),
        rs.getBoolean("active"),
        rs.getBoolean("has_password"),
        rs.getLong("version"));
  }

  private static void refuseTaken(Handle h, String name, long exceptFor) {
    int taken =
        h.createQuery("SELECT COUNT(*) FROM person WHERE name = :name AND id <> :id")
            .bind("name", name)
            .bind("id", exceptFor)
            .mapTo(Integer.class)
            .one();
    if (taken > 0) {
      throw new IllegalArgumentException(
          "Somebody is already called “" + name + "”; choose another name.");
    }
  }

  private static String checkedName(String name) {
    String kept = normal(name);
    Characters.checkLine("The name", kept);
    if (kept.isEmpty() || kept.length() > 200) {
      throw new IllegalArgumentException("A person needs a name of 1 to 200 characters.");
    }
    return kept;
  }

  private static String checkedInitials(String initials) {
    String kept = normal(initials);
    Characters.checkLine("The initials", kept);
    if (kept.isEmpty() || kept.length() > 8) {
      throw new IllegalArgumentException("Initials are 1 to 8 characters, as “DK”.");
    }
    return kept;
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
