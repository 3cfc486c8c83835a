package dragoman.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Signed-in browsers, and the one-time links and passwords that sign them in. Sessions are rows, so
 * they outlive the server; each ends thirty days after its last use.
 */
public final class Sessions {
  /** How long a session lasts without being used. */
  public static final Duration LASTS = Duration.ofDays(30);

  /** How long a sign-in link that nobody follows stays good. */
  public static final Duration LINK_LASTS = Duration.ofDays(7);

  // The end is moved at most once in this time, so that reading does not write each time.
  private static final Duration EXTENDED_EVERY = Duration.ofHours(6);

  private final Jdbi jdbi;
  private final People people;
  private final AuditTrail trail;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Secrets secrets;
  private final Clock clock;
  private final List<Consumer<String>> onEnd = new CopyOnWriteArrayList<>();

  Sessions(
      Jdbi jdbi,
      People people,
      AuditTrail trail,
      Passwords passwords,
      Attempts attempts,
      Secrets secrets,
      Clock clock) {
    this.jdbi = jdbi;
    this.people = people;
    this.trail = trail;
    this.passwords = passwords;
    this.attempts = attempts;
    this.secrets = secrets;
    this.clock = clock;
    people.onDeactivated(this::endAll);
  }

  /** Tells a listener the {@linkplain Session#key key} of every session that ends. */
  public void onEnd(Consumer<String> listener) {
    onEnd.add(listener);
  }

  /**
   * A fresh one-time sign-in link's secret; links made for the person earlier stop working.
   *
   * @param who who asked for it, for the audit trail
   */
  public String link(Person person, String who) {
    String secret = secrets.fresh();
    Instant now = clock.instant();
    jdbi.useTransaction(
        h -> {
          h.createUpdate("DELETE FROM sign_in_link WHERE person_id = :person OR expires_at <= :now")
              .bind("person", person.id())
              .bind("now", now)
              .execute();
          h.createUpdate(
                  "INSERT INTO sign_in_link (secret_hash, person_id, created_at, expires_at)"
                      + " VALUES (:hash, :person, :now, :end)")
              .bind("hash", Secrets.hash(secret))
              .bind("person", person.id())
              .bind("now", now)
              .bind("end", now.plus(LINK_LASTS))
              .execute();
          trail.record(h, who, "link made", "for " + person.name());
        });
    return secret;
  }

  /** Signs in by a link; empty if it was used before, replaced, too old or never made. */
  public Optional<SignedIn> signInByLink(String secret) {
    Instant now = clock.instant();
    String hash = Secrets.hash(secret);
    return jdbi.inTransaction(
        h -> {
          int taken =
              h.createUpdate(
                      "UPDATE sign_in_link SET used_at = :now WHERE secret_hash = :hash"
                          + " AND used_at IS NULL AND expires_at > :now")
                  .bind("now", now)
                  .bind("hash", hash)
                  .execute();
          if (taken == 0) {
            return Optional.empty();
          }
          long person =
              h.createQuery("SELECT person_id FROM sign_in_link WHERE secret_hash = :hash")
                  .bind("hash", hash)
                  .mapTo(Long.class)
                  .one();
          return People.find(h, person)
              .filter(Person::active)
              .map(p -> open(h, p, now, "signed in by link"));
        });
  }

  /**
   * Signs in by name and password; empty if they do not fit. Failures are counted by name and by
   * the address they come from.
   *
   * @param address where the attempt comes from, as a network address
   * @throws TooManyAttemptsException after too many failures; the password was not looked at
   */
  public Optional<SignedIn> signInByPassword(String name, String password, String address) {
    attempts.check(name, address);
    Optional<Person> person = people.find(name).filter(Person::active);
    boolean right = passwords.matches(person.flatMap(p -> people.passwordHash(p.id())), password);
    if (!right) {
      attempts.failed(name, address);
      trail.record(name, "sign-in refused", "from " + address);
      return Optional.empty();
    }
    attempts.succeeded(name, address);
    return person.map(
        p -> jdbi.inTransaction(h -> open(h, p, clock.instant(), "signed in by password")));
  }

  /**
   * Whether somebody signed in writes their own password, or has none; failures count as those of
   * signing in.
   */
  boolean knowsPassword(Person person, String password, String address) {
    Optional<String> hash = people.passwordHash(person.id());
    if (hash.isEmpty()) {
      return true;
    }
    attempts.check(person.name(), address);
    boolean right = passwords.matches(hash, password);
    if (!right) {
      attempts.failed(person.name(), address);
      trail.record(person.name(), "password change refused", "from " + address);
    }
    return right;
  }

  /** The session that a secret opens, with its person; its end is moved by using it. */
  public Optional<Session> find(String secret) {
    Instant now = clock.instant();
    String key = Secrets.hash(secret);
    Optional<Row> row =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "SELECT person_id, expires_at FROM sign_in_session"
                            + " WHERE secret_hash = :key AND expires_at > :now")
                    .bind("key", key)
                    .bind("now", now)
                    .map(
                        (rs, c) ->
                            new Row(
                                rs.getLong("person_id"), rs.getTimestamp("expires_at").toInstant()))
                    .findOne());
    if (row.isEmpty()) {
      return Optional.empty();
    }
    Optional<Person> person = people.find(row.get().person()).filter(Person::active);
    if (person.isEmpty()) {
      return Optional.empty();
    }
    Instant end = now.plus(LASTS);
    boolean extend = row.get().expiresAt().isBefore(end.minus(EXTENDED_EVERY));
    if (extend) {
      jdbi.useHandle(
          h ->
              h.createUpdate(
                      "UPDATE sign_in_session SET expires_at = :end WHERE secret_hash = :key")
                  .bind("end", end)
                  .bind("key", key)
                  .execute());
    }
    Instant expiresAt = extend ? end : row.get().expiresAt();
    return Optional.of(new Session(key, person.get(), csrf(secret), expiresAt, extend));
  }

  /** Ends a session; ending one twice does nothing. */
  public void signOut(Session session) {
    int ended =
        jdbi.inTransaction(
            h -> {
              int rows =
                  h.createUpdate("DELETE FROM sign_in_session WHERE secret_hash = :key")
                      .bind("key", session.key())
                      .execute();
              if (rows > 0) {
                trail.record(h, session.person().name(), "signed out", "");
              }
              return rows;
            });
    if (ended > 0) {
      onEnd.forEach(listener -> listener.accept(session.key()));
    }
  }

  /** Ends every session and link of a person but one session, as after a change of password. */
  void endOthers(long person, String keptKey) {
    end(person, keptKey);
  }

  private void endAll(long person) {
    end(person, "");
  }

  private void end(long person, String keptKey) {
    List<String> keys =
        jdbi.inTransaction(
            h -> {
              List<String> found =
                  new ArrayList<>(
                      h.createQuery(
                              "SELECT secret_hash FROM sign_in_session WHERE person_id = :person"
                                  + " AND secret_hash <> :kept")
                          .bind("person", person)
                          .bind("kept", keptKey)
                          .mapTo(String.class)
                          .list());
              h.createUpdate(
                      "DELETE FROM sign_in_session WHERE person_id = :person"
                          + " AND secret_hash <> :kept")
                  .bind("person", person)
                  .bind("kept", keptKey)
                  .execute();
              h.createUpdate("DELETE FROM sign_in_link WHERE person_id = :person")
                  .bind("person", person)
                  .execute();
              return found;
            });
    keys.forEach(key -> onEnd.forEach(listener -> listener.accept(key)));
  }

  private SignedIn open(Handle h, Person person, Instant now, String how) {
    String secret = secrets.fresh();
    String key = Secrets.hash(secret);
    Instant end = now.plus(LASTS);
    h.createUpdate("DELETE FROM sign_in_session WHERE expires_at <= :now")
        .bind("now", now)
        .execute();
    h.createUpdate(
            "INSERT INTO sign_in_session (secret_hash, person_id, created_at, expires_at)"
                + " VALUES (:key, :person, :now, :end)")
        .bind("key", key)
        .bind("person", person.id())
        .bind("now", now)
        .bind("end", end)
        .execute();
    trail.record(h, person.name(), how, "");
    return new SignedIn(new Session(key, person, csrf(secret), end, true), secret);
  }

  /** Follows from the session's secret, so it needs no place of its own and cannot be guessed. */
  private static String csrf(String secret) {
    return Secrets.hash("csrf " + secret).substring(0, 32);
  }

  private record Row(long person, Instant expiresAt) {}
}
