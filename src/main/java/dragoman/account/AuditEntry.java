package dragoman.account;

import java.time.Instant;

/**
 * One thing that somebody did.
 *
 * @param id grows with time
 * @param at when
 * @param who their name; where a sign-in was refused, the name that was tried
 * @param action what, in a few words
 * @param detail to what; may be empty
 */
public record AuditEntry(long id, Instant at, String who, String action, String detail) {}
