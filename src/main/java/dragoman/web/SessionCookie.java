package dragoman.web;

import dragoman.account.Sessions;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * The cookie that holds a session's secret. Its name carries the port, since browsers give cookies
 * of one host to every port and two servers on one machine would sign each other out. Strict does
 * for sign-in links too: the page that they lead to needs no cookie, and its requests are our own.
 */
final class SessionCookie {
  private SessionCookie() {}

  static Optional<String> read(Context ctx) {
    return Optional.ofNullable(ctx.cookie(name(ctx))).filter(value -> !value.isEmpty());
  }

  static void set(Context ctx, String secret) {
    Cookie cookie = new Cookie(name(ctx), secret);
    cookie.setPath("/");
    cookie.setMaxAge((int) Sessions.LASTS.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    cookie.setSecure(isSecure(ctx));
    ctx.cookie(cookie);
  }

  /** Sends the cookie again, so that the browser keeps it as long as the session lasts. */
  static void extend(Context ctx) {
    read(ctx).ifPresent(secret -> set(ctx, secret));
  }

  static void remove(Context ctx) {
    ctx.removeCookie(name(ctx), "/");
  }

  private static String name(Context ctx) {
    return "dragoman-" + ctx.req().getLocalPort();
  }

  static boolean isSecure(Context ctx) {
    return ctx.req().isSecure() || "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto"));
  }
}
