package dragoman.memory;

/**
 * What another tool noted on a unit or variant: a {@code prop} of TMX 1.4b (section “prop”), kept
 * to come out again.
 *
 * @param type the tool's own name for it, as {@code x-project}
 * @param language the language of the value as the file spells it; empty where none is given
 * @param value any text
 */
public record Property(String type, String language, String value) {

  /**
   * Type of the text that stood before a variant; an empty value is the start of the dispatch. The
   * name is the one that memoQ writes.
   */
  public static final String BEFORE = "x-context-pre";

  /** Type of the name of the document that a unit is from, as memoQ calls it: a dispatch's slug. */
  public static final String DOCUMENT = "x-document";

  /** Type of the text that stood behind a variant; an empty value is the end of the dispatch. */
  public static final String AFTER = "x-context-post";
}
