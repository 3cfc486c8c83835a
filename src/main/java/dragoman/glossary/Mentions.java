package dragoman.glossary;

import dragoman.language.Folding;
import dragoman.language.Inflection;
import dragoman.language.Inflection.Fit;
import java.util.List;

/** Counts how often some terms are named in a text, by one of their forms or by a derived word. */
final class Mentions {
  private final Inflection inflection;
  private final List<Folding.Word> text;

  Mentions(Inflection inflection, List<Folding.Word> text) {
    this.inflection = inflection;
    this.text = text;
  }

  /**
   * @param forms places with a form of a term
   * @param derived places with a word made from one, as Chinese from China
   */
  record Count(int forms, int derived) {
    /**
     * Whether these mentions in a target answer those of the source: a form, or more derived words
     * than the source has itself; and all but one, which may have become a pronoun.
     */
    boolean answer(Count source) {
      boolean named = forms > 0 || derived > source.derived;
      return named && forms + derived >= source.forms + source.derived - 1;
    }
  }

  Count of(List<Pattern> patterns) {
    int forms = 0;
    int derived = 0;
    for (int i = 0; i < text.size(); i++) {
      Fit best = Fit.NONE;
      for (Pattern pattern : patterns) {
        Fit fit = at(pattern, i);
        best = fit.compareTo(best) > 0 ? fit : best;
      }
      forms += best == Fit.FORM ? 1 : 0;
      derived += best == Fit.DERIVED ? 1 : 0;
    }
    return new Count(forms, derived);
  }

  /** Whether the words from first to before end are no part of another name. */
  private boolean standsAlone(List<Folding.Word> text, int first, int end, Fit fit) {
    return inflection.standsAlone(
        first == 0 ? "" : text.get(first - 1).form(),
        text.get(end - 1).form(),
        end == text.size() ? "" : text.get(end).form(),
        fit);
  }

  private Fit at(Pattern pattern, int first) {
    List<String> words = pattern.words();
    if (words.size() > 1) {
      Fit joined = inflection.fitJoined(words, text.get(first).folded());
      if (joined != Fit.NONE) {
        return joined;
      }
    }
    if (first + words.size() > text.size()) {
      return Fit.NONE;
    }
    Fit worst = Fit.FORM;
    for (int i = 0; i < words.size() && worst != Fit.NONE; i++) {
      Fit fit = inflection.fit(words.get(i), text.get(first + i).folded());
      worst = fit.compareTo(worst) < 0 ? fit : worst;
    }
    boolean alone = worst != Fit.NONE && standsAlone(text, first, first + words.size(), worst);
    return !alone || worst == Fit.FORM && !pattern.allows(text, first) ? Fit.NONE : worst;
  }
}
