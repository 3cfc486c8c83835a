package dragoman.dispatch;

import dragoman.language.LanguageTag;

/**
 * A language that a dispatch is wanted in, and how far it is.
 *
 * @param language the language
 * @param segments how many segments there are
 * @param confirmed how many are translated, reviewed or final
 * @param words how many words of source there are
 * @param wordsLeft how many of them are in segments not confirmed
 */
public record Target(LanguageTag language, int segments, int confirmed, int words, int wordsLeft) {}
