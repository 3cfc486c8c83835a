package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.segmentation.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tables of segments, their translations and the translations' history. */
final class SegmentStore {
  private static final int BATCH = 500;
  private static final String UNIQUE_VIOLATED = "23505";

  private final Handle handle;

  SegmentStore(Handle handle) {
    this.handle = handle;
  }

  /** A segment and the place that it was cut from its paragraph. */
  record Placed(Segment segment, Sentence place) {}

  void add(long dispatch, List<Intake.Piece> pieces) {
    for (int from = 0; from < pieces.size(); from += BATCH) {
      PreparedBatch batch =
          handle.prepareBatch(
              "INSERT INTO segment (dispatch_id, number, paragraph, start_at, end_at, kind, plain,"
                  + " tags, words) VALUES (:dispatch, :number, :paragraph, :start, :end, :kind,"
                  + " :plain, :tags, :words)");
      for (int i = from; i < Math.min(pieces.size(), from + BATCH); i++) {
        Intake.Piece piece = pieces.get(i);
        batch
            .bind("dispatch", dispatch)
            .bind("number", i + 1)
            .bind("paragraph", piece.paragraph())
            .bind("start", piece.place().start())
            .bind("end", piece.place().end())
            .bind("kind", piece.kind().name())
            .bind("plain", piece.text().plain())
            .bind("tags", Rows.tags(piece.text()))
            .bind("words", piece.words())
            .add();
      }
      batch.execute();
    }
  }

  /**
   * A segment.
   *
   * @throws NoSuchElementException if there is none, or it stands no more
   */
  Segment segment(long id) {
    return standing(known(id));
  }

  /** A segment that nobody else changes before the transaction ends. */
  Segment held(long id) {
    return standing(one(handle.createQuery("SELECT * FROM segment WHERE id = :id FOR UPDATE"), id));
  }

  /** A segment, also one that stands no more. */
  Segment known(long id) {
    return one(handle.createQuery("SELECT * FROM segment WHERE id = :id"), id);
  }

  private static Segment one(Query query, long id) {
    return query
        .bind("id", id)
        .map((row, context) -> Rows.segment(row))
        .findOne()
        .orElseThrow(() -> new NoSuchElementException("There is no segment " + id + "."));
  }

  private static Segment standing(Segment segment) {
    if (segment.number() == 0) {
      throw new NoSuchElementException(
          "This sentence was joined with another, or a newer version of the dispatch is without it;"
              + " open the dispatch again to see how it stands.");
    }
    return segment;
  }

  List<Segment> segments(long dispatch, int offset, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM segment WHERE dispatch_id = :dispatch AND number IS NOT NULL"
                + " ORDER BY number LIMIT :limit OFFSET :offset")
        .bind("dispatch", dispatch)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, context) -> Rows.segment(row))
        .list();
  }

  List<Placed> placed(long dispatch) {
    return handle
        .createQuery(
            "SELECT * FROM segment WHERE dispatch_id = :dispatch AND number IS NOT NULL"
                + " ORDER BY number")
        .bind("dispatch", dispatch)
        .map((row, context) -> placed(row))
        .list();
  }

  /** A dispatch's segments in order, which nobody else changes before the transaction ends. */
  List<Placed> held(Dispatch dispatch) {
    return handle
        .createQuery(
            "SELECT * FROM segment WHERE dispatch_id = :dispatch AND number IS NOT NULL"
                + " ORDER BY number FOR UPDATE")
        .bind("dispatch", dispatch.id())
        .map((row, context) -> placed(row))
        .list();
  }

  static Placed placed(ResultSet row) throws SQLException {
    return new Placed(
        Rows.segment(row), new Sentence(row.getInt("start_at"), row.getInt("end_at")));
  }

  /** The source's plain text beside a segment; empty at the dispatch's start and end. */
  String neighbour(Segment segment, int step) {
    return handle
        .createQuery("SELECT plain FROM segment WHERE dispatch_id = :dispatch AND number = :number")
        .bind("dispatch", segment.dispatch())
        .bind("number", segment.number() + step)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  Translation translation(long segment, LanguageTag language) {
    return handle
        .createQuery(
            "SELECT * FROM translation WHERE segment_id = :segment AND language = :language")
        .bind("segment", segment)
        .bind("language", language.value())
        .map((row, context) -> Rows.translation(row))
        .findOne()
        .orElseGet(() -> Translation.untouched(segment, language));
  }

  /** All languages' translations of a segment. */
  List<Translation> translations(long segment) {
    return handle
        .createQuery("SELECT * FROM translation WHERE segment_id = :segment ORDER BY language")
        .bind("segment", segment)
        .map((row, context) -> Rows.translation(row))
        .list();
  }

  /** The translations of all sentences of a dispatch that stand. */
  List<Translation> all(long dispatch) {
    return handle
        .createQuery(
            "SELECT t.* FROM translation t JOIN segment s ON s.id = t.segment_id"
                + " WHERE t.dispatch_id = :dispatch AND s.number IS NOT NULL")
        .bind("dispatch", dispatch)
        .map((row, context) -> Rows.translation(row))
        .list();
  }

  /** The translations of a dispatch into a language that there are, by the segment's id. */
  Map<Long, Translation> translations(long dispatch, LanguageTag language) {
    Map<Long, Translation> translations = new HashMap<>();
    handle
        .createQuery(
            "SELECT * FROM translation WHERE dispatch_id = :dispatch AND language = :language")
        .bind("dispatch", dispatch)
        .bind("language", language.value())
        .map((row, context) -> Rows.translation(row))
        .forEach(translation -> translations.put(translation.segment(), translation));
    return translations;
  }

  List<SegmentRow> rows(long dispatch, LanguageTag language, int offset, int limit) {
    List<Segment> segments = segments(dispatch, offset, limit);
    if (segments.isEmpty()) {
      return List.of();
    }
    Map<Long, Translation> translations = new HashMap<>();
    for (int from = 0; from < segments.size(); from += BATCH) {
      handle
          .createQuery(
              "SELECT * FROM translation WHERE language = :language AND segment_id IN (<ids>)")
          .bind("language", language.value())
          .bindList(
              "ids",
              segments.subList(from, Math.min(segments.size(), from + BATCH)).stream()
                  .map(Segment::id)
                  .toList())
          .map((row, context) -> Rows.translation(row))
          .forEach(translation -> translations.put(translation.segment(), translation));
    }
    List<SegmentRow> rows = new ArrayList<>();
    for (Segment segment : segments) {
      Translation known = translations.get(segment.id());
      rows.add(
          new SegmentRow(
              segment, known == null ? Translation.untouched(segment.id(), language) : known));
    }
    return rows;
  }

  /**
   * Writes a translation over the version before it, and its step into the history.
   *
   * @return false if somebody else was first; nothing is written then
   */
  boolean put(long dispatch, Translation translation, OptionalLong terms) {
    int rows = translation.version() == 1 ? insert(dispatch, translation) : overwrite(translation);
    if (rows == 1) {
      step(translation, terms);
    }
    return rows == 1;
  }

  /** Writes a translation where none is now, though there may have been, and its step. */
  void reinstate(long dispatch, Translation translation, OptionalLong terms) {
    insert(dispatch, translation);
    step(translation, terms);
  }

  /** Takes a segment's translations away; their history stays. */
  void drop(long segment) {
    handle
        .createUpdate("DELETE FROM translation WHERE segment_id = :segment")
        .bind("segment", segment)
        .execute();
  }

  private int overwrite(Translation translation) {
    return bound(
            handle.createUpdate(
                "UPDATE translation SET plain = :plain, tags = :tags, state = :state,"
                    + " locked = :locked, version = :version, changed_at = :at,"
                    + " changed_by = :who, origin_unit = :originUnit,"
                    + " origin_score = :originScore, origin_kind = :originKind, unit = :unit"
                    + " WHERE segment_id = :segment AND language = :language"
                    + " AND version = :version - 1"),
            translation)
        .execute();
  }

  private void step(Translation translation, OptionalLong terms) {
    bound(
            handle.createUpdate(
                "INSERT INTO translation_change (segment_id, language, version, plain, tags,"
                    + " state, locked, at, who, origin_unit, origin_score, origin_kind, unit,"
                    + " terms) VALUES (:segment, :language, :version, :plain, :tags, :state,"
                    + " :locked, :at, :who, :originUnit, :originScore, :originKind, :unit,"
                    + " :terms)"),
            translation)
        .bindByType("terms", terms.isPresent() ? (Long) terms.getAsLong() : null, Long.class)
        .execute();
  }

  private int insert(long dispatch, Translation translation) {
    try {
      return bound(
              handle.createUpdate(
                  "INSERT INTO translation (segment_id, language, dispatch_id, plain, tags, state,"
                      + " locked, version, changed_at, changed_by, origin_unit, origin_score,"
                      + " origin_kind, unit) VALUES (:segment, :language, :dispatch, :plain,"
                      + " :tags, :state, :locked, :version, :at, :who, :originUnit, :originScore,"
                      + " :originKind, :unit)"),
              translation)
          .bind("dispatch", dispatch)
          .execute();
    } catch (JdbiException e) {
      if (e.getCause() instanceof SQLException sql && UNIQUE_VIOLATED.equals(sql.getSQLState())) {
        return 0;
      }
      throw e;
    }
  }

  /** A translation as a step of its history made it, and the state of the glossary then. */
  record Past(Translation translation, OptionalLong terms) {}

  Optional<Past> past(long segment, LanguageTag language, long version) {
    return handle
        .createQuery(
            "SELECT c.*, c.at AS changed_at, c.who AS changed_by FROM translation_change c"
                + " WHERE c.segment_id = :segment AND c.language = :language"
                + " AND c.version = :version")
        .bind("segment", segment)
        .bind("language", language.value())
        .bind("version", version)
        .map((row, context) -> new Past(Rows.translation(row), Rows.number(row, "terms")))
        .findOne();
  }

  /** What a segment was translated by in all languages, the latest first. */
  List<Past> pasts(long segment) {
    return handle
        .createQuery(
            "SELECT c.*, c.at AS changed_at, c.who AS changed_by FROM translation_change c"
                + " WHERE c.segment_id = :segment ORDER BY c.language, c.version DESC")
        .bind("segment", segment)
        .map((row, context) -> new Past(Rows.translation(row), Rows.number(row, "terms")))
        .list();
  }

  List<Change> history(long segment, LanguageTag language) {
    return handle
        .createQuery(
            "SELECT * FROM translation_change WHERE segment_id = :segment AND language = :language"
                + " ORDER BY version DESC")
        .bind("segment", segment)
        .bind("language", language.value())
        .map((row, context) -> Rows.change(row))
        .list();
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Translation translation) {
    Optional<Origin> origin = translation.origin();
    return statement
        .bind("segment", translation.segment())
        .bind("language", translation.language().value())
        .bind("plain", translation.target().plain())
        .bind("tags", Rows.tags(translation.target()))
        .bind("state", translation.state().name())
        .bind("locked", translation.locked())
        .bind("version", translation.version())
        .bind("at", Rows.time(translation.changedAt().orElse(Instant.EPOCH)))
        .bind("who", translation.changedBy())
        .bindByType("originUnit", origin.map(Origin::unit).orElse(null), Long.class)
        .bindByType("originScore", origin.map(Origin::score).orElse(null), Integer.class)
        .bindByType("originKind", origin.map(Origin::kind).orElse(null), String.class)
        .bindByType(
            "unit",
            translation.unit().isPresent() ? (Long) translation.unit().getAsLong() : null,
            Long.class);
  }
}
