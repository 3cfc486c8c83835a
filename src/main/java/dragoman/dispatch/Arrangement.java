package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.language.Words;
import dragoman.segmentation.Sentence;
import dragoman.text.TaggedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Writes which sentences a dispatch has. What a segment was before is kept, and one that stands no
 * more keeps its row and its history.
 */
final class Arrangement {
  /** Who changes the sentences, when, and in which step. */
  record Step(Instant at, String who, Rearranged.Why why) {}

  /**
   * A sentence of a paragraph as it is wanted.
   *
   * @param id of the segment that it is; 0 for a new one
   */
  record Slot(long id, Sentence place, Segment.Kind kind) {}

  private final Handle handle;
  private final Step step;

  Arrangement(Handle handle, Step step) {
    this.handle = handle;
    this.step = step;
  }

  /** Has all others who want to change the dispatch's sentences wait. */
  static void hold(Handle handle, long dispatch) {
    // an update without a change: FOR UPDATE would hold up whoever adds a translation on PostgreSQL
    int rows =
        handle
            .createUpdate("UPDATE dispatch SET segments = segments WHERE id = :id AND NOT deleted")
            .bind("id", dispatch)
            .execute();
    if (rows == 0) {
      throw new NoSuchElementException("There is no dispatch " + dispatch + ".");
    }
  }

  /** The sentences of a paragraph in order. */
  static List<SegmentStore.Placed> paragraph(Handle handle, long dispatch, int paragraph) {
    return handle
        .createQuery(
            "SELECT * FROM segment WHERE dispatch_id = :dispatch AND paragraph = :paragraph"
                + " AND number IS NOT NULL ORDER BY number")
        .bind("dispatch", dispatch)
        .bind("paragraph", paragraph)
        .map((row, context) -> SegmentStore.placed(row))
        .list();
  }

  /** A segment with its place, also one that stands no more. */
  static SegmentStore.Placed placed(Handle handle, long segment) {
    return handle
        .createQuery("SELECT * FROM segment WHERE id = :id")
        .bind("id", segment)
        .map((row, context) -> SegmentStore.placed(row))
        .one();
  }

  /** What a segment was in an earlier version. */
  static Slot earlier(Handle handle, long segment, long version) {
    return handle
        .createQuery(
            "SELECT * FROM segment_earlier WHERE segment_id = :segment AND version = :version")
        .bind("segment", segment)
        .bind("version", version)
        .map(
            (row, context) ->
                new Slot(
                    segment,
                    new Sentence(row.getInt("start_at"), row.getInt("end_at")),
                    Segment.Kind.valueOf(row.getString("kind"))))
        .one();
  }

  /**
   * Cuts a paragraph anew: segments that are in no slot any more stand no more.
   *
   * @param text the paragraph as the document has it
   * @return the paragraph's segments as they now are
   */
  List<Segment> arrange(Dispatch dispatch, int paragraph, TaggedText text, List<Slot> slots) {
    List<SegmentStore.Placed> before = paragraph(handle, dispatch.id(), paragraph);
    int first = before.get(0).segment().number();
    Set<Long> staying = slots.stream().map(Slot::id).collect(Collectors.toSet());
    for (SegmentStore.Placed placed : before) {
      if (!staying.contains(placed.segment().id())) {
        retire(placed.segment().id());
      }
    }
    handle
        .createUpdate(
            "UPDATE segment SET number = NULL WHERE dispatch_id = :dispatch"
                + " AND paragraph = :paragraph")
        .bind("dispatch", dispatch.id())
        .bind("paragraph", paragraph)
        .execute();
    shift(dispatch.id(), first, slots.size() - before.size());
    List<TaggedText> texts = new Splitting(text, slots.stream().map(Slot::place).toList()).texts();
    List<Segment> now = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      now.add(put(dispatch, first + i, paragraph, slots.get(i), texts.get(i)));
    }
    count(dispatch.id());
    return now;
  }

  private Segment put(Dispatch dispatch, int number, int paragraph, Slot slot, TaggedText text) {
    int words = words(dispatch.source(), text);
    if (slot.id() == 0) {
      return new SegmentStore(handle)
          .segment(
              add(
                  dispatch.id(),
                  number,
                  new Intake.Piece(paragraph, slot.place(), slot.kind(), text, words)));
    }
    SegmentStore.Placed known = placed(handle, slot.id());
    boolean same =
        known.place().equals(slot.place())
            && known.segment().source().equals(text)
            && known.segment().kind() == slot.kind();
    if (!same) {
      rewrite(slot.id(), new Intake.Piece(paragraph, slot.place(), slot.kind(), text, words));
    }
    handle
        .createUpdate("UPDATE segment SET number = :number WHERE id = :id")
        .bind("number", number)
        .bind("id", slot.id())
        .execute();
    return new SegmentStore(handle).segment(slot.id());
  }

  /** Adds a segment and gives its id. */
  long add(long dispatch, int number, Intake.Piece piece) {
    return handle
        .createUpdate(
            "INSERT INTO segment (dispatch_id, number, paragraph, start_at, end_at, kind, plain,"
                + " tags, words) VALUES (:dispatch, :number, :paragraph, :start, :end, :kind,"
                + " :plain, :tags, :words)")
        .bind("dispatch", dispatch)
        .bind("number", number)
        .bind("paragraph", piece.paragraph())
        .bind("start", piece.place().start())
        .bind("end", piece.place().end())
        .bind("kind", piece.kind().name())
        .bind("plain", piece.text().plain())
        .bind("tags", Rows.tags(piece.text()))
        .bind("words", piece.words())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** Makes a segment's sentence another, and keeps what it was. */
  void rewrite(long id, Intake.Piece piece) {
    keep(id);
    handle
        .createUpdate(
            "UPDATE segment SET paragraph = :paragraph, start_at = :start, end_at = :end,"
                + " kind = :kind, plain = :plain, tags = :tags, words = :words,"
                + " version = version + 1 WHERE id = :id")
        .bind("id", id)
        .bind("paragraph", piece.paragraph())
        .bind("start", piece.place().start())
        .bind("end", piece.place().end())
        .bind("kind", piece.kind().name())
        .bind("plain", piece.text().plain())
        .bind("tags", Rows.tags(piece.text()))
        .bind("words", piece.words())
        .execute();
  }

  /** Takes a segment and its translations out of the dispatch; their history stays. */
  void retire(long id) {
    keep(id);
    new SegmentStore(handle).drop(id);
    handle
        .createUpdate("UPDATE segment SET number = NULL, version = version + 1 WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  private void keep(long id) {
    handle
        .createUpdate(
            "INSERT INTO segment_earlier (segment_id, version, number, paragraph, start_at, end_at,"
                + " kind, plain, tags, words, at, who, why) SELECT id, version, number, paragraph,"
                + " start_at, end_at, kind, plain, tags, words, :at, :who, :why FROM segment"
                + " WHERE id = :id")
        .bind("id", id)
        .bind("at", Rows.time(step.at()))
        .bind("who", step.who())
        .bind("why", step.why().name())
        .execute();
  }

  /** Moves the numbers behind one; twice, since no two segments may have the same at any time. */
  private void shift(long dispatch, int behind, int by) {
    if (by == 0) {
      return;
    }
    handle
        .createUpdate(
            "UPDATE segment SET number = -number WHERE dispatch_id = :dispatch"
                + " AND number > :behind")
        .bind("dispatch", dispatch)
        .bind("behind", behind)
        .execute();
    handle
        .createUpdate(
            "UPDATE segment SET number = :by - number WHERE dispatch_id = :dispatch"
                + " AND number < 0")
        .bind("dispatch", dispatch)
        .bind("by", by)
        .execute();
  }

  /** Counts a dispatch's segments and words anew. */
  void count(long dispatch) {
    handle
        .createUpdate(
            "UPDATE dispatch SET segments = (SELECT COUNT(*) FROM segment s"
                + " WHERE s.dispatch_id = dispatch.id AND s.number IS NOT NULL),"
                + " words = (SELECT COALESCE(SUM(s.words), 0) FROM segment s"
                + " WHERE s.dispatch_id = dispatch.id AND s.number IS NOT NULL) WHERE id = :id")
        .bind("id", dispatch)
        .execute();
  }

  static int words(LanguageTag source, TaggedText text) {
    return Words.count(source, text.plain());
  }
}
