package dragoman.glossary;

import dragoman.language.Folding;
import dragoman.language.LanguageTag;
import java.util.List;
import java.util.Optional;

/** Finds the form in which the right term fits where a wrong one stands. */
final class Offer {
  private Offer() {}

  /**
   * The best term in the form of what stands there, word by word; in its base form where the form
   * cannot be told.
   */
  static Optional<String> insteadOf(
      TermAutomaton.Hit hit, Concept concept, LanguageTerms terms, LanguageTag language) {
    return concept.best(language).map(best -> in(best.text(), hit, terms));
  }

  private static String in(String right, TermAutomaton.Hit hit, LanguageTerms terms) {
    List<Folding.Word> own = terms.folding().words(right);
    int wrong = hit.pattern().forms().size();
    StringBuilder offer = new StringBuilder();
    int from = 0;
    for (int i = 0; i < own.size(); i++) {
      int at = own.size() == wrong ? i : i == own.size() - 1 ? wrong - 1 : -1;
      Folding.Word word = own.get(i);
      offer.append(right, from, word.start());
      from = word.end();
      if (at < 0) {
        offer.append(word.form());
        continue;
      }
      Optional<String> form =
          terms
              .inflection()
              .like(
                  word.form(),
                  hit.pattern().forms().get(at),
                  hit.words().get(hit.first() + at).form());
      offer.append(form.orElse(word.form()));
    }
    return offer.append(right.substring(from)).toString();
  }
}
