/**
 * Care of a memory: what is wrong in it, what would mend it, and its figures.
 *
 * <p>It stands in this room since only here memory, glossary, checks and the language detector
 * meet. How many units change as one step is the memory's business.
 */
package dragoman.dispatch.care;
