package dragoman.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The tables of an alignment's links and sentences. Rows are added and closed at a version of the
 * alignment, so that a step can be taken back.
 */
final class LinkStore {
  private static final int AT_ONCE = 1000;

  private final Handle handle;
  private final long alignment;

  LinkStore(Handle handle, long alignment) {
    this.handle = handle;
    this.alignment = alignment;
  }

  /** A sentence with its place. */
  record Placed(int side, AlignedSegment segment) {}

  LinkRows links(int sides) {
    return new LinkRows(
        handle
            .createQuery(
                "SELECT * FROM alignment_link WHERE alignment_id = :id AND until IS NULL"
                    + " ORDER BY place")
            .bind("id", alignment)
            .map(
                (row, context) -> {
                  double confidence = row.getDouble("confidence");
                  return new LinkRow(
                      row.getLong("id"),
                      LinkRow.counts(row.getString("counts")),
                      row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(confidence),
                      row.getBoolean("accepted"),
                      row.getBoolean("contradicted"),
                      row.getString("who"));
                })
            .list(),
        sides);
  }

  void add(List<LinkRow> rows, int place, long version) {
    TreeMap<Integer, LinkRow> placed = new TreeMap<>();
    for (LinkRow row : rows) {
      placed.put(place + placed.size(), row);
    }
    add(placed, version);
  }

  private void add(TreeMap<Integer, LinkRow> rows, long version) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO alignment_link (alignment_id, id, place, counts, confidence, accepted,"
                + " contradicted, who, since) VALUES (:alignment, :id, :place, :counts,"
                + " :confidence, :accepted, :contradicted, :who, :since)");
    for (Map.Entry<Integer, LinkRow> placed : rows.entrySet()) {
      LinkRow row = placed.getValue();
      batch
          .bind("alignment", alignment)
          .bind("id", row.id())
          .bind("place", placed.getKey())
          .bind("counts", row.written())
          .bindByType(
              "confidence",
              row.confidence().isPresent() ? row.confidence().getAsDouble() : null,
              Double.class)
          .bind("accepted", row.accepted())
          .bind("contradicted", row.contradicted())
          .bind("who", row.who())
          .bind("since", version)
          .add();
    }
    batch.execute();
  }

  /** Exchanges the links of some places for others; those behind them move. */
  void exchange(int from, int to, List<LinkRow> rows, long version) {
    handle
        .createUpdate(
            "UPDATE alignment_link SET until = :version WHERE alignment_id = :id AND until IS NULL"
                + " AND place >= :from AND place < :to")
        .bind("version", version)
        .bind("id", alignment)
        .bind("from", from)
        .bind("to", to)
        .execute();
    move("alignment_link", "", to, from + rows.size() - to);
    add(rows, from, version);
  }

  /** Puts links into the places of others, one for one. */
  void replace(TreeMap<Integer, LinkRow> rows, long version) {
    PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE alignment_link SET until = :version WHERE alignment_id = :alignment AND until"
                + " IS NULL AND place = :place");
    rows.keySet()
        .forEach(
            place ->
                batch
                    .bind("version", version)
                    .bind("alignment", alignment)
                    .bind("place", place)
                    .add());
    batch.execute();
    add(rows, version);
  }

  private void move(String table, String and, int from, int rise) {
    if (rise != 0) {
      handle
          .createUpdate(
              "UPDATE "
                  + table
                  + " SET place = place + :rise WHERE alignment_id = :id AND until IS NULL"
                  + and
                  + " AND place >= :from")
          .bind("rise", rise)
          .bind("id", alignment)
          .bind("from", from)
          .execute();
    }
  }

  void segments(int side, int place, List<AlignedSegment> segments, long version) {
    if (segments.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO alignment_segment (alignment_id, id, side, place, paragraph, plain, since)"
                + " VALUES (:alignment, :id, :side, :place, :paragraph, :plain, :since)");
    for (int k = 0; k < segments.size(); k++) {
      batch
          .bind("alignment", alignment)
          .bind("id", segments.get(k).id())
          .bind("side", side)
          .bind("place", place + k)
          .bind("paragraph", segments.get(k).paragraph())
          .bind("plain", segments.get(k).text())
          .bind("since", version)
          .add();
      if ((k + 1) % AT_ONCE == 0) {
        batch.execute();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Exchanges the sentences of some places of a text for others; those behind them move. */
  void exchangeSegments(int side, int from, int to, List<AlignedSegment> others, long version) {
    handle
        .createUpdate(
            "UPDATE alignment_segment SET until = :version WHERE alignment_id = :id AND until IS"
                + " NULL AND side = :side AND place >= :from AND place < :to")
        .bind("version", version)
        .bind("id", alignment)
        .bind("side", side)
        .bind("from", from)
        .bind("to", to)
        .execute();
    move("alignment_segment", " AND side = " + side, to, from + others.size() - to);
    segments(side, from, others, version);
  }

  /** A sentence that stands now. */
  Placed segment(long id) {
    return handle
        .createQuery(
            "SELECT * FROM alignment_segment WHERE alignment_id = :alignment AND id = :id"
                + " AND until IS NULL")
        .bind("alignment", alignment)
        .bind("id", id)
        .map(
            (row, context) ->
                new Placed(
                    row.getInt("side"),
                    new AlignedSegment(
                        row.getLong("id"),
                        row.getInt("place") + 1,
                        row.getInt("paragraph"),
                        row.getString("plain"))))
        .findOne()
        .orElseThrow(
            () ->
                new NoSuchElementException("This alignment has no sentence " + id + " any more."));
  }

  /** The sentences of some places of a text, in order. */
  List<AlignedSegment> segments(int side, int from, int to) {
    return handle
        .createQuery(
            "SELECT * FROM alignment_segment WHERE alignment_id = :id AND side = :side AND until IS"
                + " NULL AND place >= :from AND place < :to ORDER BY place")
        .bind("id", alignment)
        .bind("side", side)
        .bind("from", from)
        .bind("to", to)
        .map(
            (row, context) ->
                new AlignedSegment(
                    row.getLong("id"),
                    row.getInt("place") + 1,
                    row.getInt("paragraph"),
                    row.getString("plain")))
        .list();
  }

  /** The links of some places with their sentences, in the order given. */
  List<AlignmentLink> filled(LinkRows rows, Collection<Integer> places) {
    List<TreeMap<Integer, AlignedSegment>> texts = new ArrayList<>();
    for (int side = 0; side < rows.sides(); side++) {
      TreeMap<Integer, AlignedSegment> known = new TreeMap<>();
      for (int[] run : runs(rows, places, side)) {
        segments(side, run[0], run[1]).forEach(one -> known.put(one.number() - 1, one));
      }
      texts.add(known);
    }
    List<AlignmentLink> links = new ArrayList<>();
    for (int place : places) {
      LinkRow row = rows.get(place);
      List<List<AlignedSegment>> sides = new ArrayList<>();
      for (int side = 0; side < rows.sides(); side++) {
        List<AlignedSegment> segments =
            List.copyOf(
                texts
                    .get(side)
                    .subMap(rows.begin(place, side), rows.begin(place + 1, side))
                    .values());
        if (segments.size() != row.counts().get(side)) {
          throw new IllegalStateException(
              "Link " + row.id() + " of alignment " + alignment + " has lost a sentence.");
        }
        sides.add(segments);
      }
      links.add(
          new AlignmentLink(
              row.id(),
              place + 1,
              row.accepted() ? AlignmentLink.State.ACCEPTED : AlignmentLink.State.PROPOSED,
              row.confidence(),
              row.contradicted(),
              row.who(),
              sides));
    }
    return links;
  }

  /** Stretches of a text that hold the sentences of these links, near ones read in one go. */
  private static List<int[]> runs(LinkRows rows, Collection<Integer> places, int side) {
    List<int[]> runs = new ArrayList<>();
    for (int place : places.stream().sorted().toList()) {
      int from = rows.begin(place, side);
      int to = rows.begin(place + 1, side);
      int[] last = runs.isEmpty() ? new int[] {-1, -1} : runs.get(runs.size() - 1);
      if (to > from && last[1] >= 0 && from - last[1] < 50) {
        last[1] = to;
      } else if (to > from) {
        runs.add(new int[] {from, to});
      }
    }
    return runs;
  }

  /** What was done to the links and the sentences, and from where on they moved. */
  record Step(
      long version,
      StoredAlignment.Step what,
      int linkEnd,
      int linkRise,
      int side,
      int segmentEnd,
      int segmentRise) {}

  void did(Step step, Instant now, String who) {
    handle
        .createUpdate(
            "INSERT INTO alignment_step (alignment_id, version, what, at, who, link_end,"
                + " link_rise, side, segment_end, segment_rise) VALUES (:id, :version, :what, :at,"
                + " :who, :linkEnd, :linkRise, :side, :segmentEnd, :segmentRise)")
        .bind("id", alignment)
        .bind("version", step.version())
        .bind("what", step.what().name())
        .bind("at", Rows.time(now))
        .bind("who", who)
        .bind("linkEnd", step.linkEnd())
        .bind("linkRise", step.linkRise())
        .bind("side", step.side())
        .bind("segmentEnd", step.segmentEnd())
        .bind("segmentRise", step.segmentRise())
        .execute();
  }

  Optional<Step> last() {
    return handle
        .createQuery(
            "SELECT * FROM alignment_step WHERE alignment_id = :id ORDER BY version DESC LIMIT 1")
        .bind("id", alignment)
        .map(
            (row, context) ->
                new Step(
                    row.getLong("version"),
                    StoredAlignment.Step.valueOf(row.getString("what")),
                    row.getInt("link_end"),
                    row.getInt("link_rise"),
                    row.getInt("side"),
                    row.getInt("segment_end"),
                    row.getInt("segment_rise")))
        .findOne();
  }

  /** The links that a step took away or made others of. */
  List<Long> closedAt(long version) {
    return handle
        .createQuery("SELECT id FROM alignment_link WHERE alignment_id = :id AND until = :version")
        .bind("id", alignment)
        .bind("version", version)
        .mapTo(Long.class)
        .list();
  }

  /** Takes the last step back. */
  void undo(Step step) {
    for (String table : List.of("alignment_link", "alignment_segment")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE alignment_id = :id AND since = :version")
          .bind("id", alignment)
          .bind("version", step.version())
          .execute();
    }
    move("alignment_link", "", step.linkEnd() + step.linkRise(), -step.linkRise());
    move(
        "alignment_segment",
        " AND side = " + step.side(),
        step.segmentEnd() + step.segmentRise(),
        -step.segmentRise());
    for (String table : List.of("alignment_link", "alignment_segment")) {
      handle
          .createUpdate(
              "UPDATE " + table + " SET until = NULL WHERE alignment_id = :id AND until = :version")
          .bind("id", alignment)
          .bind("version", step.version())
          .execute();
    }
    handle
        .createUpdate("DELETE FROM alignment_step WHERE alignment_id = :id AND version = :version")
        .bind("id", alignment)
        .bind("version", step.version())
        .execute();
  }
}
