package dragoman.memory;

import dragoman.language.LanguageTag;

/**
 * What units are looked through for.
 *
 * @param text a part of a word, without regard to case and marks; or whole words
 * @param language of the texts that are looked through
 * @param whole whether the text is words, which may stand in other forms
 */
public record Probe(String text, LanguageTag language, boolean whole) {}
