package dragoman.exchange;

/**
 * Something in a file that could not be taken as it was.
 *
 * @param line where, from 1; 0 where no line is known
 * @param unit which unit or concept, by its id or place; may be empty
 * @param message one sentence: what, and what was done or is to do
 */
public record Problem(long line, String unit, String message) {}
