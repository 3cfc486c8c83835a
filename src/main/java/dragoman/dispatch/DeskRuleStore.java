package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.storage.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The SQL of the desk's rules and their history, within a caller's transaction. */
final class DeskRuleStore {
  private static final String COLUMNS =
      "language = :language, language_key = :key, kind = :kind, text = :text, before_place ="
          + " :before, after_place = :after, remark = :comment, enabled = :enabled, folded ="
          + " :folded, changed_at = :at, changed_by = :who";

  private final Handle handle;

  DeskRuleStore(Handle handle) {
    this.handle = handle;
  }

  long clock() {
    return handle
        .createQuery("SELECT changes FROM desk_rule_clock WHERE id = 1")
        .mapTo(Long.class)
        .one();
  }

  /** Says that sentences may end elsewhere now; locks out other writers until the end. */
  void tick() {
    handle.execute("UPDATE desk_rule_clock SET changes = changes + 1 WHERE id = 1");
  }

  Optional<DeskRule> find(long id) {
    return handle
        .createQuery("SELECT * FROM desk_rule WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> rule(row, "id"))
        .findOne();
  }

  /** Every rule, in the order in which they are tried. */
  List<DeskRule> all() {
    return handle
        .createQuery("SELECT * FROM desk_rule ORDER BY place, id")
        .map((row, context) -> rule(row, "id"))
        .list();
  }

  /** How many rules a language has of its own. */
  long count(String key) {
    return handle
        .createQuery("SELECT COUNT(*) FROM desk_rule WHERE language_key = :key")
        .bind("key", key)
        .mapTo(Long.class)
        .one();
  }

  Optional<DeskRule> same(DeskRule rule) {
    return handle
        .createQuery(
            "SELECT * FROM desk_rule WHERE language_key = :key AND kind = :kind AND text = :text"
                + " AND before_place = :before AND after_place = :after AND id <> :id"
                + " ORDER BY id LIMIT 1")
        .bind("key", rule.key())
        .bind("kind", rule.kind().name())
        .bind("text", rule.text())
        .bind("before", rule.before())
        .bind("after", rule.after())
        .bind("id", rule.id())
        .map((row, context) -> rule(row, "id"))
        .findOne();
  }

  Page<DeskRule> search(DeskRuleFilter filter, int offset, int limit) {
    Map<String, Object> values = new HashMap<>();
    StringBuilder where = new StringBuilder("WHERE 1 = 1");
    int number = 0;
    for (String word : filter.search().strip().split("\\s+")) {
      if (!word.isEmpty()) {
        String name = "word" + number++;
        where.append(" AND folded LIKE :").append(name).append(" ESCAPE '!'");
        values.put(name, SearchText.like(word));
      }
    }
    filter
        .language()
        .ifPresent(
            language -> {
              where.append(" AND language_key IN (:key, '')");
              values.put("key", language.key());
            });
    filter
        .kind()
        .ifPresent(
            kind -> {
              where.append(" AND kind = :kind");
              values.put("kind", kind.name());
            });
    long total =
        handle
            .createQuery("SELECT COUNT(*) FROM desk_rule " + where)
            .bindMap(values)
            .mapTo(Long.class)
            .one();
    // as they are tried: exceptions before abbreviations, those by their letters
    List<DeskRule> items =
        handle
            .createQuery(
                "SELECT * FROM desk_rule "
                    + where
                    + " ORDER BY CASE WHEN language_key = '' THEN 1 ELSE 0 END, language_key,"
                    + " CASE WHEN kind = 'ABBREVIATION' THEN 1 ELSE 0 END, CASE WHEN kind ="
                    + " 'ABBREVIATION' THEN folded ELSE '' END, place, id"
                    + " LIMIT :limit OFFSET :offset")
            .bindMap(values)
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> rule(row, "id"))
            .list();
    return new Page<>(items, total);
  }

  DeskRule insert(DeskRule draft, Instant now, String who, DeskRuleChange.Action action) {
    long id =
        bound(
                handle.createUpdate(
                    "INSERT INTO desk_rule (version, language, language_key, kind, text,"
                        + " before_place, after_place, remark, enabled, place, folded, changed_at,"
                        + " changed_by) VALUES (1, :language, :key, :kind, :text, :before, :after,"
                        + " :comment, :enabled, (SELECT COALESCE(MAX(p.place), 0) + 1 FROM"
                        + " desk_rule p), :folded, :at, :who)"),
                draft,
                now,
                who)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    DeskRule stored = find(id).orElseThrow();
    record(action, stored, now, who);
    return stored;
  }

  /** Writes a new version over the one that was read; nothing where another stands there. */
  Optional<DeskRule> update(DeskRule changed, Instant now, String who) {
    int rows =
        bound(
                handle.createUpdate(
                    "UPDATE desk_rule SET version = version + 1, "
                        + COLUMNS
                        + " WHERE id = :id AND version = :version"),
                changed,
                now,
                who)
            .bind("id", changed.id())
            .bind("version", changed.version())
            .execute();
    if (rows == 0) {
      return Optional.empty();
    }
    DeskRule stored = find(changed.id()).orElseThrow();
    record(DeskRuleChange.Action.CHANGED, stored, now, who);
    return Optional.of(stored);
  }

  boolean delete(DeskRule rule, long version, Instant now, String who) {
    int rows =
        handle.execute("DELETE FROM desk_rule WHERE id = ? AND version = ?", rule.id(), version);
    if (rows == 1) {
      record(DeskRuleChange.Action.DELETED, rule, now, who);
    }
    return rows == 1;
  }

  /** Puts a rule right before another, or behind all others. */
  void move(long id, Optional<DeskRule> before) {
    List<Long> order =
        handle
            .createQuery("SELECT id FROM desk_rule WHERE id <> :id ORDER BY place, id")
            .bind("id", id)
            .mapTo(Long.class)
            .list();
    List<Long> wanted = new ArrayList<>(order);
    int at = before.map(b -> wanted.indexOf(b.id())).filter(i -> i >= 0).orElse(wanted.size());
    wanted.add(at, id);
    for (int place = 0; place < wanted.size(); place++) {
      handle.execute(
          "UPDATE desk_rule SET place = ? WHERE id = ? AND place <> ?",
          place + 1,
          wanted.get(place),
          place + 1);
    }
  }

  /** Whether a rule came from a file. */
  boolean imported(long id) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM desk_rule_change WHERE rule_id = :id AND action = :action")
            .bind("id", id)
            .bind("action", DeskRuleChange.Action.IMPORTED.name())
            .mapTo(Long.class)
            .one()
        > 0;
  }

  List<DeskRuleChange> history(long id) {
    return handle
        .createQuery("SELECT * FROM desk_rule_change WHERE rule_id = :id ORDER BY id")
        .bind("id", id)
        .map(
            (row, context) ->
                new DeskRuleChange(
                    DeskRuleChange.Action.valueOf(row.getString("action")), rule(row, "rule_id")))
        .list();
  }

  private void record(DeskRuleChange.Action action, DeskRule rule, Instant now, String who) {
    bound(
            handle.createUpdate(
                "INSERT INTO desk_rule_change (rule_id, version, action, language, kind, text,"
                    + " before_place, after_place, remark, enabled, changed_at, changed_by) VALUES"
                    + " (:id, :version, :action, :language, :kind, :text, :before, :after,"
                    + " :comment, :enabled, :at, :who)"),
            rule,
            now,
            who)
        .bind("id", rule.id())
        .bind(
            "version",
            action == DeskRuleChange.Action.DELETED ? rule.version() + 1 : rule.version())
        .bind("action", action.name())
        .execute();
  }

  private static <S extends SqlStatement<S>> S bound(
      S statement, DeskRule rule, Instant now, String who) {
    String searched = String.join(" ", rule.text(), rule.before(), rule.after(), rule.comment());
    return statement
        .bind("language", rule.language().map(LanguageTag::value).orElse(""))
        .bind("key", rule.key())
        .bind("kind", rule.kind().name())
        .bind("text", rule.text())
        .bind("before", rule.before())
        .bind("after", rule.after())
        .bind("comment", rule.comment())
        .bind("enabled", rule.enabled())
        .bind("folded", Intake.shortened(SearchText.folded(searched), 20_000))
        .bind("at", Rows.time(now))
        .bind("who", who);
  }

  private static DeskRule rule(ResultSet row, String id) throws SQLException {
    String language = row.getString("language");
    return new DeskRule(
        row.getLong(id),
        row.getLong("version"),
        language.isEmpty() ? Optional.empty() : Optional.of(LanguageTag.of(language)),
        DeskRule.Kind.valueOf(row.getString("kind")),
        row.getString("text"),
        row.getString("before_place"),
        row.getString("after_place"),
        row.getString("remark"),
        row.getBoolean("enabled"),
        Rows.instant(row, "changed_at"),
        row.getString("changed_by"));
  }
}
