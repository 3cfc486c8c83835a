/**
 * BCP 47 tags, script direction, words (ICU), casing by language, stems and suffixes.
 *
 * <p>Nothing that knows of segments, memories or terms.
 */
package dragoman.language;
