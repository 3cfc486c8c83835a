package dragoman.alignment;

import java.util.Set;

/**
 * A word or number as the witnesses see it.
 *
 * @param form the word in small letters, or the digits of a number without separators
 * @param stem the part of the form that the lexicon counts, so that endings do not scatter it
 * @param sounds what it sounds like; empty for a number
 * @param letters its Latin letters read as no language in particular; empty for other scripts
 * @param number whether it is a number in digits
 * @param meanings what it is known to mean whatever the language, as {@code month:9}
 * @param weight how much its sounds have that can be told apart by
 */
record Token(
    String form,
    String stem,
    String sounds,
    String letters,
    boolean number,
    Set<String> meanings,
    double weight) {}
