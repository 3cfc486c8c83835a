package dragoman.memory;

import dragoman.language.LanguageTag;
import java.util.Optional;

/**
 * The neighbours that a sentence had in its dispatch, as plain text.
 *
 * @param language of the neighbours
 * @param before the sentence before; an empty text is the dispatch's start, none means not known
 * @param after the sentence after; an empty text is the dispatch's end, none means not known
 */
public record Context(LanguageTag language, Optional<String> before, Optional<String> after) {}
