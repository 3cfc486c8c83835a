/**
 * Documents by Okapi filters, segments and their states, history, export.
 *
 * <p>No HTTP.
 */
package dragoman.dispatch;
