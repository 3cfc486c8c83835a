package dragoman.dispatch.care;

import dragoman.language.LanguageTag;
import java.util.Optional;

/**
 * One thing that is wrong with one unit.
 *
 * @param from the source's language
 * @param to the language of the text that is wrong; nothing where it is lacking altogether
 * @param told what is wrong, in a sentence
 */
record Fault(CareKind kind, LanguageTag from, Optional<LanguageTag> to, String told) {}
