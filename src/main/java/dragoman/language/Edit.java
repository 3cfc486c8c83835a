package dragoman.language;

/**
 * A change of a text.
 *
 * @param start offset of the first UTF-16 unit that gives way
 * @param end offset behind the last one; {@code start} where something is only put in
 * @param text what stands there afterwards; may be empty
 */
public record Edit(int start, int end, String text) {}
