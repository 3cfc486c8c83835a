package dragoman.dispatch;

import dragoman.memory.Piece;
import dragoman.quality.Finding;
import java.util.List;

/**
 * What stands beside the active segment in the editor.
 *
 * @param matches what the memories have, best first, at most nine
 * @param pieces what is known of the segment's parts, where there is no match
 * @param terms the glossary's terms in the source, with what the target language says, in order
 * @param findings what the checks say of the translation as it is stored
 * @param siblings the segment in the dispatch's other languages, as far as somebody touched it
 */
public record Help(
    List<Suggestion> matches,
    List<Piece> pieces,
    List<TermHelp> terms,
    List<Finding> findings,
    List<Translation> siblings) {

  public Help {
    matches = List.copyOf(matches);
    pieces = List.copyOf(pieces);
    terms = List.copyOf(terms);
    findings = List.copyOf(findings);
    siblings = List.copyOf(siblings);
  }
}
