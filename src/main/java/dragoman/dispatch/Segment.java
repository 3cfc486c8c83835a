package dragoman.dispatch;

import dragoman.text.TaggedText;

/**
 * A sentence of a dispatch, the piece that is translated at one time.
 *
 * @param id our own number for it
 * @param dispatch the dispatch that it belongs to
 * @param number its place in the dispatch, from 1; 0 if it stands no more: joined into another, or
 *     not in the newest version of the document
 * @param paragraph the paragraph that it stands in, from 1
 * @param kind what it is
 * @param source the text with its tags
 * @param words how many words the source has
 * @param version rises when the sentence itself becomes another: joined, split, or in a newer
 *     document; a change of it must name it
 */
public record Segment(
    long id,
    long dispatch,
    int number,
    int paragraph,
    Kind kind,
    TaggedText source,
    int words,
    long version) {

  /** What a segment is in a dispatch. */
  public enum Kind {
    HEADLINE,
    /** Place, day, agency, author: what a wire puts before the text. */
    DATELINE,
    TEXT
  }
}
