package dragoman.web;

import dragoman.account.Permission;
import dragoman.dispatch.AlignmentEdited;
import dragoman.dispatch.AlignmentLink;
import dragoman.dispatch.AlignmentTroubleException;
import dragoman.dispatch.Alignments;
import dragoman.dispatch.StoredAlignment;
import dragoman.exchange.TmxWriter;
import dragoman.language.LanguageTag;
import dragoman.memory.Memories;
import dragoman.memory.NewUnit;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import dragoman.web.AlignmentView.EditedView;
import dragoman.web.AlignmentView.KeptView;
import dragoman.web.AlignmentView.LinkView;
import dragoman.web.AlignmentView.PreviewView;
import dragoman.web.AlignmentView.TroubleView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Alignments: made of texts, looked through, mended, given to a memory or out as TMX. */
final class AlignmentRoutes {
  private final Alignments alignments;
  private final Memories memories;
  private final EventHub hub;
  private final Requests requests;
  private final AlignmentForm form;

  AlignmentRoutes(Alignments alignments, Memories memories, EventHub hub, Requests requests) {
    this.alignments = alignments;
    this.memories = memories;
    this.hub = hub;
    this.requests = requests;
    this.form = new AlignmentForm(alignments);
  }

  void install(RoutesConfig routes) {
    routes.get("/api/alignments", this::list);
    routes.post("/api/alignments", this::create);
    routes.post("/api/alignments/preview", this::preview);
    routes.get("/api/alignments/{id}", ctx -> ctx.json(view(alignments.get(id(ctx)))));
    routes.patch("/api/alignments/{id}", this::rename);
    routes.delete("/api/alignments/{id}", this::delete);
    routes.post("/api/alignments/{id}/restore", this::restore);
    routes.post("/api/alignments/{id}/languages", this::languages);
    routes.get("/api/alignments/{id}/links", this::links);
    routes.post("/api/alignments/{id}/links", this::link);
    routes.post("/api/alignments/{id}/segments/{segment}/split", this::split);
    routes.post("/api/alignments/{id}/segments/{segment}/join", this::join);
    routes.post("/api/alignments/{id}/accept", this::accept);
    routes.post("/api/alignments/{id}/undo", this::undo);
    routes.post("/api/alignments/{id}/save", this::save);
    routes.get("/api/alignments/{id}/export", this::giveOut);
  }

  private void list(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    Page<StoredAlignment> page =
        alignments.list(Requests.query(ctx, "search").orElse(""), paging.offset(), paging.limit());
    ctx.json(paging.of(page.items().stream().map(this::view).toList(), page.total()));
  }

  private void preview(Context ctx) throws IOException {
    Caller.allowed(ctx, Permission.TRANSLATE);
    ctx.json(PreviewView.of(alignments.preview(form.inputs(ctx))));
  }

  private void create(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    String name = Uploads.field(ctx, "name").orElse("");
    var inputs = form.inputs(ctx);
    StoredAlignment made = untroubled(() -> alignments.create(name, inputs, who));
    told(made.id(), who);
    ctx.status(HttpStatus.CREATED).json(view(made));
  }

  private static <T> T untroubled(Supplier<T> work) {
    try {
      return work.get();
    } catch (AlignmentTroubleException e) {
      throw new ProblemException(
          Problem.of(422, "Cannot be aligned", e.getMessage()).with(TroubleView.of(e.trouble())));
    }
  }

  private void rename(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    NewName body = requests.body(ctx, NewName.class);
    answer(ctx, who, () -> alignments.rename(id(ctx), body.version(), body.name(), who));
  }

  private void languages(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    NewLanguages body = requests.body(ctx, NewLanguages.class);
    answer(
        ctx,
        who,
        () ->
            untroubled(() -> alignments.languages(id(ctx), body.version(), body.languages(), who)));
  }

  private void delete(Context ctx) {
    String who = Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    long version = Requests.queryNumber(ctx, "version");
    current(
        ctx,
        () -> {
          alignments.delete(id(ctx), version, who);
          return true;
        });
    hub.publish(
        OptionalLong.empty(),
        "alignment",
        Map.of("alignment", id(ctx), "by", who, "deleted", true));
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void restore(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    long version = requests.body(ctx, Version.class).version();
    answer(ctx, who, () -> alignments.restore(id(ctx), version, who));
  }

  private void links(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    double threshold = threshold(ctx).orElse(StoredAlignment.SURE);
    Order order = Requests.word(ctx, "order", Order.class).orElse(Order.TEXT);
    Page<AlignmentLink> page =
        alignments.links(
            id(ctx),
            new Alignments.Asked(
                Requests.word(ctx, "show", Alignments.Show.class),
                order == Order.DOUBTFUL,
                threshold,
                paging.offset(),
                paging.limit()));
    ctx.json(
        paging.of(
            page.items().stream().map(link -> LinkView.of(link, threshold)).toList(),
            page.total()));
  }

  private void link(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    NewLinks body = requests.body(ctx, NewLinks.class);
    boolean accepted = accepted(body.state());
    edited(
        ctx,
        who,
        () -> alignments.link(id(ctx), body.version(), body.links(), body.groups(), accepted, who));
  }

  private void split(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    Place body = requests.body(ctx, Place.class);
    edited(ctx, who, () -> alignments.split(id(ctx), body.version(), segment(ctx), body.at(), who));
  }

  private void join(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    long version = requests.body(ctx, Version.class).version();
    edited(ctx, who, () -> alignments.join(id(ctx), version, segment(ctx), who));
  }

  private void accept(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    Accepting body = requests.body(ctx, Accepting.class);
    if (body.links().isPresent() == body.threshold().isPresent()) {
      throw new ProblemException(
          400, "Something is missing", "Give either “links” or a “threshold” to accept by.");
    }
    edited(
        ctx,
        who,
        () ->
            body.links().isPresent()
                ? alignments.accept(
                    id(ctx), body.version(), body.links().get(), accepted(body.state()), who)
                : alignments.accept(id(ctx), body.version(), share(body.threshold().get()), who));
  }

  private void undo(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    long version = requests.body(ctx, Version.class).version();
    edited(ctx, who, () -> alignments.undo(id(ctx), version, who));
  }

  private void save(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    Saving body = requests.body(ctx, Saving.class);
    OptionalDouble threshold =
        body.threshold()
            .map(given -> OptionalDouble.of(share(given)))
            .orElse(OptionalDouble.empty());
    Alignments.Saved saved =
        current(
            ctx,
            () ->
                alignments.save(
                    id(ctx), body.version(), memories.get(body.memory()), threshold, who));
    told(id(ctx), who);
    hub.publish(OptionalLong.empty(), "memory", Map.of("memory", body.memory()));
    ctx.json(KeptView.of(saved, memories));
  }

  private void giveOut(Context ctx) throws IOException {
    StoredAlignment alignment = alignments.get(id(ctx));
    String format = Requests.query(ctx, "format").orElse("tmx");
    if (!format.equals("tmx")) {
      throw new ProblemException(
          400, "Unreadable request", "“format” is tmx, not “" + format + "”.");
    }
    List<NewUnit> units = alignments.units(alignment.id(), threshold(ctx));
    Uploads.asFile(ctx, alignment.name() + ".tmx", "application/x-tmx+xml");
    try (TmxWriter writer = new TmxWriter(ctx.outputStream())) {
      units.forEach(unit -> writer.unit(unit.variants(), unit.metadata()));
    }
  }

  private static long id(Context ctx) {
    return Requests.number(ctx, "id");
  }

  private static long segment(Context ctx) {
    return Requests.number(ctx, "segment");
  }

  private static boolean accepted(Optional<AlignmentLink.State> state) {
    return state.orElse(AlignmentLink.State.ACCEPTED) == AlignmentLink.State.ACCEPTED;
  }

  private static OptionalDouble threshold(Context ctx) {
    Optional<String> given = Requests.query(ctx, "threshold");
    if (given.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(share(Double.parseDouble(given.get())));
    } catch (NumberFormatException e) {
      throw noShare();
    }
  }

  private static double share(double threshold) {
    if (threshold >= 0 && threshold <= 1) {
      return threshold;
    }
    throw noShare();
  }

  private static ProblemException noShare() {
    return new ProblemException(
        400, "Unreadable request", "“threshold” must be a number from 0 to 1, as 0.9.");
  }

  private AlignmentView view(StoredAlignment alignment) {
    return AlignmentView.of(alignment, memories);
  }

  private void answer(Context ctx, String who, Supplier<StoredAlignment> change) {
    StoredAlignment changed = current(ctx, change);
    told(changed.id(), who);
    ctx.json(view(changed));
  }

  private void edited(Context ctx, String who, Supplier<AlignmentEdited> change) {
    AlignmentEdited edited = current(ctx, change);
    told(edited.alignment().id(), who);
    ctx.json(EditedView.of(edited, memories));
  }

  private <T> T current(Context ctx, Supplier<T> change) {
    try {
      return change.get();
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), view(alignments.get(id(ctx))));
    }
  }

  private void told(long id, String who) {
    hub.publish(OptionalLong.empty(), "alignment", Map.of("alignment", id, "by", who));
  }

  private enum Order {
    TEXT,
    DOUBTFUL
  }

  private record NewName(Long version, String name) {}

  private record NewLanguages(Long version, List<LanguageTag> languages) {}

  private record NewLinks(
      Long version,
      List<Long> links,
      List<List<List<Long>>> groups,
      Optional<AlignmentLink.State> state) {}

  private record Place(Long version, Integer at) {}

  private record Version(Long version) {}

  private record Accepting(
      Long version,
      Optional<List<Long>> links,
      Optional<Double> threshold,
      Optional<AlignmentLink.State> state) {}

  private record Saving(Long version, Long memory, Optional<Double> threshold) {}
}
