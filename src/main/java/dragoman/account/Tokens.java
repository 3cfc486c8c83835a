package dragoman.account;

import dragoman.storage.Characters;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Bearer tokens: programs act for a person by them until they are revoked. */
public final class Tokens {
  private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);
  private static final String SELECT =
      "SELECT t.id AS token_id, t.label, t.created_at AS token_created_at, t.used_at, "
          + People.columns("p")
          + " FROM access_token t JOIN person p ON p.id = t.person_id";

  private final Jdbi jdbi;
  private final AuditTrail trail;
  private final Secrets secrets;
  private final Clock clock;

  Tokens(Jdbi jdbi, AuditTrail trail, Secrets secrets, Clock clock) {
    this.jdbi = jdbi;
    this.trail = trail;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Makes a token and gives its secret, which cannot be had again.
   *
   * @param label what it is for, as {@code nightly export}; not empty
   */
  public String issue(Person person, String label, String who) {
    String kept = label.strip();
    Characters.checkLine("The label", kept);
    if (kept.isEmpty() || kept.length() > 200) {
      throw new IllegalArgumentException(
          "A token needs a label of 1 to 200 characters that says what it is for.");
    }
    String secret = secrets.fresh();
    jdbi.useTransaction(
        h -> {
          h.createUpdate(
                  "INSERT INTO access_token (secret_hash, person_id, label, created_at)"
                      + " VALUES (:hash, :person, :label, :now)")
              .bind("hash", Secrets.hash(secret))
              .bind("person", person.id())
              .bind("label", kept)
              .bind("now", clock.instant())
              .execute();
          trail.record(h, who, "token made", kept + ", for " + person.name());
        });
    return secret;
  }

  /** Every token, by person and age. */
  public List<Token> list() {
    return jdbi.withHandle(
        h -> h.createQuery(SELECT + " ORDER BY p.name, t.id").map((rs, c) -> token(rs)).list());
  }

  /** The person for whom a secret acts; empty if it was revoked, or they may not sign in. */
  public Optional<Person> find(String secret) {
    String hash = Secrets.hash(secret);
    Optional<Token> token =
        jdbi.withHandle(
            h ->
                h.createQuery(SELECT + " WHERE t.secret_hash = :hash")
                    .bind("hash", hash)
                    .map((rs, c) -> token(rs))
                    .findOne());
    Optional<Token> good = token.filter(t -> t.person().active());
    good.ifPresent(this::noteUse);
    return good.map(Token::person);
  }

  /**
   * Revokes a token: it stops working at once.
   *
   * @throws NoSuchElementException if there is none of that number
   */
  public void revoke(long id, String who) {
    jdbi.useTransaction(
        h -> {
          int rows =
              h.createUpdate("DELETE FROM access_token WHERE id = :id").bind("id", id).execute();
          if (rows == 0) {
            throw new NoSuchElementException("There is no token " + id + ".");
          }
          trail.record(h, who, "token revoked", "token " + id);
        });
  }

  private void noteUse(Token token) {
    Instant now = clock.instant();
    if (token.usedAt().filter(at -> at.isAfter(now.minus(USE_NOTED_EVERY))).isEmpty()) {
      jdbi.useHandle(
          h ->
              h.createUpdate("UPDATE access_token SET used_at = :now WHERE id = :id")
                  .bind("now", now)
                  .bind("id", token.id())
                  .execute());
    }
  }

  private static Token token(java.sql.ResultSet rs) throws java.sql.SQLException {
    return new Token(
        rs.getLong("token_id"),
        People.person(rs),
        rs.getString("label"),
        rs.getTimestamp("token_created_at").toInstant(),
        Optional.ofNullable(rs.getTimestamp("used_at")).map(Timestamp::toInstant));
  }
}
