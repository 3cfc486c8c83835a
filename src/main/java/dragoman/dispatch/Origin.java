package dragoman.dispatch;

/**
 * The match that a translation was made from.
 *
 * @param unit the memory's unit
 * @param score its score when it was taken, 0 to 101
 * @param kind what kind of match it was: {@code context}, {@code exact}, {@code near} or {@code
 *     fuzzy}
 */
public record Origin(long unit, int score, String kind) {}
