package dragoman.account;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who signed in and who changed people, tokens and passwords: only ever added to. */
public final class AuditTrail {
  private static final int DETAIL = 1000;
  private static final int WHO = 200;

  private final Jdbi jdbi;
  private final Clock clock;

  AuditTrail(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Writes down what somebody did. */
  public void record(String who, String action, String detail) {
    jdbi.useHandle(h -> record(h, who, action, detail));
  }

  void record(Handle h, String who, String action, String detail) {
    h.createUpdate(
            "INSERT INTO audit_entry (happened_at, who, action, detail)"
                + " VALUES (:at, :who, :action, :detail)")
        .bind("at", clock.instant())
        .bind("who", cut(who, WHO))
        .bind("action", action)
        .bind("detail", cut(detail, DETAIL))
        .execute();
  }

  /** How many entries there are. */
  public long count() {
    return jdbi.withHandle(
        h -> h.createQuery("SELECT COUNT(*) FROM audit_entry").mapTo(Long.class).one());
  }

  /** Entries, latest first. */
  public List<AuditEntry> latest(int offset, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT id, happened_at, who, action, detail FROM audit_entry"
                        + " ORDER BY id DESC LIMIT :limit OFFSET :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map(
                    (rs, c) ->
                        new AuditEntry(
                            rs.getLong("id"),
                            rs.getTimestamp("happened_at").toInstant(),
                            rs.getString("who"),
                            rs.getString("action"),
                            rs.getString("detail")))
                .list());
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
    return text.substring(0, end) + "…";
  }
}
