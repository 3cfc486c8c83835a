package dragoman.account;

import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param key names the session without opening it: the hash that is kept
 * @param person who signed in, as they are now
 * @param csrf what the browser's pages must send with every change
 * @param expiresAt when it ends unless it is used
 * @param extended whether this use moved its end, so that the cookie is sent again
 */
public record Session(
    String key, Person person, String csrf, Instant expiresAt, boolean extended) {}
