package dragoman.web;

import dragoman.account.Notices;
import dragoman.account.Person;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** What the caller was told of what others did. */
final class NoticeRoutes {
  private final Notices notices;

  NoticeRoutes(Notices notices) {
    this.notices = notices;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/notices", this::list);
    routes.post("/api/notices/read", this::read);
  }

  private void list(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    Person person = Caller.of(ctx).person();
    ctx.json(
        new NoticesView(
            notices.latest(person, paging.offset(), paging.limit()),
            notices.count(person, false),
            notices.count(person, true),
            paging.offset(),
            paging.limit()));
  }

  private void read(Context ctx) {
    notices.read(Caller.of(ctx).person(), Requests.queryNumber(ctx, "last"));
    ctx.status(HttpStatus.NO_CONTENT);
  }

  /** A part of them, with how many there are and how many were not seen. */
  record NoticesView(List<Notices.Notice> items, long total, long unread, int offset, int limit) {}
}
