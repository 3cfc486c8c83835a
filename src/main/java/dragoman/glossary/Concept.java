package dragoman.glossary;

import dragoman.language.LanguageTag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A glossary entry: one idea, with its terms by language.
 *
 * @param id its number in the database, 0 while it is a draft
 * @param version grows with every change; 0 while it is a draft
 * @param key its identity outside, as a TBX id; may be empty
 * @param source where the desk has it from; may be empty
 * @param terms in the order in which they are shown
 * @param changedAt when it was last changed
 * @param changedBy who changed it
 */
public record Concept(
    long id,
    long version,
    String key,
    String subjectField,
    String definition,
    String note,
    String source,
    State state,
    List<Term> terms,
    Instant changedAt,
    String changedBy) {

  /** Keeps a copy of the terms. */
  public Concept {
    terms = List.copyOf(terms);
  }

  /** A draft of an approved concept that has nothing but terms. */
  public static Concept draft(String key, List<Term> terms) {
    return new Concept(0, 0, key, "", "", "", "", State.APPROVED, terms, Instant.EPOCH, "");
  }

  /** The terms of a language, whatever region either names. */
  public List<Term> terms(LanguageTag language) {
    return terms.stream().filter(t -> t.language().meets(language)).toList();
  }

  /** The first preferred term of a language, else the first admitted one. */
  public Optional<Term> best(LanguageTag language) {
    List<Term> own = terms(language);
    return own.stream()
        .filter(t -> t.status() == Term.Status.PREFERRED)
        .findFirst()
        .or(() -> own.stream().filter(t -> t.status() == Term.Status.ADMITTED).findFirst());
  }

  Concept with(List<Term> others) {
    return new Concept(
        id,
        version,
        key,
        subjectField,
        definition,
        note,
        source,
        state,
        others,
        changedAt,
        changedBy);
  }

  Concept withKey(String other) {
    return new Concept(
        id,
        version,
        other,
        subjectField,
        definition,
        note,
        source,
        state,
        terms,
        changedAt,
        changedBy);
  }

  Concept with(State other) {
    return new Concept(
        id,
        version,
        key,
        subjectField,
        definition,
        note,
        source,
        other,
        terms,
        changedAt,
        changedBy);
  }

  Concept at(long otherVersion) {
    return new Concept(
        id,
        otherVersion,
        key,
        subjectField,
        definition,
        note,
        source,
        state,
        terms,
        changedAt,
        changedBy);
  }
}
