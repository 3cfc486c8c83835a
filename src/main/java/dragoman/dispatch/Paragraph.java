package dragoman.dispatch;

import dragoman.text.TaggedText;

/**
 * A piece of a document that stands for itself: a paragraph, a heading, a cell of a table, what an
 * image is described by.
 *
 * @param heading whether it is the document's title or main heading
 * @param text its text with tags, white space around it included; never blank
 */
record Paragraph(boolean heading, TaggedText text) {}
