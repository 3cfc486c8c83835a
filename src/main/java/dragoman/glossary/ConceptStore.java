package dragoman.glossary;

import dragoman.language.Folding;
import dragoman.language.LanguageTag;
import dragoman.storage.Characters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The SQL of concepts, terms and their history, within a caller's transaction. */
final class ConceptStore {
  private static final int SHORT_TEXT = 300;
  private static final int LONG_TEXT = 10_000;

  private final Handle handle;

  ConceptStore(Handle handle) {
    this.handle = handle;
  }

  long clock() {
    return handle
        .createQuery("SELECT changes FROM glossary_clock WHERE id = 1")
        .mapTo(Long.class)
        .one();
  }

  /** Says that concepts have changed; locks out other writers until the transaction ends. */
  void tick() {
    handle.execute("UPDATE glossary_clock SET changes = changes + 1 WHERE id = 1");
  }

  Optional<Concept> find(long id) {
    return load("WHERE c.id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** Concepts by a condition over {@code concept c}, in order of id. */
  List<Concept> load(String where, Map<String, ?> values) {
    Map<Long, Concept> concepts = new LinkedHashMap<>();
    Query query =
        handle.createQuery("SELECT c.* FROM concept c " + where + " ORDER BY c.id").bindMap(values);
    query.map((row, context) -> concept(row)).forEach(c -> concepts.put(c.id(), c));
    Map<Long, List<Term>> terms = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT t.* FROM term t WHERE t.concept_id IN (SELECT c.id FROM concept c "
                + where
                + ") ORDER BY t.concept_id, t.place")
        .bindMap(values)
        .map((row, context) -> Map.entry(row.getLong("concept_id"), term(row)))
        .forEach(e -> terms.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    return concepts.values().stream()
        .map(c -> c.with(terms.getOrDefault(c.id(), List.of())))
        .toList();
  }

  Concept insert(Concept draft, String who, ConceptChange.Action action) {
    return insert(draft, who, action, "");
  }

  Concept insert(Concept draft, String who, ConceptChange.Action action, String why) {
    check(draft);
    Instant now = now();
    long id =
        bind(
                handle.createUpdate(
                    "INSERT INTO concept (version, external_key, subject_field, definition, note,"
                        + " source, state, changed_at, changed_by) VALUES (1, :key, :subjectField,"
                        + " :definition, :note, :source, :state, :at, :who)"),
                draft,
                now,
                who)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    Concept stored = stamped(draft, id, 1, insertTerms(id, draft.terms()), now, who);
    record(stored.id(), 1, action, now, who, why, Optional.empty(), Optional.of(stored));
    return stored;
  }

  /** Writes a new version over the old one; nothing where another version stands there. */
  Optional<Concept> update(Concept before, Concept after, String who, ConceptChange.Action action) {
    return update(before, after, who, action, "");
  }

  Optional<Concept> update(
      Concept before, Concept after, String who, ConceptChange.Action action, String why) {
    check(after);
    Instant now = now();
    int changed =
        bind(
                handle
                    .createUpdate(
                        "UPDATE concept SET version = version + 1, external_key = :key,"
                            + " subject_field = :subjectField, definition = :definition, note ="
                            + " :note, source = :source, state = :state, changed_at = :at,"
                            + " changed_by = :who WHERE id = :id AND version = :version")
                    .bind("id", after.id())
                    .bind("version", after.version()),
                after,
                now,
                who)
            .execute();
    if (changed == 0) {
      return Optional.empty();
    }
    handle.execute("DELETE FROM term WHERE concept_id = ?", after.id());
    long version = after.version() + 1;
    Concept stored =
        stamped(after, after.id(), version, insertTerms(after.id(), after.terms()), now, who);
    record(after.id(), version, action, now, who, why, Optional.of(before), Optional.of(stored));
    return Optional.of(stored);
  }

  boolean delete(Concept concept, long version, String who, String why) {
    int deleted =
        handle.execute("DELETE FROM concept WHERE id = ? AND version = ?", concept.id(), version);
    if (deleted == 0) {
      return false;
    }
    record(
        concept.id(),
        version + 1,
        ConceptChange.Action.DELETED,
        now(),
        who,
        why,
        Optional.of(concept),
        Optional.empty());
    return true;
  }

  List<ConceptChange> history(long id) {
    return handle
        .createQuery("SELECT * FROM concept_change WHERE concept_id = :id ORDER BY id")
        .bind("id", id)
        .map(
            (row, context) ->
                new ConceptChange(
                    row.getLong("id"),
                    row.getLong("concept_id"),
                    row.getLong("version"),
                    ConceptChange.Action.valueOf(row.getString("action")),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                    row.getString("changed_by"),
                    ConceptJson.read(row.getString("before_state")),
                    ConceptJson.read(row.getString("after_state")),
                    row.getString("why")))
        .list();
  }

  static String folded(String text) {
    return Folding.searchKey(text);
  }

  private List<Term> insertTerms(long concept, List<Term> terms) {
    List<Term> stored = new ArrayList<>();
    int place = 0;
    for (Term term : terms) {
      long id =
          handle
              .createUpdate(
                  "INSERT INTO term (concept_id, place, language, language_key, text, folded,"
                      + " status, type, part_of_speech, gender, note, case_sensitive, exact_only,"
                      + " untranslated, state) VALUES (:concept, :place, :language, :languageKey,"
                      + " :text, :folded, :status, :type, :partOfSpeech, :gender, :note,"
                      + " :caseSensitive, :exact, :untranslated, :state)")
              .bind("concept", concept)
              .bind("place", place++)
              .bind("language", term.language().value())
              .bind("languageKey", term.language().key())
              .bind("text", term.text())
              .bind("folded", folded(term.text()))
              .bind("status", term.status().name())
              .bind("type", term.type().name())
              .bind("partOfSpeech", term.partOfSpeech())
              .bind("gender", term.gender())
              .bind("note", term.note())
              .bind("caseSensitive", term.caseSensitive())
              .bind("exact", term.exact())
              .bind("untranslated", term.untranslated())
              .bind("state", term.state().name())
              .executeAndReturnGeneratedKeys("id")
              .mapTo(Long.class)
              .one();
      stored.add(term.numbered(id));
    }
    return stored;
  }

  private static Update bind(Update update, Concept concept, Instant at, String who) {
    return update
        .bind("key", concept.key())
        .bind("subjectField", concept.subjectField())
        .bind("definition", concept.definition())
        .bind("note", concept.note())
        .bind("source", concept.source())
        .bind("state", concept.state().name())
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("who", who);
  }

  private void record(
      long concept,
      long version,
      ConceptChange.Action action,
      Instant at,
      String who,
      String why,
      Optional<Concept> before,
      Optional<Concept> after) {
    handle
        .createUpdate(
            "INSERT INTO concept_change (concept_id, version, action, changed_at, changed_by,"
                + " before_state, after_state, why) VALUES (:concept, :version, :action, :at, :who,"
                + " :before, :after, :why)")
        .bind("concept", concept)
        .bind("version", version)
        .bind("action", action.name())
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("who", who)
        .bind("why", why)
        .bind("before", before.map(ConceptJson::write).orElse(""))
        .bind("after", after.map(ConceptJson::write).orElse(""))
        .execute();
  }

  static void check(Concept concept) {
    if (concept.terms().isEmpty()) {
      throw new IllegalArgumentException("A concept needs at least one term; write one.");
    }
    Characters.checkLine("The key", concept.key());
    Characters.checkLine("The subject field", concept.subjectField());
    Characters.checkText("The source", concept.source());
    Characters.checkText("The definition", concept.definition());
    Characters.checkText("The note", concept.note());
    limit("key", concept.key(), SHORT_TEXT);
    limit("subject field", concept.subjectField(), SHORT_TEXT);
    limit("source", concept.source(), 2000);
    limit("definition", concept.definition(), LONG_TEXT);
    limit("note", concept.note(), LONG_TEXT);
    for (Term term : concept.terms()) {
      Characters.checkLine("A term in " + term.language(), term.text());
      Characters.checkLine("The part of speech", term.partOfSpeech());
      Characters.checkLine("The gender", term.gender());
      Characters.checkText("The note on “" + term.text() + "”", term.note());
      limit("note on “" + term.text() + "”", term.note(), LONG_TEXT);
      limit("part of speech", term.partOfSpeech(), 100);
      limit("gender", term.gender(), 100);
    }
  }

  /**
   * Refuses what a file may have, and a person does not mean: a term twice, the key of another.
   *
   * @param keyBefore the key that the concept had; empty for a new one
   */
  void checkWritten(Concept concept, String keyBefore) {
    for (Term term : concept.terms()) {
      long times = concept.terms().stream().filter(term::sameName).count();
      if (times > 1) {
        throw new IllegalArgumentException(
            "The term “%s” is there twice in %s; take one away."
                .formatted(term.text(), term.language()));
      }
    }
    if (!concept.key().isEmpty() && !concept.key().equals(keyBefore)) {
      load("WHERE c.external_key = :key", Map.of("key", concept.key())).stream()
          .filter(other -> other.id() != concept.id())
          .findFirst()
          .ifPresent(
              other -> {
                throw new IllegalArgumentException(
                    "The key “%s” is that of the concept “%s”; write another one, or none."
                        .formatted(concept.key(), other.terms().get(0).text()));
              });
    }
  }

  private static void limit(String what, String text, int most) {
    if (text.length() > most) {
      throw new IllegalArgumentException(
          "The %s has %,d characters; shorten it to %,d.".formatted(what, text.length(), most));
    }
  }

  private static Instant now() {
    // the databases keep microseconds
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static Concept stamped(
      Concept concept, long id, long version, List<Term> terms, Instant at, String who) {
    return new Concept(
        id,
        version,
        concept.key(),
        concept.subjectField(),
        concept.definition(),
        concept.note(),
        concept.source(),
        concept.state(),
        terms,
        at,
        who);
  }

  private static Concept concept(ResultSet row) throws SQLException {
    return new Concept(
        row.getLong("id"),
        row.getLong("version"),
        row.getString("external_key"),
        row.getString("subject_field"),
        row.getString("definition"),
        row.getString("note"),
        row.getString("source"),
        State.valueOf(row.getString("state")),
        List.of(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"));
  }

  private static Term term(ResultSet row) throws SQLException {
    return new Term(
        row.getLong("id"),
        LanguageTag.of(row.getString("language")),
        row.getString("text"),
        Term.Status.valueOf(row.getString("status")),
        Term.Type.valueOf(row.getString("type")),
        row.getString("part_of_speech"),
        row.getString("gender"),
        row.getString("note"),
        row.getBoolean("case_sensitive"),
        row.getBoolean("exact_only"),
        row.getBoolean("untranslated"),
        State.valueOf(row.getString("state")));
  }
}
