package dragoman.web;

import dragoman.account.Accounts;
import dragoman.account.Person;
import dragoman.account.Session;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Stands before every request: the right host, a known caller, no forged change, not too large. */
final class Guard {
  /** The most that a request may carry, in bytes. */
  static final long LARGEST = 50L * 1024 * 1024;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final Accounts accounts;
  private final boolean loopbackOnly;

  /**
   * @param loopbackOnly whether the server is bound to the loopback: then a name in the Host header
   *     that is not the loopback's is a page that rebinds DNS to read us
   */
  Guard(Accounts accounts, boolean loopbackOnly) {
    this.accounts = accounts;
    this.loopbackOnly = loopbackOnly;
  }

  void install(RoutesConfig routes) {
    routes.before(this::checkHost);
    routes.before(this::checkSize);
    routes.before(this::checkOrigin);
    routes.before("/api/*", this::admit);
  }

  static Problem stranger() {
    return Problem.of(
        401, "Sign in first", "Sign in first: by a sign-in link, name and password, or a token.");
  }

  private void checkHost(Context ctx) {
    if (loopbackOnly && !LOOPBACK.contains(hostName(ctx))) {
      throw new ProblemException(
          421,
          "Wrong host",
          "This server answers as 127.0.0.1 or localhost only; start it with --host to be reached"
              + " by another name.");
    }
  }

  private static String hostName(Context ctx) {
    String host = Optional.ofNullable(ctx.header("Host")).orElse("").toLowerCase(Locale.ROOT);
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private void checkSize(Context ctx) {
    if (ctx.req().getContentLengthLong() > LARGEST) {
      ctx.header("Connection", "close");
      throw new ProblemException(Problems.tooLarge());
    }
  }

  /** A browser says where a change comes from; a page of another site may not make one. */
  private void checkOrigin(Context ctx) {
    String origin = ctx.header("Origin");
    if (isChange(ctx) && origin != null && !sameHost(origin, ctx)) {
      throw new ProblemException(
          403, "Foreign page", "A page of another site tried to change something here.");
    }
  }

  private static boolean sameHost(String origin, Context ctx) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(ctx.header("Host"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void admit(Context ctx) {
    Optional<String> token = bearer(ctx);
    if (token.isPresent()) {
      Person person =
          accounts
              .tokens()
              .find(token.get())
              .orElseThrow(
                  () ->
                      new ProblemException(
                          401, "Unknown token", "This token is unknown or was revoked."));
      new Caller(person, Optional.empty()).attachTo(ctx);
      return;
    }
    Optional<Session> session = SessionCookie.read(ctx).flatMap(accounts.sessions()::find);
    if (session.isEmpty()) {
      if (isSignIn(ctx)) {
        return;
      }
      throw new ProblemException(stranger());
    }
    if (isChange(ctx) && !isSignIn(ctx) && !csrfFits(ctx, session.get())) {
      throw new ProblemException(
          403,
          "Token of the page is missing",
          "A change needs the header X-CSRF-Token with the value that GET /api/session gives; load"
              + " the page again.");
    }
    if (session.get().extended()) {
      SessionCookie.extend(ctx);
    }
    new Caller(session.get().person(), session).attachTo(ctx);
  }

  private static boolean isSignIn(Context ctx) {
    return ctx.method() == HandlerType.POST && ctx.path().equals("/api/session");
  }

  private static boolean isChange(Context ctx) {
    HandlerType method = ctx.method();
    return method != HandlerType.GET && method != HandlerType.HEAD && method != HandlerType.OPTIONS;
  }

  private static boolean csrfFits(Context ctx, Session session) {
    String given = Optional.ofNullable(ctx.header("X-CSRF-Token")).orElse("");
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), session.csrf().getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> bearer(Context ctx) {
    return Optional.ofNullable(ctx.header("Authorization"))
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }
}
