package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The tables of choices where sentences end, and of what they found. */
final class ExampleStore {
  private final Handle handle;

  ExampleStore(Handle handle) {
    this.handle = handle;
  }

  /** A segment in the version that a choice made of it. */
  record Made(long segment, long version) {}

  /** A choice with what is needed to take it back. */
  record Kept(
      SplittingExample example,
      boolean takenBack,
      OptionalLong overrules,
      long found,
      Made first,
      Made second) {}

  /** Which version of a translation a choice found and which it made; 0 for none. */
  record Touched(long segment, LanguageTag language, long found, long made) {}

  /**
   * Keeps a choice; an earlier one that says otherwise of the same place is overruled by it.
   *
   * @param wanted without an id
   * @param found the first segment's version before
   */
  SplittingExample add(
      SplittingExample wanted, long found, Made first, Made second, List<Touched> touched) {
    OptionalLong overruled =
        of(wanted.dispatch()).stream()
            .filter(known -> known.kind() != wanted.kind() && Choices.samePlace(known, wanted))
            .mapToLong(SplittingExample::id)
            .max();
    overruled.ifPresent(id -> takeBack(id, true));
    long id =
        handle
            .createUpdate(
                "INSERT INTO splitting_example (dispatch_id, language, language_key, kind,"
                    + " before_text, gap, after_text, at, who, overrules, first_segment,"
                    + " found, first_version, second_segment, second_version) VALUES (:dispatch,"
                    + " :language, :key, :kind, :before, :gap, :after, :at, :who, :overrules,"
                    + " :first, :found, :firstVersion, :second, :secondVersion)")
            .bind("dispatch", wanted.dispatch())
            .bind("language", wanted.language().value())
            .bind("key", wanted.language().key())
            .bind("kind", wanted.kind().name())
            .bind("before", wanted.before())
            .bind("gap", wanted.gap())
            .bind("after", wanted.after())
            .bind("at", Rows.time(wanted.at()))
            .bind("who", wanted.who())
            .bindByType(
                "overrules",
                overruled.isPresent() ? (Long) overruled.getAsLong() : null,
                Long.class)
            .bind("found", found)
            .bind("first", first.segment())
            .bind("firstVersion", first.version())
            .bind("second", second.segment())
            .bind("secondVersion", second.version())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    for (Touched one : touched) {
      handle
          .createUpdate(
              "INSERT INTO splitting_example_translation (example_id, segment_id, language, found,"
                  + " made) VALUES (:id, :segment, :language, :found, :made)")
          .bind("id", id)
          .bind("segment", one.segment())
          .bind("language", one.language().value())
          .bind("found", one.found())
          .bind("made", one.made())
          .execute();
    }
    return new SplittingExample(
        id,
        wanted.dispatch(),
        wanted.language(),
        wanted.kind(),
        wanted.before(),
        wanted.gap(),
        wanted.after(),
        wanted.at(),
        wanted.who());
  }

  Kept get(long id) {
    return handle
        .createQuery("SELECT * FROM splitting_example WHERE id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Kept(
                    example(row),
                    row.getBoolean("taken_back"),
                    Rows.number(row, "overrules"),
                    row.getLong("found"),
                    new Made(row.getLong("first_segment"), row.getLong("first_version")),
                    new Made(row.getLong("second_segment"), row.getLong("second_version"))))
        .findOne()
        .orElseThrow(
            () -> new NoSuchElementException("There is no join or split " + id + " to undo."));
  }

  List<Touched> touched(long example) {
    return handle
        .createQuery("SELECT * FROM splitting_example_translation WHERE example_id = :id")
        .bind("id", example)
        .map(
            (row, context) ->
                new Touched(
                    row.getLong("segment_id"),
                    LanguageTag.of(row.getString("language")),
                    row.getLong("found"),
                    row.getLong("made")))
        .list();
  }

  void takeBack(long example, boolean back) {
    handle
        .createUpdate("UPDATE splitting_example SET taken_back = :back WHERE id = :id")
        .bind("back", back)
        .bind("id", example)
        .execute();
  }

  /**
   * A segment is again what it was in a version: choices that made that one can be undone in turn.
   */
  void follow(long segment, long version, long now) {
    for (String part : List.of("first", "second")) {
      handle
          .createUpdate(
              "UPDATE splitting_example SET <part>_version = :now WHERE <part>_segment = :segment"
                  + " AND <part>_version = :version")
          .define("part", part)
          .bind("segment", segment)
          .bind("version", version)
          .bind("now", now)
          .execute();
    }
  }

  /** A translation is again what it was in a version: whoever made or found that one has this. */
  void follow(Touched touched, long now) {
    if (touched.found() == 0) {
      return;
    }
    for (String column : List.of("made", "found")) {
      handle
          .createUpdate(
              "UPDATE splitting_example_translation SET <column> = :now"
                  + " WHERE segment_id = :segment AND language = :language AND <column> = :found")
          .define("column", column)
          .bind("segment", touched.segment())
          .bind("language", touched.language().value())
          .bind("found", touched.found())
          .bind("now", now)
          .execute();
    }
  }

  /** None of a dispatch's choices can be undone any more: its document is another. */
  void close(long dispatch) {
    handle
        .createUpdate("UPDATE splitting_example SET first_version = 0 WHERE dispatch_id = :id")
        .bind("id", dispatch)
        .execute();
  }

  /** A dispatch's choices that hold, in the order in which they were made. */
  List<SplittingExample> of(long dispatch) {
    return handle
        .createQuery(
            "SELECT * FROM splitting_example WHERE dispatch_id = :dispatch AND NOT taken_back"
                + " ORDER BY id")
        .bind("dispatch", dispatch)
        .map((row, context) -> example(row))
        .list();
  }

  /** All choices that hold in a language, in the order in which they were made. */
  List<SplittingExample> in(LanguageTag language) {
    return handle
        .createQuery(
            "SELECT * FROM splitting_example WHERE language_key = :key AND NOT taken_back"
                + " ORDER BY id")
        .bind("key", language.key())
        .map((row, context) -> example(row))
        .list();
  }

  private static SplittingExample example(ResultSet row) throws SQLException {
    return new SplittingExample(
        row.getLong("id"),
        row.getLong("dispatch_id"),
        LanguageTag.of(row.getString("language")),
        SplittingExample.Kind.valueOf(row.getString("kind")),
        row.getString("before_text"),
        row.getString("gap"),
        row.getString("after_text"),
        Rows.instant(row, "at"),
        row.getString("who"));
  }
}
