package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.time.Instant;

/**
 * What became of one training of a sentence model from the desk's own texts.
 *
 * @param version grows by one with every change
 * @param language the language of the texts
 * @param examples from how many texts it was trained, joins and splits included
 * @param corrections how many of them are joins and splits of translators
 * @param places at how many places it was judged, each by a model that had not seen its dispatch
 * @param rules the F1 of the rules at these places, 0 to 1
 * @param secondOpinion the F1 of the rules where the model is unsure, and of the model elsewhere
 * @param alone the F1 of the model alone at every stop that a rule decides
 * @param certainty the probability from which on it is followed, 0.5 to 1; 0.5: always
 * @param enabled whether it is in use; a person has said so
 */
public record SentenceModel(
    long id,
    long version,
    LanguageTag language,
    Outcome outcome,
    int examples,
    int corrections,
    int places,
    double rules,
    double secondOpinion,
    double alone,
    double certainty,
    boolean enabled,
    Instant trainedAt,
    Instant changedAt,
    String changedBy) {

  /** What came of a training. */
  public enum Outcome {
    /** A model that does better than the rules; a maintainer can switch it on. */
    OFFERED,
    /** A model that does no better than the rules; it is not kept. */
    NO_GAIN,
    /** The examples were too much alike to train from. */
    TOO_ALIKE
  }

  /** What the model adds to the rules' F1. */
  public double gain() {
    return outcome == Outcome.OFFERED ? Math.max(secondOpinion, alone) - rules : 0;
  }
}
