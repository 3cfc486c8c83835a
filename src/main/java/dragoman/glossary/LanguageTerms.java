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
  private final LanguageTag language;
  private final Folding folding;
  private final Inflection inflection;
  private final TermAutomaton automaton;
  private final Map<Concept, List<Pattern>> byConcept = new IdentityHashMap<>();

  LanguageTerms(LanguageTag language, List<Concept> concepts) {
    this.language = language;
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

  /**
   * The terms of a text, the longest where several overlap. In a headline all of capitals an
   * abbreviation that is also a common word is none: WHO PAYS is more often a question.
   */
  List<TermAutomaton.Hit> recognized(List<Folding.Word> words) {
    List<TermAutomaton.Hit> hits = automaton.longest(words);
    if (hits.isEmpty() || !shouted(words, hits)) {
      return hits;
    }
    return hits.stream().filter(hit -> !hit.pattern().ambiguousInCapitals(language)).toList();
  }

  /** Whether no word has a small letter, and some word beside the abbreviations is in capitals. */
  private static boolean shouted(List<Folding.Word> words, List<TermAutomaton.Hit> hits) {
    boolean capitals = false;
    for (int i = 0; i < words.size(); i++) {
      String form = words.get(i).form();
      if (form.codePoints().anyMatch(Character::isLowerCase)) {
        return false;
      }
      int place = i;
      boolean abbreviation =
          hits.stream()
              .anyMatch(
                  hit ->
                      hit.first() <= place
                          && place <= hit.last()
                          && Term.looksAbbreviated(hit.pattern().term().text()));
      capitals |= !abbreviation && Term.looksAbbreviated(form);
    }
    return capitals;
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
