/**
 * Translation units, memories, the fuzzy index, matches, repair, concordance.
 *
 * <p>No file formats and no glossary.
 */
package dragoman.memory;
