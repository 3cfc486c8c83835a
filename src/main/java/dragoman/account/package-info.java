/**
 * People, roles, sign-in, tokens, the audit trail.
 *
 * <p>No HTTP: cookies and headers belong to web.
 */
package dragoman.account;
