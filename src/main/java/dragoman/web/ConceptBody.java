package dragoman.web;

import dragoman.glossary.Concept;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.language.LanguageTag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A concept as somebody writes it. */
record ConceptBody(
    Optional<Long> id,
    Optional<Long> version,
    Optional<String> key,
    Optional<String> subjectField,
    Optional<String> definition,
    Optional<String> note,
    Optional<String> source,
    Optional<State> state,
    Optional<String> why,
    List<TermBody> terms) {

  Concept concept(long id, long atVersion, boolean keeps) {
    return new Concept(
        id,
        atVersion,
        key.orElse(""),
        subjectField.orElse(""),
        definition.orElse(""),
        note.orElse(""),
        source.orElse(""),
        keeps ? state.orElse(State.APPROVED) : State.PROPOSED,
        terms.stream().map(term -> term.term(keeps)).toList(),
        Instant.EPOCH,
        "");
  }

  /** What who writes it says of the change; empty where they say nothing. */
  String reason() {
    return why.orElse("").strip();
  }

  private record TermBody(
      Optional<Long> id,
      LanguageTag language,
      String text,
      Optional<Term.Status> status,
      Optional<Term.Type> type,
      Optional<String> partOfSpeech,
      Optional<String> gender,
      Optional<String> note,
      Optional<Boolean> caseSensitive,
      Optional<Boolean> exact,
      Optional<Boolean> untranslated,
      Optional<State> state) {

    TermBody {
      if (language == null) {
        throw Requests.missing("terms.language");
      }
      if (text == null) {
        throw Requests.missing("terms.text");
      }
    }

    Term term(boolean keeps) {
      return new Term(
          id.orElse(0L),
          language,
          text,
          status.orElse(Term.Status.PREFERRED),
          type.orElse(Term.Type.FULL_FORM),
          partOfSpeech.orElse(""),
          gender.orElse(""),
          note.orElse(""),
          caseSensitive.orElse(false),
          exact.orElse(false),
          untranslated.orElse(false),
          keeps ? state.orElse(State.APPROVED) : State.PROPOSED);
    }
  }
}
