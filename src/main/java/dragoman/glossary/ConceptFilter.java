package dragoman.glossary;

import dragoman.language.LanguageTag;
import java.util.Optional;

/**
 * Which concepts a search wants; what is empty does not narrow.
 *
 * @param search a part of a term, case and marks not mattering, or a concept's key
 * @param language the language that the term is in
 */
public record ConceptFilter(
    String search, Optional<LanguageTag> language, String subjectField, Optional<State> state) {
  /** Every concept. */
  public static final ConceptFilter ALL =
      new ConceptFilter("", Optional.empty(), "", Optional.empty());
}
