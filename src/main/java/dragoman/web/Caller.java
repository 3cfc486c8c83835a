package dragoman.web;

import dragoman.account.Permission;
import dragoman.account.Person;
import dragoman.account.Session;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param person who
 * @param session their browser's session; empty where a program calls by token
 */
record Caller(Person person, Optional<Session> session) {
  private static final String ATTRIBUTE = "dragoman.caller";

  void attachTo(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }

  /** The caller of a request that the guard let in. */
  static Caller of(Context ctx) {
    Caller caller = ctx.attribute(ATTRIBUTE);
    if (caller == null) {
      throw new ProblemException(Guard.stranger());
    }
    return caller;
  }

  /**
   * The session of somebody who is there themselves: what a token could make would outlive it.
   *
   * @param what they want to do, as it follows “cannot”
   */
  Session inPerson(String what) {
    return session.orElseThrow(
        () ->
            new ProblemException(
                403, "Not allowed", "A token cannot " + what + "; sign in for that."));
  }

  /** The name of whoever makes a request that needs a permission, if they have it. */
  static String allowed(Context ctx, Permission permission) {
    Person person = of(ctx).person();
    if (!permission.allows(person)) {
      throw new ProblemException(
          403,
          "Not allowed",
          person.name()
              + " may not "
              + permission.words()
              + "; ask an administrator for the role.");
    }
    return person.name();
  }
}
