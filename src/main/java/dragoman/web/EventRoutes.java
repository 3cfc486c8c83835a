package dragoman.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** Live changes, and who is at which segment. */
final class EventRoutes {
  private final EventHub hub;
  private final Requests requests;

  EventRoutes(EventHub hub, Requests requests) {
    this.hub = hub;
    this.requests = requests;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/events", this::open);
    routes.post("/api/dispatches/{id}/presence", this::present);
  }

  private void open(Context ctx) throws Exception {
    String accepted = Optional.ofNullable(ctx.header("Accept")).orElse("");
    if (!accepted.contains("text/event-stream")) {
      throw new ProblemException(
          406, "Not acceptable", "Events are sent to who accepts text/event-stream.");
    }
    OptionalLong dispatch =
        Requests.query(ctx, "dispatch").isPresent()
            ? OptionalLong.of(Requests.queryNumber(ctx, "dispatch"))
            : OptionalLong.empty();
    Caller caller = Caller.of(ctx);
    new SseHandler(client -> hub.open(client, caller, dispatch)).handle(ctx);
  }

  private void present(Context ctx) throws IOException {
    Place place = requests.body(ctx, Place.class);
    OptionalLong segment = place.segment().map(OptionalLong::of).orElseGet(OptionalLong::empty);
    hub.present(Caller.of(ctx), Requests.number(ctx, "id"), segment, place.language().orElse(""));
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private record Place(Optional<Long> segment, Optional<String> language) {}
}
