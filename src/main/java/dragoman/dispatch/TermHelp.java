package dragoman.dispatch;

import dragoman.glossary.Term;
import dragoman.glossary.TermUse;
import java.util.List;

/**
 * A term of the source and what the target language says for it.
 *
 * @param use the term and its place in the source
 * @param targets the target language's terms: what is to be written first, what is not last
 */
public record TermHelp(TermUse use, List<Term> targets) {

  public TermHelp {
    targets = List.copyOf(targets);
  }
}
