package dragoman.memory;

/**
 * What another tool noted on a unit or variant: a {@code prop} of TMX 1.4b (section “prop”), kept
 * to come out again.
 *
 * @param type the tool's own name for it, as {@code x-project}
 * @param language the language of the value as the file spells it; empty where none is given
 * @param value any text
 */
public record Property(String type, String language, String value) {}
