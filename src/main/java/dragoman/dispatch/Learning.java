package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.util.Optional;

/**
 * How far a language is with learning where its sentences end.
 *
 * @param sentences confirmed ones of the desk's dispatches
 * @param corrections joins and splits that translators have kept
 * @param neededSentences how many there must be before a model is trained
 * @param neededCorrections likewise
 * @param training whether one is being trained now, or waits for its turn
 * @param newest what came of the last training
 * @param inUse the model that is in use
 */
public record Learning(
    LanguageTag language,
    long sentences,
    long corrections,
    int neededSentences,
    int neededCorrections,
    boolean training,
    Optional<SentenceModel> newest,
    Optional<SentenceModel> inUse) {
  /** Whether there is enough to train from. */
  public boolean enough() {
    return sentences >= neededSentences && corrections >= neededCorrections;
  }
}
