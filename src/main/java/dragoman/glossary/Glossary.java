package dragoman.glossary;

import dragoman.storage.Characters;
import dragoman.storage.Database;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The desk's concepts, kept in the database with everything that was ever done to them. Safe for
 * many threads, and for several processes on one database.
 */
public final class Glossary {
  private static final int CHUNK = 500;
  private static final int LONGEST_REASON = 2000;

  private final Jdbi jdbi;
  private final AtomicReference<Snapshot> snapshot = new AtomicReference<>();

  private Glossary(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The glossary of a database. */
  public static Glossary open(Database database) {
    return new Glossary(database.jdbi());
  }

  /** The term base as it is now: never one from before a change that has been acknowledged. */
  public TermBase current() {
    Snapshot known = snapshot.get();
    long now = jdbi.withHandle(h -> new ConceptStore(h).clock());
    if (known != null && known.changes() == now) {
      return known.terms();
    }
    Snapshot fresh =
        jdbi.inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ,
            h -> {
              ConceptStore store = new ConceptStore(h);
              // read first: what changes meanwhile makes the next call load again
              long changes = store.clock();
              return new Snapshot(changes, TermBase.of(store.load("", Map.of())));
            });
    snapshot.accumulateAndGet(
        fresh, (old, other) -> old != null && old.changes() > other.changes() ? old : other);
    return fresh.terms();
  }

  /** How many changes the glossary has had: names the state that a translation was made under. */
  public long changes() {
    return jdbi.withHandle(h -> new ConceptStore(h).clock());
  }

  /**
   * Finds concepts, in the alphabetical order of their first terms.
   *
   * @param offset how many to pass over, 0 or more
   * @param limit how many to give, 1 to 1,000
   */
  public Page<Concept> search(ConceptFilter filter, int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > 1000) {
      throw new IllegalArgumentException(
          "A page begins at 0 or later and has 1 to 1,000 concepts; ask for less.");
    }
    Map<String, Object> values = new HashMap<>();
    String where = where(filter, values);
    return jdbi.inTransaction(
        h -> {
          long total =
              h.createQuery("SELECT COUNT(*) FROM concept c " + where)
                  .bindMap(values)
                  .mapTo(Long.class)
                  .one();
          List<Long> ids =
              h.createQuery(
                      "SELECT c.id, (SELECT MIN(t.folded) FROM term t WHERE t.concept_id = c.id AND"
                          + " t.place = 0) AS name FROM concept c "
                          + where
                          + " ORDER BY name, c.id LIMIT :limit OFFSET :offset")
                  .bindMap(values)
                  .bind("limit", limit)
                  .bind("offset", offset)
                  .map((row, context) -> row.getLong("id"))
                  .list();
          ConceptStore store = new ConceptStore(h);
          return new Page<>(ids.stream().map(id -> store.find(id).orElseThrow()).toList(), total);
        });
  }

  /**
   * A concept by its number.
   *
   * @throws NoSuchElementException if there is none
   */
  public Concept get(long id) {
    return jdbi.withHandle(h -> new ConceptStore(h).find(id)).orElseThrow(() -> none(id));
  }

  /**
   * Keeps a concept: a new one where its id is 0, else a new version of the one that it was read
   * from.
   *
   * @throws StaleVersionException if somebody else has changed it since
   * @throws NoSuchElementException if it is not there
   * @throws IllegalArgumentException if it has no term, or one twice, or the key of another
   *     concept, or a text is too long or holds a control character
   */
  public Concept save(Concept concept, String who) {
    return save(concept, who, "");
  }

  /**
   * The same with a reason, which stands in the history.
   *
   * @param why at most 2,000 characters; may be empty
   */
  public Concept save(Concept concept, String who, String why) {
    checkWhy(why);
    return jdbi.inTransaction(
        h -> {
          ConceptStore store = new ConceptStore(h);
          store.tick();
          if (concept.id() == 0) {
            store.checkWritten(concept, "");
            return store.insert(concept, who, ConceptChange.Action.CREATED, why);
          }
          Concept before = store.find(concept.id()).orElseThrow(() -> none(concept.id()));
          if (before.version() == concept.version()) {
            store.checkWritten(concept, before.key());
          }
          return store
              .update(before, concept, who, ConceptChange.Action.CHANGED, why)
              .orElseThrow(() -> new StaleVersionException(name(before)));
        });
  }

  /**
   * Takes a concept away; its history stays.
   *
   * @throws StaleVersionException if somebody else has changed it since
   * @throws NoSuchElementException if it is not there
   */
  public void delete(long id, long version, String who) {
    delete(id, version, who, "");
  }

  /**
   * The same with a reason, which stands in the history.
   *
   * @param why at most 2,000 characters; may be empty
   */
  public void delete(long id, long version, String who, String why) {
    checkWhy(why);
    jdbi.useTransaction(
        h -> {
          ConceptStore store = new ConceptStore(h);
          store.tick();
          Concept before = store.find(id).orElseThrow(() -> none(id));
          if (!store.delete(before, version, who, why)) {
            throw new StaleVersionException(name(before));
          }
        });
  }

  /** What people propose, and what becomes of it. */
  public Proposals proposals() {
    return new Proposals(jdbi, this);
  }

  /** Everything that was done to a concept, oldest first; also of one that was deleted. */
  public List<ConceptChange> history(long id) {
    return jdbi.withHandle(h -> new ConceptStore(h).history(id));
  }

  /**
   * Takes many concepts in; close it to keep the last of them.
   *
   * @param state the state that concepts and terms come in with
   */
  public ConceptWriter writer(String who, State state) {
    return new ConceptWriter(jdbi, who, state);
  }

  /** Every concept, in order of its number, without holding them all at once. */
  public void eachConcept(Consumer<Concept> consumer) {
    long last = 0;
    while (true) {
      Map<String, Object> values = Map.of("last", last, "chunk", CHUNK);
      List<Concept> chunk =
          jdbi.inTransaction(
              h ->
                  new ConceptStore(h)
                      .load(
                          "WHERE c.id IN (SELECT n.id FROM concept n WHERE n.id > :last ORDER BY"
                              + " n.id LIMIT :chunk)",
                          values));
      if (chunk.isEmpty()) {
        return;
      }
      chunk.forEach(consumer);
      last = chunk.get(chunk.size() - 1).id();
    }
  }

  private static void checkWhy(String why) {
    Characters.checkText("The reason", why);
    if (why.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "The reason has %,d characters; shorten it to %,d."
              .formatted(why.length(), LONGEST_REASON));
    }
  }

  private static String where(ConceptFilter filter, Map<String, Object> values) {
    StringBuilder where = new StringBuilder("WHERE 1 = 1");
    String search = ConceptStore.folded(filter.search());
    if (!search.isEmpty() || filter.language().isPresent()) {
      where.append(" AND (EXISTS (SELECT 1 FROM term t WHERE t.concept_id = c.id");
      if (!search.isEmpty()) {
        // a folded text holds letters, digits and spaces only: nothing that LIKE reads otherwise
        where.append(" AND t.folded LIKE :search");
        values.put("search", "%" + search + "%");
      }
      if (filter.language().isPresent()) {
        where.append(" AND t.language_key = :language");
        values.put("language", filter.language().get().key());
      }
      where.append(")");
      if (!search.isEmpty()) {
        where.append(" OR c.external_key = :key");
        values.put("key", filter.search().strip());
      }
      where.append(")");
    } else if (!filter.search().isBlank()) {
      where.append(" AND c.external_key = :key");
      values.put("key", filter.search().strip());
    }
    if (!filter.subjectField().isEmpty()) {
      where.append(" AND c.subject_field = :subjectField");
      values.put("subjectField", filter.subjectField());
    }
    if (filter.state().isPresent()) {
      where.append(
          " AND (c.state = :state OR EXISTS (SELECT 1 FROM term p WHERE p.concept_id = c.id AND"
              + " p.state = :state))");
      values.put("state", filter.state().get().name());
    }
    return where.toString();
  }

  private static NoSuchElementException none(long id) {
    return new NoSuchElementException(
        "There is no concept " + id + "; it may have been deleted meanwhile.");
  }

  private static String name(Concept concept) {
    return "the concept “" + concept.terms().get(0).text() + "”";
  }

  private record Snapshot(long changes, TermBase terms) {}
}
