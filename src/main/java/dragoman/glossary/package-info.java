/**
 * Concepts, terms, their recognition and enforcement, approval, impact.
 *
 * <p>No file formats; findings of other kinds live in quality.
 */
package dragoman.glossary;
