package dragoman.glossary;

import dragoman.language.Folding;
import dragoman.language.Inflection;
import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The terms of one language, ready to be looked for. */
final class LanguageTerms {
  private final Folding folding;
  private final Inflection inflection;
  private final TermAutomaton automaton;
  private final Map<Concept, List<Pattern>> byConcept = new IdentityHashMap<>();

  LanguageTerms(LanguageTag language, List<Concept> concepts) {
    folding = Folding.of(language);
    inflection = Inflection.of(language);
    List<Pattern> patterns = new ArrayList<>();
    for (Concept concept : concepts) {
      List<Pattern> own = new ArrayList<>();
      for (Term term : concept.terms(language)) {
        own.addAll(Pattern.of(concept, term, folding));
      }
      if (!own.isEmpty()) {
        byConcept.put(concept, own);
        patterns.addAll(own);
      }
    }
    automaton = new TermAutomaton(inflection, patterns);
  }

  List<Folding.Word> words(String text) {
    return folding.words(text);
  }

  Inflection inflection() {
    return inflection;
  }

  Folding folding() {
    return folding;
  }

  /** Every term, whatever its status or state. */
  TermAutomaton automaton() {
    return automaton;
  }

  /** The patterns of a concept's terms. */
  List<Pattern> of(Concept concept) {
    return byConcept.getOrDefault(concept, List.of());
  }
}
