package dragoman.dispatch;

/**
 * Told to listeners after a dispatch got other sentences: whoever shows them reads them again.
 *
 * @param dispatch the dispatch's id
 * @param why what was done
 * @param by by whom
 */
public record Rearranged(long dispatch, Why why, String by) {

  /** What gave a dispatch other sentences. */
  public enum Why {
    /** Two sentences became one. */
    JOIN,
    /** One sentence became two. */
    SPLIT,
    /** A join or a split was taken back. */
    UNDO,
    /** A newer version of the document came. */
    UPDATE
  }
}
