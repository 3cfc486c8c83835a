package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.storage.StaleVersionException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The tables of alignments and their texts. */
final class AlignmentStore {
  private final Handle handle;

  AlignmentStore(Handle handle) {
    this.handle = handle;
  }

  /** Makes an alignment without links. */
  long add(String name, List<AlignmentReading.Paper> papers, Instant now, String who) {
    long id =
        handle
            .createUpdate(
                "INSERT INTO alignment (name, search, version, next_id, links, linked, accepted,"
                    + " accepted_linked, doubtful, open_links, created_at, created_by, changed_at, changed_by)"
                    + " VALUES (:name, :search, 1, 1, 0, 0, 0, 0, 0, 0, :now, :who, :now, :who)")
            .bind("name", name)
            .bind("search", search(name, papers.stream().map(paper -> paper.name()).toList()))
            .bind("now", Rows.time(now))
            .bind("who", who)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    for (int side = 0; side < papers.size(); side++) {
      AlignmentReading.Paper paper = papers.get(side);
      handle
          .createUpdate(
              "INSERT INTO alignment_text (alignment_id, side, language, name, format, segments)"
                  + " VALUES (:id, :side, :language, :name, :format, 0)")
          .bind("id", id)
          .bind("side", side)
          .bind("language", paper.language().value())
          .bind("name", paper.name())
          .bind("format", paper.format().name())
          .execute();
      paragraphs(id, side, paper.paragraphs());
    }
    return id;
  }

  private void paragraphs(long id, int side, List<String> paragraphs) {
    if (paragraphs.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO alignment_paragraph (alignment_id, side, number, plain)"
                + " VALUES (:id, :side, :number, :plain)");
    for (int k = 0; k < paragraphs.size(); k++) {
      batch
          .bind("id", id)
          .bind("side", side)
          .bind("number", k + 1)
          .bind("plain", paragraphs.get(k))
          .add();
    }
    batch.execute();
  }

  List<String> paragraphs(long id, int side) {
    return handle
        .createQuery(
            "SELECT plain FROM alignment_paragraph WHERE alignment_id = :id AND side = :side"
                + " ORDER BY number")
        .bind("id", id)
        .bind("side", side)
        .mapTo(String.class)
        .list();
  }

  private static String search(String name, List<String> files) {
    return Intake.shortened(SearchText.folded(name + " " + String.join(" ", files)), 4000);
  }

  StoredAlignment get(long id) {
    List<StoredAlignment> found =
        withTexts(
            handle
                .createQuery("SELECT * FROM alignment WHERE id = :id AND NOT deleted")
                .bind("id", id)
                .map((row, context) -> alignment(row))
                .list());
    if (found.isEmpty()) {
      throw new NoSuchElementException("There is no alignment " + id + "; it may be deleted.");
    }
    return found.get(0);
  }

  List<StoredAlignment> list(String search, int offset, int limit) {
    return withTexts(
        words(
                search,
                "SELECT * FROM alignment",
                " ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset")
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> alignment(row))
            .list());
  }

  /** Whether somebody has made an alignment of this name, deleted or not. */
  boolean known(String name, String who) {
    return handle
            .createQuery("SELECT COUNT(*) FROM alignment WHERE name = :name AND created_by = :who")
            .bind("name", name)
            .bind("who", who)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  long count(String search) {
    return words(search, "SELECT COUNT(*) FROM alignment", "").mapTo(Long.class).one();
  }

  private Query words(String search, String select, String end) {
    StringBuilder sql = new StringBuilder(select).append(" WHERE NOT deleted");
    Map<String, Object> values = new HashMap<>();
    for (String word : search.strip().split("\\s+")) {
      if (!word.isEmpty()) {
        String name = "word" + values.size();
        sql.append(" AND search LIKE :").append(name).append(" ESCAPE '!'");
        values.put(name, SearchText.like(word));
      }
    }
    return handle.createQuery(sql.append(end).toString()).bindMap(values);
  }

  /**
   * Nobody else changes the alignment before the transaction ends.
   *
   * @throws StaleVersionException if it is no longer in this version
   */
  StoredAlignment held(long id, long version) {
    handle
        .createQuery("SELECT version FROM alignment WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne();
    StoredAlignment now = get(id);
    if (now.version() != version) {
      throw new StaleVersionException("the alignment “" + now.name() + "”");
    }
    return now;
  }

  /** So many ids for links and segments, the first of them. */
  long ids(long id, int count) {
    long next =
        handle
            .createQuery("SELECT next_id FROM alignment WHERE id = :id")
            .bind("id", id)
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate("UPDATE alignment SET next_id = :next WHERE id = :id")
        .bind("next", next + count)
        .bind("id", id)
        .execute();
    return next;
  }

  /** Writes how many links there are, which is no change by itself. */
  void counted(long id, StoredAlignment.Counts counts) {
    handle
        .createUpdate(
            "UPDATE alignment SET links = :links, linked = :linked, accepted = :accepted,"
                + " accepted_linked = :acceptedLinked, doubtful = :doubtful, open_links = :open WHERE id = :id")
        .bind("links", counts.links())
        .bind("linked", counts.linked())
        .bind("accepted", counts.accepted())
        .bind("acceptedLinked", counts.acceptedLinked())
        .bind("doubtful", counts.doubtful())
        .bind("open", counts.open())
        .bind("id", id)
        .execute();
  }

  /** A change to the links or the sentences. */
  void changed(long id, StoredAlignment.Counts counts, Instant now, String who) {
    counted(id, counts);
    handle
        .createUpdate(
            "UPDATE alignment SET version = version + 1, changed_at = :now, changed_by = :who"
                + " WHERE id = :id")
        .bind("now", Rows.time(now))
        .bind("who", who)
        .bind("id", id)
        .execute();
  }

  void rename(StoredAlignment alignment, String name, Instant now, String who) {
    handle
        .createUpdate(
            "UPDATE alignment SET name = :name, search = :search, version = version + 1,"
                + " changed_at = :now, changed_by = :who WHERE id = :id")
        .bind("name", name)
        .bind("search", search(name, alignment.texts().stream().map(t -> t.name()).toList()))
        .bind("now", Rows.time(now))
        .bind("who", who)
        .bind("id", alignment.id())
        .execute();
  }

  void saved(long id, StoredAlignment.Saved saved) {
    handle
        .createUpdate(
            "UPDATE alignment SET saved_memory = :memory, saved_at = :at, saved_by = :by,"
                + " saved_version = :version WHERE id = :id")
        .bind("memory", saved.memory())
        .bind("at", Rows.time(saved.at()))
        .bind("by", saved.by())
        .bind("version", saved.version())
        .bind("id", id)
        .execute();
  }

  void language(long id, int side, LanguageTag language) {
    handle
        .createUpdate(
            "UPDATE alignment_text SET language = :language WHERE alignment_id = :id AND side ="
                + " :side")
        .bind("language", language.value())
        .bind("id", id)
        .bind("side", side)
        .execute();
  }

  /** How many sentences a text has more than before. */
  void grown(long id, int side, int rise) {
    handle
        .createUpdate(
            "UPDATE alignment_text SET segments = segments + :rise WHERE alignment_id = :id AND"
                + " side = :side")
        .bind("rise", rise)
        .bind("id", id)
        .bind("side", side)
        .execute();
  }

  /** Takes the sentences, the links and the steps away. */
  void empty(long id) {
    for (String table : List.of("alignment_step", "alignment_link", "alignment_segment")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE alignment_id = :id")
          .bind("id", id)
          .execute();
    }
    handle
        .createUpdate("UPDATE alignment_text SET segments = 0 WHERE alignment_id = :id")
        .bind("id", id)
        .execute();
  }

  /**
   * Takes an alignment out of sight, or brings it back.
   *
   * @throws StaleVersionException if it is not in this version, or not so as to be changed
   */
  void delete(long id, long version, boolean deleted, Instant now, String who) {
    int rows =
        handle
            .createUpdate(
                "UPDATE alignment SET deleted = :deleted, version = version + 1, changed_at = :now,"
                    + " changed_by = :who WHERE id = :id AND version = :version AND deleted <>"
                    + " :deleted")
            .bind("id", id)
            .bind("version", version)
            .bind("deleted", deleted)
            .bind("now", Rows.time(now))
            .bind("who", who)
            .execute();
    if (rows == 0) {
      throw new StaleVersionException("the alignment “" + get(id).name() + "”");
    }
  }

  private record Sided(long alignment, AlignedText text) {}

  private record Done(long alignment, StoredAlignment.Step step) {}

  private List<StoredAlignment> withTexts(List<StoredAlignment> alignments) {
    if (alignments.isEmpty()) {
      return List.of();
    }
    List<Long> ids = alignments.stream().map(StoredAlignment::id).toList();
    Map<Long, List<AlignedText>> texts = new HashMap<>();
    handle
        .createQuery("SELECT * FROM alignment_text WHERE alignment_id IN (<ids>) ORDER BY side")
        .bindList("ids", ids)
        .map((row, context) -> new Sided(row.getLong("alignment_id"), text(row)))
        .forEach(
            one -> texts.computeIfAbsent(one.alignment(), k -> new ArrayList<>()).add(one.text()));
    Map<Long, StoredAlignment.Step> steps = new HashMap<>();
    handle
        .createQuery(
            "SELECT alignment_id, what FROM alignment_step WHERE alignment_id IN (<ids>)"
                + " ORDER BY version")
        .bindList("ids", ids)
        .map(
            (row, context) ->
                new Done(
                    row.getLong("alignment_id"),
                    StoredAlignment.Step.valueOf(row.getString("what"))))
        .forEach(one -> steps.put(one.alignment(), one.step()));
    return alignments.stream()
        .map(
            one ->
                new StoredAlignment(
                    one.id(),
                    one.version(),
                    one.name(),
                    texts.get(one.id()),
                    one.counts(),
                    Optional.ofNullable(steps.get(one.id())),
                    one.saved(),
                    one.createdAt(),
                    one.createdBy(),
                    one.changedAt(),
                    one.changedBy()))
        .toList();
  }

  private static AlignedText text(ResultSet row) throws SQLException {
    return new AlignedText(
        LanguageTag.of(row.getString("language")),
        row.getString("name"),
        Format.valueOf(row.getString("format")),
        row.getInt("segments"));
  }

  private static StoredAlignment alignment(ResultSet row) throws SQLException {
    OffsetDateTime savedAt = row.getObject("saved_at", OffsetDateTime.class);
    return new StoredAlignment(
        row.getLong("id"),
        row.getLong("version"),
        row.getString("name"),
        List.of(),
        new StoredAlignment.Counts(
            row.getInt("links"),
            row.getInt("linked"),
            row.getInt("accepted"),
            row.getInt("accepted_linked"),
            row.getInt("doubtful"),
            row.getInt("open_links")),
        Optional.empty(),
        savedAt == null
            ? Optional.empty()
            : Optional.of(
                new StoredAlignment.Saved(
                    row.getLong("saved_memory"),
                    savedAt.toInstant(),
                    row.getString("saved_by"),
                    row.getLong("saved_version"))),
        Rows.instant(row, "created_at"),
        row.getString("created_by"),
        Rows.instant(row, "changed_at"),
        row.getString("changed_by"));
  }
}
