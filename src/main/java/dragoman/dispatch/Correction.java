package dragoman.dispatch;

import java.util.List;

/**
 * What a newer version of its document makes of a dispatch, in sentences.
 *
 * @param dispatch the dispatch as it then is; as it was, where it was only looked at
 * @param kept how many stand as they did, with their translations and states
 * @param changed how many have another text: their translations are drafts to be looked at
 * @param restored how many stood in an earlier version and get back what they were translated by
 * @param added how many are new
 * @param removed how many are not in the newer version; their history stays
 * @param choices how many joins and splits of translators hold in the newer version
 * @param translations how many confirmed translations go with the removed ones, in all languages;
 *     they come back with their sentences
 * @param drafts likewise
 * @param doubts what a person should read first, as that the language is another
 * @param held whether it is brought in only by whoever says that it is meant all the same
 */
public record Correction(
    Dispatch dispatch,
    int kept,
    int changed,
    int restored,
    int added,
    int removed,
    int choices,
    int translations,
    int drafts,
    List<String> doubts,
    boolean held) {
  public Correction {
    doubts = List.copyOf(doubts);
  }
}
