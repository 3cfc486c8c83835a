package dragoman.dispatch;

/**
 * A sentence of one of the texts of an alignment.
 *
 * @param id unique in its alignment; a sentence that is cut otherwise is another one
 * @param number its place in its text, from 1
 * @param paragraph the paragraph it stands in, from 1
 * @param text what it says, never blank
 */
public record AlignedSegment(long id, int number, int paragraph, String text) {}
