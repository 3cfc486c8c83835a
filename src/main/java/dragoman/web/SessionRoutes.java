package dragoman.web;

import dragoman.account.Accounts;
import dragoman.account.Session;
import dragoman.account.SignedIn;
import dragoman.web.Languages.LanguageView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Signing in, who is signed in, signing out. */
final class SessionRoutes {
  private final Accounts accounts;
  private final Requests requests;

  SessionRoutes(Accounts accounts, Requests requests) {
    this.accounts = accounts;
    this.requests = requests;
  }

  void install(RoutesConfig routes) {
    routes.get("/sign-in", this::followLink);
    routes.get("/api/session", ctx -> ctx.json(view(Caller.of(ctx))));
    routes.post("/api/session", this::signIn);
    routes.delete("/api/session", this::signOut);
    routes.put("/api/session/password", this::changePassword);
  }

  /** A link that no longer works leads to the page that says so, never to an error. */
  private void followLink(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    Optional<SignedIn> signedIn =
        Requests.query(ctx, "link").flatMap(accounts.sessions()::signInByLink);
    signedIn.ifPresent(signed -> SessionCookie.set(ctx, signed.secret()));
    boolean in =
        signedIn.isPresent()
            || SessionCookie.read(ctx).flatMap(accounts.sessions()::find).isPresent();
    ctx.redirect(in ? "/" : "/sign-in-page?used=1", HttpStatus.SEE_OTHER);
  }

  private void signIn(Context ctx) throws IOException {
    Credentials given = requests.body(ctx, Credentials.class);
    SignedIn signedIn =
        accounts
            .sessions()
            .signInByPassword(given.name(), given.password(), ctx.ip())
            .orElseThrow(
                () ->
                    new ProblemException(
                        401,
                        "Not signed in",
                        "Name and password do not fit; try again, or ask an administrator for a"
                            + " sign-in link."));
    SessionCookie.set(ctx, signedIn.secret());
    Session session = signedIn.session();
    ctx.json(view(new Caller(session.person(), Optional.of(session))));
  }

  private void signOut(Context ctx) {
    Caller.of(ctx).session().ifPresent(accounts.sessions()::signOut);
    SessionCookie.remove(ctx);
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void changePassword(Context ctx) throws IOException {
    Session session = Caller.of(ctx).inPerson("change a password");
    NewPassword given = requests.body(ctx, NewPassword.class);
    accounts.changePassword(session, given.current().orElse(""), given.password(), ctx.ip());
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private static SessionView view(Caller caller) {
    return new SessionView(
        PersonView.of(caller.person()),
        caller.session().map(Session::csrf).orElse(""),
        caller.person().hasPassword(),
        Languages.views());
  }

  private record Credentials(String name, String password) {}

  private record NewPassword(String password, Optional<String> current) {}

  /** Who is signed in, what their page must send with a change, and the desk's languages. */
  record SessionView(
      PersonView person, String csrf, boolean hasPassword, List<LanguageView> languages) {}
}
