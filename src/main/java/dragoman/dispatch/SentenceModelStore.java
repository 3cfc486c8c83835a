package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.segmentation.Example;
import dragoman.segmentation.Sentence;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The SQL of models and of what they are trained from, within a caller's transaction. */
final class SentenceModelStore {
  private static final int CHUNK = 1 << 19;

  /** The newest texts teach; more of them would only take longer. */
  private static final int MOST_SENTENCES = 40_000;

  private static final int MOST_CORRECTIONS = 10_000;
  private static final int KEPT = 3;

  private static final String CONFIRMED =
      "EXISTS (SELECT 1 FROM translation t WHERE t.segment_id = s.id AND t.state IN ('TRANSLATED',"
          + " 'REVIEWED', 'FINAL'))";

  private final Handle handle;

  SentenceModelStore(Handle handle) {
    this.handle = handle;
  }

  /** Languages with confirmed sentences or corrections, by their keys. */
  Map<String, LanguageTag> languages() {
    Map<String, LanguageTag> languages = new TreeMap<>();
    handle
        .createQuery(
            "SELECT DISTINCT source AS language FROM dispatch WHERE NOT deleted"
                + " UNION SELECT DISTINCT language FROM splitting_example")
        .map((row, context) -> LanguageTag.of(row.getString("language")))
        .forEach(
            language ->
                languages.merge(
                    language.key(),
                    language,
                    (a, b) -> a.value().length() <= b.value().length() ? a : b));
    return languages;
  }

  long sentences(String key) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM segment s JOIN dispatch d ON d.id = s.dispatch_id WHERE"
                + " d.source_key = :key AND NOT d.deleted AND s.number IS NOT NULL AND s.kind ="
                + " 'TEXT' AND "
                + CONFIRMED)
        .bind("key", key)
        .mapTo(Long.class)
        .one();
  }

  long corrections(String key) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM splitting_example WHERE language_key = :key AND NOT taken_back")
        .bind("key", key)
        .mapTo(Long.class)
        .one();
  }

  /** Joins and splits, the newest first. */
  List<Example> kept(String key) {
    return handle
        .createQuery(
            "SELECT * FROM splitting_example WHERE language_key = :key AND NOT taken_back"
                + " ORDER BY id DESC LIMIT :limit")
        .bind("key", key)
        .bind("limit", MOST_CORRECTIONS)
        .map(
            (row, context) -> {
              String before = row.getString("before_text");
              String text = before + row.getString("gap") + row.getString("after_text");
              int behind = before.length() + row.getString("gap").length();
              return new Example(
                  text,
                  row.getString("kind").equals("JOIN")
                      ? List.of(new Sentence(0, text.length()))
                      : List.of(
                          new Sentence(0, before.length()), new Sentence(behind, text.length())),
                  "dispatch " + row.getLong("dispatch_id"));
            })
        .list();
  }

  private record Piece(long dispatch, int paragraph, int number, int start, int end, String text) {}

  /** Confirmed sentences that stand next to each other, of the newest dispatches first. */
  List<Example> confirmed(String key) {
    List<Example> examples = new ArrayList<>();
    List<Piece> run = new ArrayList<>();
    handle
        .createQuery(
            "SELECT s.dispatch_id, s.paragraph, s.number, s.start_at, s.end_at, s.plain FROM"
                + " segment s JOIN dispatch d ON d.id = s.dispatch_id WHERE d.source_key = :key AND"
                + " NOT d.deleted AND s.number IS NOT NULL AND s.kind = 'TEXT' AND "
                + CONFIRMED
                + " ORDER BY s.dispatch_id DESC, s.number LIMIT :limit")
        .bind("key", key)
        .bind("limit", MOST_SENTENCES)
        .map(
            (row, context) ->
                new Piece(
                    row.getLong("dispatch_id"),
                    row.getInt("paragraph"),
                    row.getInt("number"),
                    row.getInt("start_at"),
                    row.getInt("end_at"),
                    row.getString("plain")))
        .forEach(
            piece -> {
              if (!run.isEmpty() && !follows(run.get(run.size() - 1), piece)) {
                examples.add(example(run));
                run.clear();
              }
              run.add(piece);
            });
    if (!run.isEmpty()) {
      examples.add(example(run));
    }
    return examples;
  }

  private static boolean follows(Piece piece, Piece next) {
    return next.dispatch() == piece.dispatch()
        && next.paragraph() == piece.paragraph()
        && next.number() == piece.number() + 1;
  }

  private static Example example(List<Piece> run) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    int end = 0;
    for (Piece piece : run) {
      if (!sentences.isEmpty()) {
        text.append(" ".repeat(Math.max(0, Math.min(4, piece.start() - end))));
      }
      sentences.add(new Sentence(text.length(), text.length() + piece.text().length()));
      text.append(piece.text());
      end = piece.end();
    }
    return new Example(text.toString(), sentences, "dispatch " + run.get(0).dispatch());
  }

  Optional<SentenceModel> find(long id) {
    return handle
        .createQuery("SELECT * FROM sentence_model WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> model(row))
        .findOne();
  }

  Optional<SentenceModel> newest(String key) {
    return handle
        .createQuery(
            "SELECT * FROM sentence_model WHERE language_key = :key ORDER BY id DESC LIMIT 1")
        .bind("key", key)
        .map((row, context) -> model(row))
        .findOne();
  }

  List<SentenceModel> enabled() {
    return handle
        .createQuery("SELECT * FROM sentence_model WHERE enabled ORDER BY id")
        .map((row, context) -> model(row))
        .list();
  }

  byte[] content(long id) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    handle
        .createQuery(
            "SELECT content FROM sentence_model_content WHERE model_id = :id ORDER BY chunk")
        .bind("id", id)
        .mapTo(byte[].class)
        .forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** Keeps what came of a training, and lets go of what is old and not in use. */
  void add(SentenceModel model, byte[] content) {
    long id =
        handle
            .createUpdate(
                "INSERT INTO sentence_model (version, language, language_key, outcome, examples,"
                    + " corrections, places, rules_f1, opinion_f1, alone_f1, certainty, enabled,"
                    + " trained_at, changed_at, changed_by) VALUES (1, :language, :key, :outcome,"
                    + " :examples, :corrections, :places, :rules, :opinion, :alone, :certainty,"
                    + " FALSE, :at, :at, '')")
            .bind("language", model.language().value())
            .bind("key", model.language().key())
            .bind("outcome", model.outcome().name())
            .bind("examples", model.examples())
            .bind("corrections", model.corrections())
            .bind("places", model.places())
            .bind("rules", model.rules())
            .bind("opinion", model.secondOpinion())
            .bind("alone", model.alone())
            .bind("certainty", model.certainty())
            .bind("at", Rows.time(model.trainedAt()))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    for (int chunk = 0; chunk * CHUNK < content.length; chunk++) {
      int from = chunk * CHUNK;
      handle.execute(
          "INSERT INTO sentence_model_content (model_id, chunk, content) VALUES (?, ?, ?)",
          id,
          chunk,
          Arrays.copyOfRange(content, from, Math.min(content.length, from + CHUNK)));
    }
    List<Long> old =
        handle
            .createQuery(
                "SELECT id FROM sentence_model WHERE language_key = :key AND NOT enabled"
                    + " ORDER BY id DESC")
            .bind("key", model.language().key())
            .mapTo(Long.class)
            .list();
    for (long gone : old.subList(Math.min(KEPT, old.size()), old.size())) {
      handle.execute("DELETE FROM sentence_model WHERE id = ?", gone);
    }
  }

  /** Switches a model on or off; nothing where another version stands there. */
  Optional<SentenceModel> enable(
      SentenceModel model, long version, boolean enabled, Instant now, String who) {
    if (enabled) {
      handle.execute(
          "UPDATE sentence_model SET enabled = FALSE, version = version + 1, changed_at = ?,"
              + " changed_by = ? WHERE language_key = ? AND enabled AND id <> ?",
          Rows.time(now),
          who,
          model.language().key(),
          model.id());
    }
    int rows =
        handle.execute(
            "UPDATE sentence_model SET enabled = ?, version = version + 1, changed_at = ?,"
                + " changed_by = ? WHERE id = ? AND version = ?",
            enabled,
            Rows.time(now),
            who,
            model.id(),
            version);
    return rows == 0 ? Optional.empty() : find(model.id());
  }

  private static SentenceModel model(ResultSet row) throws SQLException {
    return new SentenceModel(
        row.getLong("id"),
        row.getLong("version"),
        LanguageTag.of(row.getString("language")),
        SentenceModel.Outcome.valueOf(row.getString("outcome")),
        row.getInt("examples"),
        row.getInt("corrections"),
        row.getInt("places"),
        row.getDouble("rules_f1"),
        row.getDouble("opinion_f1"),
        row.getDouble("alone_f1"),
        row.getDouble("certainty"),
        row.getBoolean("enabled"),
        Rows.instant(row, "trained_at"),
        Rows.instant(row, "changed_at"),
        row.getString("changed_by"));
  }
}
