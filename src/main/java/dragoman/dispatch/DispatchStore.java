package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tables of dispatches and their languages. */
final class DispatchStore {
  private static final String CONFIRMED = "('TRANSLATED', 'REVIEWED', 'FINAL')";

  private final Handle handle;

  DispatchStore(Handle handle) {
    this.handle = handle;
  }

  /** Adds a dispatch and gives its id; the one handed in has none yet. */
  long add(Dispatch dispatch, String encoding, String digest, int segments, int words) {
    long id =
        bound(
                handle.createUpdate(
                    "INSERT INTO dispatch (system, guid, slug, title, agency, by_line, dated,"
                        + " embargo, source, source_key, format, file_name, encoding, digest, state,"
                        + " status, segments, words, search, version, created_at, created_by,"
                        + " changed_at, changed_by) VALUES (:system, :guid, :slug, :title,"
                        + " :agency, :byLine, :dated, :embargo, :source, :sourceKey, :format,"
                        + " :fileName, :encoding, :digest, :state, :status, :segments, :words, :search, 1,"
                        + " :now, :who, :now, :who)"),
                dispatch,
                dispatch.createdAt(),
                dispatch.createdBy())
            .bind("encoding", encoding)
            .bind("digest", digest)
            .bind("segments", segments)
            .bind("words", words)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    targets(id, dispatch.targets().stream().map(Target::language).toList());
    return id;
  }

  /** Writes the fields that people change. */
  void update(Dispatch changed, Instant now, String who) {
    int rows =
        bound(
                handle.createUpdate(
                    "UPDATE dispatch SET slug = :slug, title = :title, agency = :agency,"
                        + " by_line = :byLine, dated = :dated, embargo = :embargo, state = :state,"
                        + " status = :status, search = :search, version = version + 1,"
                        + " changed_at = :now, changed_by = :who"
                        + " WHERE id = :id AND version = :version AND NOT deleted"),
                changed,
                now,
                who)
            .bind("id", changed.id())
            .bind("version", changed.version())
            .execute();
    expectOne(rows, changed.id());
    handle
        .createUpdate("DELETE FROM dispatch_target WHERE dispatch_id = :id")
        .bind("id", changed.id())
        .execute();
    targets(changed.id(), changed.targets().stream().map(Target::language).toList());
  }

  /** Writes what a newer document makes of a dispatch. */
  void bringIn(Dispatch dispatch, Preview seen, Upload upload, Arrangement.Step step) {
    Dispatch changed = dispatch.withFile(seen.format(), Intake.shortened(upload.fileName(), 500));
    bound(
            handle.createUpdate(
                "UPDATE dispatch SET title = :title, format = :format, file_name = :fileName,"
                    + " encoding = :encoding, digest = :digest, state = :state, search = :search,"
                    + " version = version + 1, changed_at = :now, changed_by = :who"
                    + " WHERE id = :id"),
            changed,
            step.at(),
            step.who())
        .bind("id", changed.id())
        .bind("encoding", seen.encoding())
        .bind("digest", Originals.digest(upload.content()))
        .execute();
  }

  void delete(long id, long version, boolean deleted, Instant now, String who) {
    int rows =
        handle
            .createUpdate(
                "UPDATE dispatch SET deleted = :deleted, version = version + 1, changed_at = :now,"
                    + " changed_by = :who WHERE id = :id AND version = :version")
            .bind("deleted", deleted)
            .bind("now", Rows.time(now))
            .bind("who", who)
            .bind("id", id)
            .bind("version", version)
            .execute();
    expectOne(rows, id);
  }

  private void expectOne(int rows, long id) {
    if (rows == 0) {
      throw new StaleVersionException("the dispatch “" + get(id).slug() + "”");
    }
  }

  Dispatch get(long id) {
    return withTargets(List.of(row(id))).get(0);
  }

  /** A dispatch without its progress, which takes counting. */
  Dispatch uncounted(long id) {
    List<Target> targets =
        handle
            .createQuery(
                "SELECT language FROM dispatch_target WHERE dispatch_id = :id ORDER BY place")
            .bind("id", id)
            .map(
                (row, context) -> new Target(LanguageTag.of(row.getString("language")), 0, 0, 0, 0))
            .list();
    return row(id).withTargets(targets);
  }

  private Dispatch row(long id) {
    return handle
        .createQuery("SELECT * FROM dispatch WHERE id = :id AND NOT deleted")
        .bind("id", id)
        .map((row, context) -> dispatch(row))
        .findOne()
        .orElseThrow(() -> new NoSuchElementException("There is no dispatch " + id + "."));
  }

  Optional<Long> known(Identity identity) {
    return handle
        .createQuery(
            "SELECT id FROM dispatch WHERE guid = :guid AND system = :system AND NOT deleted"
                + " ORDER BY id LIMIT 1")
        .bind("guid", identity.guid())
        .bind("system", identity.system())
        .mapTo(Long.class)
        .findOne();
  }

  /** The dispatch whose document is this one, the newest of them. */
  Optional<Dispatch> same(String digest) {
    return handle
        .createQuery(
            "SELECT id FROM dispatch WHERE digest = :digest AND NOT deleted"
                + " ORDER BY id DESC LIMIT 1")
        .bind("digest", digest)
        .mapTo(Long.class)
        .findOne()
        .map(this::uncounted);
  }

  /** How many segments a dispatch has. */
  long segments(long id) {
    return handle
        .createQuery("SELECT segments FROM dispatch WHERE id = :id")
        .bind("id", id)
        .mapTo(Long.class)
        .one();
  }

  String encoding(long id) {
    return handle
        .createQuery("SELECT encoding FROM dispatch WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  /** SHA-256 of the document. */
  String digest(long id) {
    return handle
        .createQuery("SELECT digest FROM dispatch WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  Page<Dispatch> list(DispatchFilter filter) {
    Map<String, Object> values = new HashMap<>();
    String where = where(filter, values);
    long total =
        handle
            .createQuery("SELECT COUNT(*) FROM dispatch d " + where)
            .bindMap(values)
            .mapTo(Long.class)
            .one();
    List<Dispatch> items =
        handle
            .createQuery(
                "SELECT d.* FROM dispatch d "
                    + where
                    + " ORDER BY d.created_at DESC, d.id DESC LIMIT :limit OFFSET :offset")
            .bindMap(values)
            .bind("limit", filter.limit())
            .bind("offset", filter.offset())
            .map((row, context) -> dispatch(row))
            .list();
    return new Page<>(withTargets(items), total);
  }

  private static String where(DispatchFilter filter, Map<String, Object> values) {
    StringBuilder where = new StringBuilder("WHERE NOT d.deleted");
    int number = 0;
    for (String word : filter.search().strip().split("\\s+")) {
      if (!word.isEmpty()) {
        String name = "word" + number++;
        where.append(" AND d.search LIKE :").append(name).append(" ESCAPE '!'");
        values.put(name, SearchText.like(word));
      }
    }
    filter
        .state()
        .ifPresent(
            state -> {
              where.append(" AND d.state = :state");
              values.put("state", state.name());
            });
    filter
        .language()
        .ifPresent(
            language -> {
              where.append(
                  " AND (d.source_key = :language OR EXISTS (SELECT 1 FROM dispatch_target t"
                      + " WHERE t.dispatch_id = d.id AND t.language_key = :language))");
              values.put("language", language.key());
            });
    filter.progress().ifPresent(progress -> where.append(progress(progress, filter)));
    return where.toString();
  }

  private static String progress(DispatchFilter.Progress progress, DispatchFilter filter) {
    String wanted = filter.language().isPresent() ? " AND w.language_key = :language" : "";
    String done =
        "(SELECT COUNT(*) FROM translation t JOIN dispatch_target w ON w.dispatch_id ="
            + " t.dispatch_id AND w.language = t.language WHERE t.dispatch_id = d.id AND t.state"
            + " IN "
            + CONFIRMED
            + wanted
            + ")";
    String all =
        "(d.segments * (SELECT COUNT(*) FROM dispatch_target w WHERE w.dispatch_id = d.id"
            + wanted
            + "))";
    return switch (progress) {
      case UNTOUCHED -> " AND " + done + " = 0";
      case BEGUN -> " AND " + done + " > 0 AND " + done + " < " + all;
      case COMPLETE -> " AND " + done + " > 0 AND " + done + " = " + all;
    };
  }

  private void targets(long id, List<LanguageTag> languages) {
    for (int place = 0; place < languages.size(); place++) {
      handle
          .createUpdate(
              "INSERT INTO dispatch_target (dispatch_id, language, language_key, place)"
                  + " VALUES (:id, :language, :key, :place)")
          .bind("id", id)
          .bind("language", languages.get(place).value())
          .bind("key", languages.get(place).key())
          .bind("place", place)
          .execute();
    }
  }

  private record Counted(long dispatch, Target target) {}

  private List<Dispatch> withTargets(List<Dispatch> dispatches) {
    if (dispatches.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Target>> targets = new HashMap<>();
    handle
        .createQuery(
            "SELECT w.dispatch_id, w.language, d.segments, d.words, COUNT(s.id) AS confirmed,"
                + " COALESCE(SUM(s.words), 0) AS done FROM dispatch_target w JOIN dispatch d ON"
                + " d.id = w.dispatch_id LEFT JOIN translation t ON t.dispatch_id = w.dispatch_id"
                + " AND t.language = w.language AND t.state IN "
                + CONFIRMED
                + " LEFT JOIN segment s ON s.id = t.segment_id WHERE w.dispatch_id IN (<ids>)"
                + " GROUP BY w.dispatch_id, w.language, w.place, d.segments, d.words"
                + " ORDER BY w.dispatch_id, w.place")
        .bindList("ids", dispatches.stream().map(Dispatch::id).toList())
        .map(
            (row, context) ->
                new Counted(
                    row.getLong("dispatch_id"),
                    new Target(
                        LanguageTag.of(row.getString("language")),
                        row.getInt("segments"),
                        row.getInt("confirmed"),
                        row.getInt("words"),
                        row.getInt("words") - row.getInt("done"))))
        .forEach(
            counted ->
                targets
                    .computeIfAbsent(counted.dispatch(), id -> new ArrayList<>())
                    .add(counted.target()));
    return dispatches.stream()
        .map(d -> d.withTargets(targets.getOrDefault(d.id(), List.of())))
        .toList();
  }

  private static <S extends SqlStatement<S>> S bound(
      S statement, Dispatch dispatch, Instant now, String who) {
    String search =
        String.join(
            " ",
            dispatch.slug(),
            dispatch.title(),
            dispatch.agency(),
            dispatch.byLine(),
            dispatch.fileName());
    return statement
        .bind("system", dispatch.identity().system())
        .bind("guid", dispatch.identity().guid())
        .bind("slug", dispatch.slug())
        .bind("title", dispatch.title())
        .bind("agency", dispatch.agency())
        .bind("byLine", dispatch.byLine())
        .bindByType("dated", dispatch.dated().orElse(null), LocalDate.class)
        .bindByType(
            "embargo", dispatch.embargo().map(Rows::time).orElse(null), OffsetDateTime.class)
        .bind("source", dispatch.source().value())
        .bind("sourceKey", dispatch.source().key())
        .bind("format", dispatch.format().name())
        .bind("fileName", dispatch.fileName())
        .bind("state", dispatch.state().name())
        .bind("status", dispatch.status().name())
        .bind("search", Intake.shortened(SearchText.folded(search), 4000))
        .bind("now", Rows.time(now))
        .bind("who", who);
  }

  private static Dispatch dispatch(ResultSet row) throws SQLException {
    OffsetDateTime embargo = row.getObject("embargo", OffsetDateTime.class);
    return new Dispatch(
        row.getLong("id"),
        new Identity(row.getString("system"), row.getString("guid")),
        row.getString("slug"),
        row.getString("title"),
        row.getString("agency"),
        row.getString("by_line"),
        Optional.ofNullable(row.getObject("dated", LocalDate.class)),
        Optional.ofNullable(embargo).map(OffsetDateTime::toInstant),
        LanguageTag.of(row.getString("source")),
        List.of(),
        Format.valueOf(row.getString("format")),
        row.getString("file_name"),
        Dispatch.State.valueOf(row.getString("state")),
        Dispatch.Status.valueOf(row.getString("status")),
        row.getLong("version"),
        Rows.instant(row, "created_at"),
        row.getString("created_by"));
  }
}
