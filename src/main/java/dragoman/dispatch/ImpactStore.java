package dragoman.dispatch;

import dragoman.glossary.Concept;
import dragoman.glossary.ConceptJson;
import dragoman.language.LanguageTag;
import dragoman.storage.Page;
import dragoman.text.TaggedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of what changes of concepts do. */
final class ImpactStore {
  private final Handle handle;

  ImpactStore(Handle handle) {
    this.handle = handle;
  }

  long add(Optional<Concept> before, Optional<Concept> after, Instant at, String who) {
    return handle
        .createUpdate(
            "INSERT INTO term_impact (concept_id, state, before_concept, after_concept, looked, more,"
                + " why, reached, made_at, made_by, applied_by, undone_by, problem) VALUES"
                + " (:concept, 'LOOKING', :before, :after, 0, FALSE, '', 0, :at, :who, '', '', '')")
        .bind("concept", before.or(() -> after).map(Concept::id).orElse(0L))
        .bind("before", before.map(ConceptJson::write).orElse(""))
        .bind("after", after.map(ConceptJson::write).orElse(""))
        .bind("at", Rows.time(at))
        .bind("who", who)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** Forgets what was looked for before a time and never applied. */
  void forget(Instant before) {
    handle
        .createUpdate(
            "DELETE FROM term_impact WHERE state IN ('LOOKING', 'READY', 'FAILED') AND"
                + " applied_at IS NULL AND made_at < :before")
        .bind("before", Rows.time(before))
        .execute();
  }

  TermImpact get(long id) {
    return handle
        .createQuery("SELECT * FROM term_impact WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> impact(row))
        .findOne()
        .orElseThrow(
            () -> new NoSuchElementException("There is no look at a change " + id + " any more."));
  }

  /** The steps that were applied, of a concept or of all, the newest first. */
  List<TermImpact> applied(long concept, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM term_impact WHERE applied_at IS NOT NULL AND (concept_id = :concept OR"
                + " :concept = 0) ORDER BY id DESC LIMIT :limit")
        .bind("concept", concept)
        .bind("limit", limit)
        .map((row, context) -> impact(row))
        .list();
  }

  List<Long> in(TermImpact.State state) {
    return handle
        .createQuery("SELECT id FROM term_impact WHERE state = :state ORDER BY id")
        .bind("state", state.name())
        .mapTo(Long.class)
        .list();
  }

  /** Moves a step on, if it is where it is expected. */
  boolean move(long id, TermImpact.State from, TermImpact.State to, String problem) {
    return handle
            .createUpdate(
                "UPDATE term_impact SET state = :to, problem = :problem WHERE id = :id AND state ="
                    + " :from")
            .bind("to", to.name())
            .bind("problem", problem.length() > 2000 ? problem.substring(0, 2000) : problem)
            .bind("id", id)
            .bind("from", from.name())
            .execute()
        == 1;
  }

  void looked(long id, long looked, boolean more) {
    handle
        .createUpdate("UPDATE term_impact SET looked = :looked, more = :more WHERE id = :id")
        .bind("looked", looked)
        .bind("more", more)
        .bind("id", id)
        .execute();
  }

  void applied(long id, long concept, long reached, String why, Instant at, String who) {
    handle
        .createUpdate(
            "UPDATE term_impact SET concept_id = :concept, reached = :reached, why = :why,"
                + " applied_at = :at, applied_by = :who WHERE id = :id")
        .bind("concept", concept)
        .bind("reached", reached)
        .bind("why", why)
        .bind("at", Rows.time(at))
        .bind("who", who)
        .bind("id", id)
        .execute();
  }

  void undone(long id, Instant at, String who) {
    handle
        .createUpdate("UPDATE term_impact SET undone_at = :at, undone_by = :who WHERE id = :id")
        .bind("at", Rows.time(at))
        .bind("who", who)
        .bind("id", id)
        .execute();
  }

  /** The version of the concept that a step made. */
  long reached(long id) {
    return handle
        .createQuery("SELECT reached FROM term_impact WHERE id = :id")
        .bind("id", id)
        .mapTo(Long.class)
        .one();
  }

  void insert(long id, List<ImpactPlace> places) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO term_impact_place (impact_id, number, kind, ref, home, home_name, verdict,"
                + " reason, source_language, source, language, plain, tags, mended_plain,"
                + " mended_tags, version, reached, state) VALUES (:id, :number, :kind, :ref, :home,"
                + " :homeName, :verdict, :reason, :sourceLanguage, :source, :language, :plain,"
                + " :tags, :mendedPlain, :mendedTags, :version, 0, 'FOUND')");
    for (ImpactPlace place : places) {
      batch
          .bind("id", id)
          .bind("number", place.number())
          .bind("kind", place.kind().name())
          .bind("ref", place.ref())
          .bind("home", place.home())
          .bind("homeName", place.homeName())
          .bind("verdict", place.verdict().name())
          .bind("reason", place.reason())
          .bind("sourceLanguage", place.sourceLanguage().value())
          .bind("source", place.source())
          .bind("language", place.language().value())
          .bind("plain", place.target().plain())
          .bind("tags", Rows.tags(place.target()))
          .bind("mendedPlain", place.mended().map(TaggedText::plain))
          .bind("mendedTags", place.mended().flatMap(Rows::tags))
          .bind("version", place.version())
          .add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  Page<ImpactPlace> places(long id, Optional<ImpactPlace.Verdict> verdict, int offset, int limit) {
    String which =
        " FROM term_impact_place WHERE impact_id = :id"
            + (verdict.isPresent() ? " AND verdict = :verdict" : "");
    Map<String, Object> asked = new HashMap<>(Map.of("id", id));
    verdict.ifPresent(v -> asked.put("verdict", v.name()));
    // what can be done at once stands first, then what wants a person
    List<ImpactPlace> places =
        handle
            .createQuery(
                "SELECT *"
                    + which
                    + " ORDER BY CASE verdict WHEN 'MENDED' THEN 1 WHEN 'LOOK' THEN 2 WHEN 'CLASH'"
                    + " THEN 3 ELSE 4 END, number LIMIT :limit OFFSET :offset")
            .bindMap(asked)
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> place(row))
            .list();
    long total =
        handle.createQuery("SELECT COUNT(*)" + which).bindMap(asked).mapTo(Long.class).one();
    return new Page<>(places, total);
  }

  /** The next places in a state, in the order of numbers. */
  List<ImpactPlace> next(long id, ImpactPlace.State state, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM term_impact_place WHERE impact_id = :id AND state = :state"
                + " ORDER BY number LIMIT :limit")
        .bind("id", id)
        .bind("state", state.name())
        .bind("limit", limit)
        .map((row, context) -> place(row))
        .list();
  }

  /** Chooses every place that is mended for certain. */
  void chooseAll(long id) {
    handle
        .createUpdate(
            "UPDATE term_impact_place SET state = 'CHOSEN' WHERE impact_id = :id AND verdict ="
                + " 'MENDED' AND state = 'FOUND'")
        .bind("id", id)
        .execute();
  }

  /** Chooses some places that can be mended, or lets go of them. */
  void choose(long id, Collection<Integer> numbers, boolean chosen) {
    List<Integer> all = new ArrayList<>(numbers);
    for (int from = 0; from < all.size(); from += 500) {
      handle
          .createUpdate(
              "UPDATE term_impact_place SET state = :state WHERE impact_id = :id AND mended_plain IS"
                  + " NOT NULL AND number IN (<numbers>)")
          .bind("state", chosen ? "CHOSEN" : "FOUND")
          .bind("id", id)
          .bindList("numbers", all.subList(from, Math.min(all.size(), from + 500)))
          .execute();
    }
  }

  /**
   * The version that the step itself last made of a unit or translation; 0 where it did nothing.
   */
  long reached(long id, ImpactPlace place) {
    return handle
        .createQuery(
            "SELECT COALESCE(MAX(reached), 0) FROM term_impact_place WHERE impact_id = :id AND kind"
                + " = :kind AND ref = :ref"
                + (place.kind() == ImpactPlace.Kind.SEGMENT ? " AND language = :language" : ""))
        .bindMap(
            Map.of(
                "id",
                id,
                "kind",
                place.kind().name(),
                "ref",
                place.ref(),
                "language",
                place.language().value()))
        .mapTo(Long.class)
        .one();
  }

  void became(long id, ImpactPlace place, ImpactPlace.State state, long reached, String reason) {
    handle
        .createUpdate(
            "UPDATE term_impact_place SET state = :state, reached = :reached, reason = :reason"
                + " WHERE impact_id = :id AND number = :number")
        .bind("state", state.name())
        .bind("reached", reached)
        .bind("reason", reason.length() > 2000 ? reason.substring(0, 2000) : reason)
        .bind("id", id)
        .bind("number", place.number())
        .execute();
  }

  private TermImpact impact(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    Map<ImpactPlace.State, Long> states = new EnumMap<>(ImpactPlace.State.class);
    handle
        .createQuery(
            "SELECT state, COUNT(*) AS n FROM term_impact_place WHERE impact_id = :id GROUP BY"
                + " state")
        .bind("id", id)
        .map((r, c) -> Map.entry(ImpactPlace.State.valueOf(r.getString("state")), r.getLong("n")))
        .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
    return new TermImpact(
        id,
        row.getLong("concept_id"),
        TermImpact.State.valueOf(row.getString("state")),
        ConceptJson.read(row.getString("before_concept")),
        ConceptJson.read(row.getString("after_concept")),
        row.getLong("looked"),
        row.getBoolean("more"),
        homes(id),
        counts(id),
        states.getOrDefault(ImpactPlace.State.DONE, 0L),
        states.getOrDefault(ImpactPlace.State.SKIPPED, 0L),
        states.getOrDefault(ImpactPlace.State.UNDONE, 0L),
        states.getOrDefault(ImpactPlace.State.KEPT, 0L),
        row.getString("why"),
        Rows.instant(row, "made_at"),
        row.getString("made_by"),
        moment(row, "applied_at"),
        row.getString("applied_by"),
        moment(row, "undone_at"),
        row.getString("undone_by"),
        row.getString("problem"));
  }

  private TermImpact.Homes homes(long id) {
    return handle
        .createQuery(
            "SELECT COUNT(DISTINCT CASE WHEN kind = 'UNIT' THEN ref END) AS units, COUNT(DISTINCT"
                + " CASE WHEN kind = 'UNIT' THEN home END) AS memories, COUNT(DISTINCT CASE WHEN"
                + " kind = 'SEGMENT' THEN home END) AS dispatches FROM term_impact_place WHERE"
                + " impact_id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new TermImpact.Homes(
                    row.getLong("units"), row.getLong("memories"), row.getLong("dispatches")))
        .one();
  }

  private List<TermImpact.Count> counts(long id) {
    return handle
        .createQuery(
            "SELECT verdict, SUM(CASE WHEN kind = 'UNIT' THEN 1 ELSE 0 END) AS units, SUM(CASE WHEN"
                + " kind = 'SEGMENT' THEN 1 ELSE 0 END) AS segments FROM term_impact_place WHERE"
                + " impact_id = :id GROUP BY verdict ORDER BY verdict")
        .bind("id", id)
        .map(
            (row, context) ->
                new TermImpact.Count(
                    ImpactPlace.Verdict.valueOf(row.getString("verdict")),
                    row.getLong("units"),
                    row.getLong("segments")))
        .list();
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static ImpactPlace place(ResultSet row) throws SQLException {
    return new ImpactPlace(
        row.getInt("number"),
        ImpactPlace.Kind.valueOf(row.getString("kind")),
        row.getLong("ref"),
        row.getLong("home"),
        row.getString("home_name"),
        ImpactPlace.Verdict.valueOf(row.getString("verdict")),
        row.getString("reason"),
        LanguageTag.of(row.getString("source_language")),
        row.getString("source"),
        LanguageTag.of(row.getString("language")),
        Rows.text(row),
        row.getString("mended_plain") == null
            ? Optional.empty()
            : Optional.of(Rows.text(row.getString("mended_plain"), row.getString("mended_tags"))),
        row.getLong("version"),
        row.getLong("reached"),
        ImpactPlace.State.valueOf(row.getString("state")));
  }
}
