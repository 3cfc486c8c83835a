package dragoman.glossary;

import dragoman.glossary.Term.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes many concepts in. One that has the key of a concept that is there, or a preferred term of
 * it in one language and the same subject field, is merged into it: terms that it lacks are added,
 * and what it says otherwise stays; the same file twice doubles nothing. Where both prefer another
 * term, the one that is there stays preferred and the new one is admitted.
 *
 * <p>Kept in batches; {@link #close} keeps the last. Not safe for many threads.
 */
public final class ConceptWriter implements AutoCloseable {
  private static final int BATCH = 200;

  private final Jdbi jdbi;
  private final String who;
  private final State state;
  private final List<Concept> waiting = new ArrayList<>();
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
   * Adds a concept.
   *
   * @throws IllegalArgumentException if it has no term or a text is too long; the others of its
   *     batch are kept
   */
  public void add(Concept concept) {
    ConceptStore.check(concept);
    waiting.add(concept);
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
          for (Concept concept : waiting) {
            outcome[take(h, store, concept)]++;
          }
        });
    added += outcome[0];
    merged += outcome[1];
    unchanged += outcome[2];
    concepts += waiting.size();
    terms += waiting.stream().mapToLong(c -> c.terms().size()).sum();
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

  private int take(Handle handle, ConceptStore store, Concept given) {
    Concept concept =
        given.with(state).with(given.terms().stream().map(t -> t.with(state)).toList());
    Optional<Concept> there = same(handle, store, concept);
    if (there.isEmpty()) {
      store.insert(concept.with(distinct(concept.terms())), who, ConceptChange.Action.CREATED);
      return 0;
    }
    Concept mixed = mixed(there.get(), concept);
    if (mixed.equals(there.get())) {
      return 2;
    }
    return store.update(there.get(), mixed, who, ConceptChange.Action.MERGED).isPresent() ? 1 : 2;
  }

  private static Optional<Concept> same(Handle handle, ConceptStore store, Concept concept) {
    if (!concept.key().isEmpty()) {
      List<Concept> byKey = store.load("WHERE c.external_key = :key", Map.of("key", concept.key()));
      if (!byKey.isEmpty()) {
        return Optional.of(byKey.get(0));
      }
    }
    for (Term term : concept.terms()) {
      if (term.status() != Status.PREFERRED) {
        continue;
      }
      Optional<Long> id =
          handle
              .createQuery(
                  "SELECT MIN(c.id) AS id FROM concept c JOIN term t ON t.concept_id = c.id WHERE"
                      + " t.folded = :folded AND t.text = :text AND t.language_key = :language AND"
                      + " t.status = 'PREFERRED' AND c.subject_field = :subjectField AND"
                      + " (c.external_key = '' OR :key = '')")
              .bind("folded", ConceptStore.folded(term.text()))
              .bind("text", term.text())
              .bind("language", term.language().key())
              .bind("subjectField", concept.subjectField())
              .bind("key", concept.key())
              .mapTo(Long.class)
              .findOne();
      if (id.isPresent()) {
        return store.find(id.get());
      }
    }
    return Optional.empty();
  }

  private static Concept mixed(Concept there, Concept given) {
    List<Term> terms = new ArrayList<>(there.terms());
    for (Term term : given.terms()) {
      if (terms.stream().noneMatch(t -> sameTerm(t, term))) {
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
      if (distinct.stream().noneMatch(t -> sameTerm(t, term))) {
        distinct.add(term);
      }
    }
    return distinct;
  }

  private static boolean sameTerm(Term one, Term two) {
    return one.text().equals(two.text()) && one.language().meets(two.language());
  }

  private static String or(String own, String other) {
    return own.isEmpty() ? other : own;
  }
}
