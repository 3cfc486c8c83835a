package dragoman.dispatch;

/**
 * Told to listeners after a translation was changed and stored.
 *
 * @param dispatch the dispatch's id
 * @param row the segment and its translation as it now is
 * @param by who changed it
 */
public record SegmentChanged(long dispatch, SegmentRow row, String by) {}
