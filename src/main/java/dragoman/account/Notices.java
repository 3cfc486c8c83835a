package dragoman.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What people are told of what others did that concerns them. Safe for many threads. */
public final class Notices {
  private static final int LONGEST = 2000;

  private final Jdbi jdbi;
  private final Clock clock;

  Notices(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * What one person is told.
   *
   * @param by who did it
   * @param text one or two sentences
   * @param link the page where it is to be seen, as a path
   * @param read whether they have seen it
   */
  public record Notice(long id, Instant at, String by, String text, String link, boolean read) {}

  /** Tells people something; the text is cut where it is too long. */
  public void tell(Collection<Person> people, String by, String text, String link) {
    OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    jdbi.useTransaction(
        h -> {
          for (Person person : people) {
            h.createUpdate(
                    "INSERT INTO notice (person_id, at, by_name, text, link) VALUES (:person, :at,"
                        + " :by, :text, :link)")
                .bind("person", person.id())
                .bind("at", now)
                .bind("by", by)
                .bind("text", text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .bind("link", link)
                .execute();
          }
        });
  }

  /** What a person was told, the newest first. */
  public List<Notice> latest(Person person, int offset, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT * FROM notice WHERE person_id = :person ORDER BY id DESC LIMIT :limit"
                        + " OFFSET :offset")
                .bind("person", person.id())
                .bind("limit", limit)
                .bind("offset", offset)
                .map(
                    (row, c) ->
                        new Notice(
                            row.getLong("id"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("by_name"),
                            row.getString("text"),
                            row.getString("link"),
                            Optional.ofNullable(row.getObject("read_at")).isPresent()))
                .list());
  }

  /** How many a person has, or how many of them they have not seen. */
  public long count(Person person, boolean unreadOnly) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT COUNT(*) FROM notice WHERE person_id = :person"
                        + (unreadOnly ? " AND read_at IS NULL" : ""))
                .bind("person", person.id())
                .mapTo(Long.class)
                .one());
  }

  /**
   * Notes that a person has seen what they were told.
   *
   * @param last the newest that they saw
   */
  public void read(Person person, long last) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "UPDATE notice SET read_at = :now WHERE person_id = :person AND id <= :last AND"
                        + " read_at IS NULL")
                .bind(
                    "now", clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .bind("person", person.id())
                .bind("last", last)
                .execute());
  }
}
