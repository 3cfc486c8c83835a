package dragoman.account;

/**
 * A fresh sign-in.
 *
 * @param session the session
 * @param secret opens it; goes into the cookie and is kept nowhere else
 */
public record SignedIn(Session session, String secret) {}
