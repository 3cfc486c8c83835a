package dragoman.web;

import dragoman.account.Accounts;
import dragoman.account.AuditEntry;
import dragoman.account.Permission;
import dragoman.account.Person;
import dragoman.account.Role;
import dragoman.account.Token;
import dragoman.storage.StaleVersionException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** People, their sign-in links and tokens, and the audit trail. */
final class PeopleRoutes {
  private final Accounts accounts;
  private final Requests requests;

  PeopleRoutes(Accounts accounts, Requests requests) {
    this.accounts = accounts;
    this.requests = requests;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/people", this::list);
    routes.post("/api/people", this::add);
    routes.patch("/api/people/{id}", this::change);
    routes.post("/api/people/{id}/link", this::link);
    routes.get("/api/tokens", this::tokens);
    routes.post("/api/tokens", this::issue);
    routes.delete("/api/tokens/{id}", this::revoke);
    routes.get("/api/audit", this::audit);
  }

  private void list(Context ctx) {
    Caller.of(ctx);
    ctx.json(part(ctx, accounts.people().list().stream().map(PersonView::of).toList()));
  }

  private void add(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_PEOPLE);
    NewPerson given = requests.body(ctx, NewPerson.class);
    Person person = accounts.people().add(given.name(), given.initials(), given.role(), who);
    ctx.status(HttpStatus.CREATED)
        .json(new Invited(PersonView.of(person), signInLink(ctx, person, who)));
  }

  private void change(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_PEOPLE);
    PersonChange change = requests.body(ctx, PersonChange.class);
    Person now = accounts.people().get(Requests.number(ctx, "id"));
    Person wanted =
        new Person(
            now.id(),
            change.name().orElse(now.name()),
            change.initials().orElse(now.initials()),
            change.role().orElse(now.role()),
            change.active().orElse(now.active()),
            now.hasPassword(),
            change.version());
    try {
      ctx.json(PersonView.of(accounts.people().update(wanted, who)));
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), PersonView.of(accounts.people().get(now.id())));
    }
  }

  private void link(Context ctx) {
    String who = Caller.allowed(ctx, Permission.KEEP_PEOPLE);
    Person person = accounts.people().get(Requests.number(ctx, "id"));
    if (!person.active()) {
      throw new IllegalArgumentException(
          person.name() + " may not sign in any more; make them active first.");
    }
    ctx.json(new Invited(PersonView.of(person), signInLink(ctx, person, who)));
  }

  private String signInLink(Context ctx, Person person, String who) {
    String scheme = SessionCookie.isSecure(ctx) ? "https" : "http";
    String secret = accounts.sessions().link(person, who);
    return scheme + "://" + ctx.header("Host") + "/sign-in?link=" + secret;
  }

  private void tokens(Context ctx) {
    Person caller = Caller.of(ctx).person();
    boolean everybodys = Permission.KEEP_PEOPLE.allows(caller);
    ctx.json(
        part(
            ctx,
            accounts.tokens().list().stream()
                .filter(token -> everybodys || token.person().id() == caller.id())
                .map(TokenView::of)
                .toList()));
  }

  private void issue(Context ctx) throws IOException {
    Caller.of(ctx).inPerson("make tokens");
    NewToken given = requests.body(ctx, NewToken.class);
    Person caller = Caller.of(ctx).person();
    Person person = caller;
    if (given.person().isPresent() && given.person().get() != caller.id()) {
      Caller.allowed(ctx, Permission.KEEP_PEOPLE);
      person = accounts.people().get(given.person().get());
    }
    String secret = accounts.tokens().issue(person, given.label(), caller.name());
    ctx.status(HttpStatus.CREATED).json(new IssuedToken(secret, person.id(), given.label()));
  }

  private void revoke(Context ctx) {
    Person caller = Caller.of(ctx).person();
    long id = Requests.number(ctx, "id");
    Token token =
        accounts.tokens().list().stream()
            .filter(t -> t.id() == id)
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException("There is no token " + id + "."));
    if (token.person().id() != caller.id()) {
      Caller.allowed(ctx, Permission.KEEP_PEOPLE);
    }
    accounts.tokens().revoke(id, caller.name());
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void audit(Context ctx) {
    Caller.allowed(ctx, Permission.KEEP_PEOPLE);
    Requests.Paging paging = Requests.paging(ctx);
    List<AuditEntry> entries = accounts.trail().latest(paging.offset(), paging.limit());
    ctx.json(paging.of(entries, accounts.trail().count()));
  }

  private static <T> Requests.PageView<T> part(Context ctx, List<T> all) {
    Requests.Paging paging = Requests.paging(ctx);
    return paging.of(all.stream().skip(paging.offset()).limit(paging.limit()).toList(), all.size());
  }

  private record NewPerson(String name, String initials, Role role) {}

  private record PersonChange(
      Long version,
      Optional<String> name,
      Optional<String> initials,
      Optional<Role> role,
      Optional<Boolean> active) {}

  private record NewToken(String label, Optional<Long> person) {}

  /** A person with a one-time link that signs them in. */
  record Invited(PersonView person, String signInLink) {}

  /** A fresh token; the secret is shown this once. */
  record IssuedToken(String token, long person, String label) {}

  /** A token without its secret. */
  record TokenView(
      long id, PersonView person, String label, Instant createdAt, Optional<Instant> usedAt) {
    static TokenView of(Token token) {
      return new TokenView(
          token.id(),
          PersonView.of(token.person()),
          token.label(),
          token.createdAt(),
          token.usedAt());
    }
  }
}
