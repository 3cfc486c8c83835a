package dragoman.glossary;

import dragoman.glossary.Term.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes many concepts in. One that has the key and a term of a concept that is there, or a
 * preferred term of it in one language and no other subject field, is merged into it: terms that it
 * lacks are added, and what it says otherwise stays; the same file twice doubles nothing. Where
 * both prefer another term, the one that is there stays preferred and the new one is admitted, and
 * that is said. Two keys of one file are two concepts, whatever their terms.
 *
 * <p>Kept in batches; {@link #close} keeps the last. Not safe for many threads.
 */
public final class ConceptWriter implements AutoCloseable {
  private static final int BATCH = 200;
  private static final int MOST_CONFLICTS = 1_000;

  private final Jdbi jdbi;
  private final String who;
  private final State state;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();

  /** Which id of this file a concept was taken for. */
  private final Map<Long, String> takenBy = new HashMap<>();

  private long concepts;
  private long terms;
  private long added;
  private long merged;
  private long unchanged;

  ConceptWriter(Jdbi jdbi, String who, State state) {
    this.jdbi = jdbi;
    this.who = who;
    this.state = state;
  }

  /**
   * What was done so far with what has been kept.
   *
   * @param concepts read
   * @param terms read
   * @param added concepts that were new
   * @param merged concepts that gave terms to one that was there
   * @param unchanged concepts that said nothing new
   */
  public record Counts(long concepts, long terms, long added, long merged, long unchanged) {}

  /**
   * Where a file and the glossary say otherwise; the glossary's word was kept.
   *
   * @param line of the file, 1-based; 0 for nowhere
   * @param message one sentence
   */
  public record Conflict(long line, String message) {}

  private record Waiting(Concept concept, long line) {}

  /** Where what has been kept says otherwise than what was there, the first thousand. */
  public List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  /**
   * Adds a concept.
   *
   * @throws IllegalArgumentException if it has no term or a text is too long; the others of its
   *     batch are kept
   */
  public void add(Concept concept) {
    add(concept, 0);
  }

  /**
   * The same for a concept of a file.
   *
   * @param line where it stands, 1-based; 0 for nowhere
   */
  public void add(Concept concept, long line) {
    ConceptStore.check(concept);
    waiting.add(new Waiting(concept, line));
    if (waiting.size() >= BATCH) {
      flush();
    }
  }

  /** Keeps what waits. */
  public void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    long[] outcome = new long[3];
    jdbi.useTransaction(
        h -> {
          ConceptStore store = new ConceptStore(h);
          store.tick();
          for (Waiting one : waiting) {
            outcome[take(h, store, one)]++;
          }
        });
    added += outcome[0];
    merged += outcome[1];
    unchanged += outcome[2];
    concepts += waiting.size();
    terms += waiting.stream().mapToLong(one -> one.concept().terms().size()).sum();
    waiting.clear();
  }

  /** What was done with what has been kept. */
  public Counts counts() {
    return new Counts(concepts, terms, added, merged, unchanged);
  }

  @Override
  public void close() {
    flush();
  }

  private int take(Handle handle, ConceptStore store, Waiting one) {
    Concept given = one.concept();
    Concept concept =
        given.with(state).with(given.terms().stream().map(t -> t.with(state)).toList());
    Optional<Concept> there = same(handle, store, concept);
    if (there.isEmpty()) {
      String key = freeKey(store, concept.key());
      if (!key.equals(concept.key())) {
        conflict(
            one,
            "the id “%s” is that of another concept here; “%s” is kept as “%s”."
                .formatted(concept.key(), concept.terms().get(0).text(), key));
      }
      Concept stored =
          store.insert(
              concept.with(distinct(concept.terms())).withKey(key),
              who,
              ConceptChange.Action.CREATED);
      takenBy.put(stored.id(), concept.key());
      return 0;
    }
    takenBy.putIfAbsent(there.get().id(), concept.key());
    Concept mixed = mixed(there.get(), concept);
    sayRivals(one, there.get(), mixed);
    if (mixed.equals(there.get())) {
      return 2;
    }
    return store.update(there.get(), mixed, who, ConceptChange.Action.MERGED).isPresent() ? 1 : 2;
  }

  /**
   * The concept that is there and means the same. An id is unique in its own file only, so that it
   * counts where a term agrees; else terms decide.
   */
  private Optional<Concept> same(Handle handle, ConceptStore store, Concept concept) {
    List<Concept> byKey = byKey(store, concept.key());
    Optional<Concept> agreeing = byKey.stream().filter(c -> shared(c, concept) > 0).findFirst();
    if (agreeing.isPresent()) {
      return agreeing;
    }
    Map<Long, Concept> candidates = new LinkedHashMap<>();
    for (Term term : concept.terms()) {
      if (term.status() == Status.PREFERRED) {
        preferring(handle, term)
            .forEach(id -> store.find(id).ifPresent(c -> candidates.put(id, c)));
      }
    }
    return candidates.values().stream()
        .filter(there -> mayBe(there, concept))
        .max(
            Comparator.<Concept>comparingLong(there -> shared(there, concept))
                .thenComparing(there -> there.subjectField().equals(concept.subjectField()))
                .thenComparing(Comparator.comparingLong(Concept::id).reversed()));
  }

  /** Another subject is another concept, and so is what the same file has under another id. */
  private boolean mayBe(Concept there, Concept given) {
    boolean subject =
        there.subjectField().equals(given.subjectField())
            || there.subjectField().isEmpty()
            || given.subjectField().isEmpty();
    String taken = takenBy.getOrDefault(there.id(), "");
    return subject && (given.key().isEmpty() || taken.isEmpty() || taken.equals(given.key()));
  }

  private static List<Long> preferring(Handle handle, Term term) {
    return handle
        .createQuery(
            "SELECT DISTINCT t.concept_id AS id FROM term t WHERE t.folded = :folded AND t.text ="
                + " :text AND t.language_key = :language AND t.status = 'PREFERRED' ORDER BY id")
        .bind("folded", ConceptStore.folded(term.text()))
        .bind("text", term.text())
        .bind("language", term.language().key())
        .mapTo(Long.class)
        .list();
  }

  private static List<Concept> byKey(ConceptStore store, String key) {
    return key.isEmpty()
        ? List.of()
        : store.load("WHERE c.external_key = :key", Map.of("key", key));
  }

  private static long shared(Concept there, Concept given) {
    return given.terms().stream()
        .filter(term -> there.terms().stream().anyMatch(term::sameName))
        .count();
  }

  /** The concept's own key, or one made from it where another concept has that. */
  private static String freeKey(ConceptStore store, String key) {
    String free = key;
    for (int i = 2; !byKey(store, free).isEmpty(); i++) {
      free = key + "-" + i;
    }
    return free;
  }

  /** A term that the file prefers, and the glossary does not, is said. */
  private void sayRivals(Waiting one, Concept there, Concept mixed) {
    for (Term term : mixed.terms()) {
      boolean preferred =
          one.concept().terms().stream()
              .anyMatch(t -> t.sameName(term) && t.status() == Status.PREFERRED);
      if (preferred && term.status() != Status.PREFERRED) {
        String own =
            there
                .best(term.language())
                .filter(best -> !best.sameName(term))
                .map(best -> "; “" + best.text() + "” is preferred")
                .orElse("");
        conflict(
            one,
            "“%s” (%s) is %s here%s."
                .formatted(
                    term.text(),
                    term.language(),
                    term.status().name().toLowerCase(Locale.ROOT),
                    own));
      }
    }
  }

  private void conflict(Waiting one, String message) {
    if (conflicts.size() < MOST_CONFLICTS) {
      conflicts.add(new Conflict(one.line(), message));
    }
  }

  private static Concept mixed(Concept there, Concept given) {
    List<Term> terms = new ArrayList<>(there.terms());
    for (Term term : given.terms()) {
      if (terms.stream().noneMatch(t -> t.sameName(term))) {
        boolean rival =
            term.status() == Status.PREFERRED
                && terms.stream()
                    .anyMatch(
                        t -> t.status() == Status.PREFERRED && t.language().meets(term.language()));
        terms.add(rival ? term.with(Status.ADMITTED) : term);
      }
    }
    return new Concept(
        there.id(),
        there.version(),
        or(there.key(), given.key()),
        or(there.subjectField(), given.subjectField()),
        or(there.definition(), given.definition()),
        or(there.note(), given.note()),
        or(there.source(), given.source()),
        there.state(),
        terms,
        there.changedAt(),
        there.changedBy());
  }

  private static List<Term> distinct(List<Term> terms) {
    List<Term> distinct = new ArrayList<>();
    for (Term term : terms) {
      if (distinct.stream().noneMatch(t -> t.sameName(term))) {
        distinct.add(term);
      }
    }
    return distinct;
  }

  private static String or(String own, String other) {
    return own.isEmpty() ? other : own;
  }
}
