package dragoman.memory;

import java.util.Optional;

/**
 * A place where a text occurs, with what it became in the other language.
 *
 * @param memory where it is
 * @param unit the unit
 * @param found the text that holds what was searched
 * @param other the unit's text in the other language, if it has one
 * @param otherForm whether the text does not say what was searched, but other forms of its words
 */
public record Concordance(
    Memory memory, Unit unit, Variant found, Optional<Variant> other, boolean otherForm) {}
