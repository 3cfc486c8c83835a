package dragoman.dispatch;

import dragoman.glossary.Concept;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.glossary.TermBase;
import dragoman.glossary.TermUse;
import dragoman.language.LanguageTag;
import dragoman.memory.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The glossary's approved terms as names for repairs. */
public final class GlossaryNames implements Names {
  private final TermBase terms;

  public GlossaryNames(TermBase terms) {
    this.terms = terms;
  }

  @Override
  public List<Name> in(LanguageTag language, String text) {
    List<Name> names = new ArrayList<>();
    for (TermUse use : terms.recognize(language, text)) {
      if (use.concept().state() == State.APPROVED && use.term().state() == State.APPROVED) {
        names.add(new Name(use.concept(), use.start(), use.end(), use.term().text()));
      }
    }
    return names;
  }

  @Override
  public Optional<String> written(Object concept, LanguageTag language) {
    return concept instanceof Concept known
        ? known.best(language).filter(term -> term.state() == State.APPROVED).map(Term::text)
        : Optional.empty();
  }
}
