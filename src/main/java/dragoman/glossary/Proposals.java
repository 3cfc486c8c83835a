package dragoman.glossary;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * What translators propose: kept as proposed, shown beside what is approved, enforced by no check
 * until a maintainer approves it. Safe for many threads.
 */
public final class Proposals {
  private final Jdbi jdbi;
  private final Glossary glossary;

  Proposals(Jdbi jdbi, Glossary glossary) {
    this.jdbi = jdbi;
    this.glossary = glossary;
  }

  /**
   * Proposes how a name is written in another language: a term more of the concept that has the
   * name, else a concept of its own.
   *
   * @param why for the maintainer; may be empty
   * @throws IllegalArgumentException if the glossary has it already, or decided against it
   */
  public Concept propose(
      LanguageTag from, String name, LanguageTag to, String term, String why, String who) {
    Term source = proposed(from, name, Term.Status.PREFERRED);
    Term target = proposed(to, term, Term.Status.PREFERRED);
    return jdbi.inTransaction(
        h -> {
          ConceptStore store = new ConceptStore(h);
          store.tick();
          Optional<Concept> known = known(store, source, target);
          if (known.isEmpty()) {
            return glossary.save(
                Concept.draft("", List.of(source, target)).with(State.PROPOSED), who, why);
          }
          Concept concept = known.get();
          for (Term own : concept.terms()) {
            if (own.sameName(target)) {
              throw new IllegalArgumentException(
                  own.state() == State.PROPOSED
                      ? "“%s” is proposed for “%s” already.".formatted(target.text(), source.text())
                      : own.status().accepted()
                          ? "“%s” is in the glossary for “%s” already."
                              .formatted(target.text(), source.text())
                          : "“%s” is how the desk does not write “%s”; %s decided that."
                              .formatted(target.text(), source.text(), concept.changedBy()));
            }
          }
          List<Term> terms = new ArrayList<>(concept.terms());
          boolean settled = concept.best(to).isPresent();
          terms.add(settled ? target.with(Term.Status.ADMITTED) : target);
          return glossary.save(concept.with(terms), who, why);
        });
  }

  private static Term proposed(LanguageTag language, String text, Term.Status status) {
    return Term.of(language, text, status).with(State.PROPOSED);
  }

  /** Of several concepts with the name that which lacks the language. */
  private static Optional<Concept> known(ConceptStore store, Term source, Term target) {
    List<Concept> having =
        store
            .load(
                "WHERE c.id IN (SELECT n.concept_id FROM term n WHERE n.folded = :folded AND"
                    + " n.language_key = :language)",
                Map.of(
                    "folded",
                    ConceptStore.folded(source.text()),
                    "language",
                    source.language().key()))
            .stream()
            .filter(
                c -> c.terms().stream().anyMatch(t -> t.sameName(source) && t.status().accepted()))
            .toList();
    return having.stream()
        .filter(c -> c.best(target.language()).isEmpty())
        .findFirst()
        .or(() -> having.stream().findFirst());
  }

  /**
   * Declines what is proposed of a concept: a proposed concept goes, of an approved one the
   * proposed terms. The history keeps both, with the reason.
   *
   * @return the concept as it was before
   * @throws dragoman.storage.StaleVersionException if somebody else has changed it since
   * @throws IllegalArgumentException if nothing is proposed
   */
  public Concept decline(long id, long version, String why, String who) {
    Concept concept = glossary.get(id);
    List<Term> approved =
        concept.terms().stream().filter(t -> t.state() == State.APPROVED).toList();
    if (concept.state() == State.PROPOSED || approved.isEmpty()) {
      glossary.delete(id, version, who, why);
    } else if (approved.size() == concept.terms().size()) {
      throw new IllegalArgumentException(
          "Nothing of this concept is proposed any more; somebody decided it.");
    } else {
      glossary.save(concept.with(approved).at(version), who, why);
    }
    return concept;
  }

  /** Whether something of a concept is proposed. */
  public static boolean open(Concept concept) {
    return concept.state() == State.PROPOSED
        || concept.terms().stream().anyMatch(t -> t.state() == State.PROPOSED);
  }

  /** Who proposed what was last decided of a concept, or what is still open. */
  public Set<String> proposers(long id) {
    Set<String> names = new LinkedHashSet<>();
    List<ConceptChange> history = glossary.history(id);
    for (int i = 0; i < history.size(); i++) {
      ConceptChange change = history.get(i);
      boolean now = change.after().filter(Proposals::open).isPresent();
      if (now && proposedIn(change.after()) > proposedIn(change.before())) {
        names.add(change.by());
      } else if (!now && i < history.size() - 1) {
        names.clear();
      }
    }
    return names;
  }

  private static long proposedIn(Optional<Concept> concept) {
    return concept.stream()
        .flatMap(c -> c.terms().stream())
        .filter(t -> t.state() == State.PROPOSED)
        .count();
  }
}
