package dragoman.glossary;

import dragoman.language.Folding;
import dragoman.language.LanguageTag;
import dragoman.language.LookAlike;
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

  /**
   * A misspelt form of a term of one word.
   *
   * @param word what stands there
   * @param form what should
   */
  record Misspelt(Folding.Word word, String form) {}

  /** The word of the text that is closest to a form of the term, if it is close enough. */
  static Optional<Misspelt> misspelt(String right, LanguageTerms terms, List<Folding.Word> text) {
    if (terms.folding().words(right).size() != 1) {
      return Optional.empty();
    }
    Optional<Misspelt> nearest = Optional.empty();
    int least = Integer.MAX_VALUE;
    for (String form : terms.inflection().forms(right)) {
      String folded = terms.folding().fold(form);
      int most = Math.min(2, folded.length() / 4);
      for (Folding.Word word : text) {
        if (folded.charAt(0) != word.folded().charAt(0)
            || Math.abs(folded.length() - word.folded().length()) > most) {
          continue;
        }
        int distance = LookAlike.distance(folded, word.folded());
        if (distance <= most && distance < least) {
          least = distance;
          nearest = Optional.of(new Misspelt(word, form));
        }
      }
    }
    return nearest;
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
