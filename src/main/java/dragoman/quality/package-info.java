/**
 * Checks of a translated segment that give findings.
 *
 * <p>How a term is recognised is the glossary's business.
 */
package dragoman.quality;
