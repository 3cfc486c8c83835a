package dragoman.memory;

/**
 * Why a match has not all points, or has one more.
 *
 * @param what in a translator's words, as “punctuation and spacing”
 * @param points what it takes off; negative where it adds
 */
public record Reason(String what, int points) {}
