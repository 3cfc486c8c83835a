package dragoman.dispatch;

import dragoman.language.LanguageTag;

/**
 * What pre-translation found for a language, in segments.
 *
 * @param context the same text between the same neighbours
 * @param exact the same text
 * @param near the same words
 * @param fuzzy some of the words, at or above the threshold
 * @param terms a glossary's term as a whole
 * @param passed left as they were, since somebody had touched or locked them
 * @param left nothing was found for
 */
public record Pretranslated(
    LanguageTag language,
    int context,
    int exact,
    int near,
    int fuzzy,
    int terms,
    int passed,
    int left) {

  /** How many segments got a draft. */
  public int inserted() {
    return context + exact + near + fuzzy + terms;
  }
}
