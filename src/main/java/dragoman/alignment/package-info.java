/**
 * Two texts that say the same become pairs of sentences.
 *
 * <p>No files and no storage of its own.
 */
package dragoman.alignment;
