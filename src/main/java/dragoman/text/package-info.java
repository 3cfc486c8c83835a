/**
 * A segment's text with inline tags, its plain form, differences between two texts.
 *
 * <p>No file formats: those are exchange and dispatch.
 */
package dragoman.text;
