package dragoman.dispatch.care;

import dragoman.language.LanguageTag;
import dragoman.memory.Unit;
import java.util.Optional;

/**
 * Something found in a memory.
 *
 * @param id grows in the order in which findings are listed
 * @param unit the unit as it stands now, which is as it was looked at
 * @param from the source's language
 * @param to the language of the text that is wrong; nothing where it is lacking altogether
 * @param bundle the same for units that are found together; 0 where it stands alone
 * @param wanted whether this is the one of its bundle that the glossary wants
 * @param told what is wrong, in a sentence
 */
public record CareFinding(
    long id,
    CareKind kind,
    Unit unit,
    LanguageTag from,
    Optional<LanguageTag> to,
    long bundle,
    boolean wanted,
    String told) {}
