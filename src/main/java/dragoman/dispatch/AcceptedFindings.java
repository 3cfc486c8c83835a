package dragoman.dispatch;

import dragoman.quality.Accepted;
import dragoman.quality.Finding;
import dragoman.storage.Characters;
import dragoman.text.TaggedText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Findings that a person accepted where they stand, with a reason. Such a decision holds while
 * sentence and translation are the same, also when they become the same again.
 */
public final class AcceptedFindings {
  private static final int LONGEST = 2000;

  private final Jdbi jdbi;
  private final Clock clock;

  AcceptedFindings(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  private record Kept(String hash, String key, Accepted accepted) {}

  /**
   * Accepts a finding in a translation that need not be stored yet.
   *
   * @throws IllegalArgumentException if the reason is missing or too long
   */
  public void accept(
      SegmentRow row, TaggedText target, Finding finding, String reason, String who) {
    String why = reason.strip();
    Characters.checkText("The reason", why);
    if (why.isEmpty() || why.length() > LONGEST) {
      throw new IllegalArgumentException(
          why.isEmpty()
              ? "Write why it is right here, so that nobody has to ask."
              : "The reason has %,d characters; shorten it to %,d."
                  .formatted(why.length(), LONGEST));
    }
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "INSERT INTO accepted_finding (segment_id, language, text_hash, rule, finding,"
                        + " reason, at, who, withdrawn_by) VALUES (:segment, :language, :hash,"
                        + " :rule, :finding, :reason, :at, :who, '')")
                .bind("segment", row.segment().id())
                .bind("language", row.translation().language().value())
                .bind("hash", hash(row, target))
                .bind("rule", finding.rule())
                .bind("finding", key(finding))
                .bind("reason", why)
                .bind("at", Rows.time(clock.instant()))
                .bind("who", who)
                .execute());
  }

  /**
   * Takes a decision back.
   *
   * @throws NoSuchElementException if the segment has none such, or it was taken back already
   */
  public void withdraw(long segment, long id, String who) {
    int rows =
        jdbi.withHandle(
            h ->
                h.createUpdate(
                        "UPDATE accepted_finding SET withdrawn_at = :at, withdrawn_by = :who WHERE"
                            + " id = :id AND segment_id = :segment AND withdrawn_at IS NULL")
                    .bind("at", Rows.time(clock.instant()))
                    .bind("who", who)
                    .bind("id", id)
                    .bind("segment", segment)
                    .execute());
    if (rows == 0) {
      throw new NoSuchElementException("This was taken back already; look at it again.");
    }
  }

  /** The findings of a translation, those that are accepted with who and why. */
  public List<Finding> marked(SegmentRow row, TaggedText target, List<Finding> findings) {
    if (findings.isEmpty()) {
      return findings;
    }
    String hash = hash(row, target);
    List<Kept> kept =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "SELECT * FROM accepted_finding WHERE segment_id = :segment AND language ="
                            + " :language AND withdrawn_at IS NULL ORDER BY id")
                    .bind("segment", row.segment().id())
                    .bind("language", row.translation().language().value())
                    .map(
                        (r, c) ->
                            new Kept(
                                r.getString("text_hash"),
                                r.getString("finding"),
                                new Accepted(
                                    r.getLong("id"),
                                    r.getString("reason"),
                                    r.getString("who"),
                                    Rows.instant(r, "at"))))
                    .list());
    List<Finding> marked = new ArrayList<>();
    for (Finding finding : findings) {
      String key = key(finding);
      Optional<Kept> own =
          kept.stream().filter(k -> k.hash.equals(hash) && k.key.equals(key)).findFirst();
      marked.add(own.map(k -> finding.accepted(k.accepted)).orElse(finding));
    }
    return marked;
  }

  /** Where the text is the same, rule and places tell a finding from others. */
  private static String key(Finding finding) {
    return finding.rule()
        + " "
        + finding.sourceStart()
        + " "
        + finding.targetStart()
        + " "
        + finding.targetEnd()
        + " "
        + finding.concept();
  }

  private static String hash(SegmentRow row, TaggedText target) {
    String both = row.segment().source().plain() + "\n" + target.plain();
    return Originals.digest(both.getBytes(StandardCharsets.UTF_8));
  }
}
