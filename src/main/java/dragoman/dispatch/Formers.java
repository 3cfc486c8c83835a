package dragoman.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Sentences that newer versions of a dispatch changed or took out, the latest first, and their
 * translations as these were then: where one stands again it gets them back.
 */
final class Formers {
  private record Stood(SentenceMatching.Former sentence, Instant at, String who) {}

  private final Handle handle;
  private final List<Stood> all;

  private Formers(Handle handle, List<Stood> all) {
    this.handle = handle;
    this.all = all;
  }

  /**
   * @param old the dispatch's segments as they stand
   */
  static Formers of(Handle handle, long dispatch, List<SegmentStore.Placed> old) {
    Map<Long, Integer> standing = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      standing.put(old.get(i).segment().id(), i);
    }
    // one that was joined with another since has its translations there
    List<Stood> all =
        handle
            .createQuery(
                "SELECT e.segment_id, e.plain, e.tags, e.at, e.who FROM segment_earlier e"
                    + " JOIN segment s ON s.id = e.segment_id"
                    + " WHERE s.dispatch_id = :dispatch AND e.why = 'UPDATE'"
                    + " AND (s.number IS NOT NULL OR EXISTS (SELECT 1 FROM segment_earlier l"
                    + " WHERE l.segment_id = s.id AND l.version = s.version - 1"
                    + " AND l.why = 'UPDATE'))"
                    + " ORDER BY e.at DESC, e.paragraph, e.start_at, e.version DESC")
            .bind("dispatch", dispatch)
            .map(
                (row, context) ->
                    new Stood(
                        new SentenceMatching.Former(
                            row.getLong("segment_id"),
                            standing.getOrDefault(row.getLong("segment_id"), -1),
                            Rows.text(row)),
                        Rows.instant(row, "at"),
                        row.getString("who")))
            .list();
    return new Formers(handle, all);
  }

  List<SentenceMatching.Former> sentences() {
    return all.stream().map(Stood::sentence).toList();
  }

  /** A translation as it was, and the last version that its language has had since. */
  record Was(SegmentStore.Past past, long last) {}

  /** What a sentence was translated by when it stood, in each language that it had. */
  List<Was> translations(int former) {
    Stood stood = all.get(former);
    Map<String, Long> last = new LinkedHashMap<>();
    Map<String, SegmentStore.Past> then = new LinkedHashMap<>();
    for (SegmentStore.Past past : new SegmentStore(handle).pasts(stood.sentence().segment())) {
      Translation translation = past.translation();
      String language = translation.language().value();
      last.putIfAbsent(language, translation.version());
      Instant at = translation.changedAt().orElseThrow();
      boolean own = at.equals(stood.at()) && translation.changedBy().equals(stood.who());
      if (!at.isAfter(stood.at()) && !own) {
        then.putIfAbsent(language, past);
      }
    }
    List<Was> was = new ArrayList<>();
    then.forEach((language, past) -> was.add(new Was(past, last.get(language))));
    return was;
  }
}
