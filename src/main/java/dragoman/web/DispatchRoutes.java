package dragoman.web;

import com.fasterxml.jackson.databind.JsonNode;
import dragoman.account.Permission;
import dragoman.dispatch.Correction;
import dragoman.dispatch.Dispatch;
import dragoman.dispatch.DispatchFilter;
import dragoman.dispatch.Dispatches;
import dragoman.dispatch.Exported;
import dragoman.dispatch.HeldCorrectionException;
import dragoman.dispatch.NewDispatch;
import dragoman.dispatch.Target;
import dragoman.dispatch.Upload;
import dragoman.exchange.TmxWriter;
import dragoman.language.LanguageTag;
import dragoman.memory.NewUnit;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Dispatches: in, listed, changed, pre-translated, out. */
final class DispatchRoutes {
  private static final int LISTED_AT_MOST = 200;

  private final Dispatches dispatches;
  private final EventHub hub;
  private final Requests requests;

  DispatchRoutes(Dispatches dispatches, EventHub hub, Requests requests) {
    this.dispatches = dispatches;
    this.hub = hub;
    this.requests = requests;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/dispatches", this::list);
    routes.post("/api/dispatches/preview", this::preview);
    routes.post("/api/dispatches", this::create);
    routes.get(
        "/api/dispatches/{id}",
        ctx -> ctx.json(DispatchView.of(dispatches.get(Requests.number(ctx, "id")))));
    routes.patch("/api/dispatches/{id}", this::change);
    routes.delete("/api/dispatches/{id}", this::delete);
    routes.post("/api/dispatches/{id}/restore", this::restore);
    routes.post("/api/dispatches/{id}/update", this::bringIn);
    routes.post("/api/dispatches/{id}/update/undo", this::undoUpdate);
    routes.post("/api/dispatches/{id}/pretranslate", this::pretranslate);
    routes.get("/api/dispatches/{id}/export", this::export);
  }

  private void list(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    int limit = Math.min(paging.limit(), LISTED_AT_MOST);
    Page<Dispatch> page =
        dispatches.list(
            new DispatchFilter(
                Requests.query(ctx, "search").orElse(""),
                Requests.language(ctx, "language"),
                Requests.word(ctx, "state", Dispatch.State.class),
                Requests.word(ctx, "progress", DispatchFilter.Progress.class),
                paging.offset(),
                limit));
    ctx.json(
        new Requests.Paging(paging.offset(), limit)
            .of(page.items().stream().map(DispatchView::of).toList(), page.total()));
  }

  private void preview(Context ctx) throws IOException {
    Caller.allowed(ctx, Permission.TRANSLATE);
    ctx.json(dispatches.preview(upload(ctx), Uploads.field(ctx, "source").map(LanguageTag::of)));
  }

  private void create(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    NewDispatch wanted =
        new NewDispatch(
            upload(ctx),
            Uploads.field(ctx, "slug").orElse(""),
            Uploads.field(ctx, "title").orElse(""),
            Uploads.field(ctx, "agency").orElse(""),
            Uploads.field(ctx, "byLine").orElse(""),
            Uploads.field(ctx, "dated").map(DispatchRoutes::day),
            Uploads.field(ctx, "embargo").map(DispatchRoutes::moment),
            Uploads.field(ctx, "source").map(LanguageTag::of),
            languages(Uploads.field(ctx, "targets").orElse("")),
            Optional.empty());
    Dispatch dispatch = dispatches.create(wanted, who);
    told(dispatch.id());
    ctx.status(HttpStatus.CREATED).json(DispatchView.of(dispatch));
  }

  /** Only what the body names is changed; a null takes a day or an embargo away. */
  private void change(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    JsonNode tree = requests.tree(ctx);
    Change change = requests.read(tree, Change.class);
    Dispatch now = dispatches.get(Requests.number(ctx, "id"));
    List<Target> targets =
        change
            .targets()
            .map(wanted -> wanted.stream().map(l -> new Target(l, 0, 0, 0, 0)).toList())
            .orElse(now.targets());
    Dispatch changed =
        new Dispatch(
            now.id(),
            now.identity(),
            change.slug().orElse(now.slug()),
            change.title().orElse(now.title()),
            change.agency().orElse(now.agency()),
            change.byLine().orElse(now.byLine()),
            tree.has("dated") ? change.dated() : now.dated(),
            tree.has("embargo") ? change.embargo() : now.embargo(),
            now.source(),
            targets,
            now.format(),
            now.fileName(),
            change.state().orElse(now.state()),
            change.status().orElse(now.status()),
            change.version(),
            now.createdAt(),
            now.createdBy());
    answer(ctx, now.id(), () -> dispatches.update(changed, who));
  }

  private void delete(Context ctx) {
    String who = Caller.allowed(ctx, Permission.DELETE_DISPATCHES);
    long id = Requests.number(ctx, "id");
    long version = Requests.queryNumber(ctx, "version");
    try {
      dispatches.delete(id, version, who);
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), DispatchView.of(dispatches.get(id)));
    }
    told(id);
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void restore(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.DELETE_DISPATCHES);
    long id = Requests.number(ctx, "id");
    long version = requests.body(ctx, Version.class).version();
    Dispatch restored = dispatches.restore(id, version, who);
    told(id);
    ctx.json(DispatchView.of(restored));
  }

  /** A newer version of the document; with {@code preview=true} it is only looked at. */
  private void bringIn(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    long id = Requests.number(ctx, "id");
    Upload upload = upload(ctx);
    if (Uploads.field(ctx, "preview").filter("true"::equals).isPresent()) {
      ctx.json(CorrectionView.of(dispatches.corrections().preview(id, upload)));
      return;
    }
    long version = Uploads.number(ctx, "version");
    boolean meant = Uploads.field(ctx, "confirm").filter("true"::equals).isPresent();
    correct(ctx, id, () -> dispatches.corrections().bringIn(id, version, upload, meant, who));
  }

  /** The document before the last newer version, with what its sentences were translated by. */
  private void undoUpdate(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    long id = Requests.number(ctx, "id");
    long version = requests.body(ctx, Version.class).version();
    correct(ctx, id, () -> dispatches.corrections().undo(id, version, who));
  }

  private void correct(Context ctx, long id, Supplier<Correction> correction) {
    try {
      ctx.json(CorrectionView.of(correction.get()));
    } catch (HeldCorrectionException e) {
      throw new ProblemException(422, "Held", e.getMessage());
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), DispatchView.of(dispatches.get(id)));
    }
    told(id);
  }

  private void pretranslate(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    Pretranslation wanted = requests.body(ctx, Pretranslation.class);
    ctx.json(
        Map.of(
            "items",
            dispatches.pretranslate(
                Requests.number(ctx, "id"),
                wanted.languages().orElse(List.of()),
                wanted.threshold().orElse(75),
                who)));
  }

  private void export(Context ctx) throws IOException {
    long id = Requests.number(ctx, "id");
    LanguageTag language = Requests.requiredLanguage(ctx, "language");
    String format = Requests.query(ctx, "format").orElse("original");
    switch (format) {
      case "original" -> {
        Exported exported = dispatches.export(id, language);
        Uploads.asFile(ctx, exported.fileName(), exported.mediaType());
        exported.content().writeTo(ctx.outputStream());
      }
      case "tmx" -> tmx(ctx, dispatches.get(id), language);
      default ->
          throw new ProblemException(
              400, "Unreadable request", "“format” is original or tmx, not “" + format + "”.");
    }
  }

  private void tmx(Context ctx, Dispatch dispatch, LanguageTag language) throws IOException {
    List<NewUnit> units = dispatches.units(dispatch.id());
    Uploads.asFile(ctx, dispatch.slug() + "." + language + ".tmx", "application/x-tmx+xml");
    try (TmxWriter writer = new TmxWriter(ctx.outputStream())) {
      for (NewUnit unit : units) {
        var variants =
            unit.variants().stream()
                .filter(v -> v.language().meets(dispatch.source()) || v.language().meets(language))
                .toList();
        if (variants.size() > 1) {
          writer.unit(variants, unit.metadata());
        }
      }
    }
  }

  private void answer(Context ctx, long id, Supplier<Dispatch> change) {
    try {
      ctx.json(DispatchView.of(change.get()));
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), DispatchView.of(dispatches.get(id)));
    }
    told(id);
  }

  private void told(long id) {
    hub.publish(OptionalLong.empty(), "dispatch", Map.of("dispatch", id));
  }

  private static Upload upload(Context ctx) throws IOException {
    Optional<UploadedFile> file = Uploads.file(ctx);
    if (file.isPresent()) {
      try (InputStream content = file.get().content()) {
        return new Upload(file.get().filename(), content.readAllBytes());
      }
    }
    return Upload.pasted(
        Optional.ofNullable(ctx.formParam("text"))
            .orElseThrow(() -> Requests.missing("text or file")));
  }

  private static List<LanguageTag> languages(String list) {
    return Arrays.stream(list.split(","))
        .filter(tag -> !tag.isBlank())
        .map(LanguageTag::of)
        .toList();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          422, "Not a day", "“" + text + "” is not a day; write it as 2020-10-31.");
    }
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          422, "Not a time", "“" + text + "” is not a time; write it as 2020-10-31T12:00:00Z.");
    }
  }

  private record Change(
      Long version,
      Optional<String> slug,
      Optional<String> title,
      Optional<String> agency,
      Optional<String> byLine,
      Optional<LocalDate> dated,
      Optional<Instant> embargo,
      Optional<Dispatch.State> state,
      Optional<Dispatch.Status> status,
      Optional<List<LanguageTag>> targets) {}

  /** What a newer version changes, or would. */
  record CorrectionView(
      DispatchView dispatch,
      int kept,
      int changed,
      int restored,
      int added,
      int removed,
      int choices,
      int translations,
      int drafts,
      List<String> doubts,
      boolean held) {
    static CorrectionView of(Correction correction) {
      return new CorrectionView(
          DispatchView.of(correction.dispatch()),
          correction.kept(),
          correction.changed(),
          correction.restored(),
          correction.added(),
          correction.removed(),
          correction.choices(),
          correction.translations(),
          correction.drafts(),
          correction.doubts(),
          correction.held());
    }
  }

  private record Version(Long version) {}

  private record Pretranslation(
      Optional<List<LanguageTag>> languages, Optional<Integer> threshold) {}
}
