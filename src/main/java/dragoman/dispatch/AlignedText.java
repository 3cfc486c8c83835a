package dragoman.dispatch;

import dragoman.language.LanguageTag;

/**
 * One of the texts of an alignment.
 *
 * @param language what it is written in
 * @param name the file's name; empty for pasted text
 * @param format what the file is
 * @param segments how many sentences it has now
 */
public record AlignedText(LanguageTag language, String name, Format format, int segments) {}
