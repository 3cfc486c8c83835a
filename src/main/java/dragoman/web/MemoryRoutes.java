package dragoman.web;

import dragoman.account.Permission;
import dragoman.exchange.ImportReport;
import dragoman.exchange.UnitFile;
import dragoman.exchange.UnitFilter;
import dragoman.language.LanguageTag;
import dragoman.memory.Concordance;
import dragoman.memory.IndexState;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Unit;
import dragoman.memory.UnitSearch;
import dragoman.memory.UnitWriter;
import dragoman.memory.Updating;
import dragoman.memory.Variant;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import dragoman.text.TaggedText;
import dragoman.web.UnitView.ChangeView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** Memories and their units: search, change, history, TMX in and out. */
final class MemoryRoutes {
  private final Memories memories;
  private final EventHub hub;
  private final Requests requests;

  MemoryRoutes(Memories memories, EventHub hub, Requests requests) {
    this.memories = memories;
    this.hub = hub;
    this.requests = requests;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/memories", this::list);
    routes.post("/api/memories", this::create);
    routes.patch("/api/memories/{id}", this::change);
    routes.get("/api/memories/{id}/units", this::search);
    routes.post("/api/memories/{id}/import", this::takeIn);
    routes.get("/api/memories/{id}/export", this::giveOut);
    routes.get("/api/units/{id}", ctx -> ctx.json(UnitView.of(unit(ctx))));
    routes.put("/api/units/{id}/variants/{language}", this::edit);
    routes.delete("/api/units/{id}", this::delete);
    routes.post("/api/units/{id}/restore", this::restore);
    routes.get("/api/units/{id}/history", this::history);
    routes.get("/api/concordance", this::concordance);
    routes.get("/api/index", ctx -> ctx.json(IndexView.of(memories.indexState())));
  }

  private void list(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    List<Memory> all = memories.list();
    ctx.json(
        paging.of(all.stream().skip(paging.offset()).limit(paging.limit()).toList(), all.size()));
  }

  private void create(Context ctx) throws IOException {
    Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    NewMemory given = requests.body(ctx, NewMemory.class);
    Memory memory = memories.create(given.name(), given.desk().orElse(""));
    told(memory.id());
    ctx.status(HttpStatus.CREATED).json(memory);
  }

  private void change(Context ctx) throws IOException {
    Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    MemoryChange change = requests.body(ctx, MemoryChange.class);
    Memory now = memories.get(Requests.number(ctx, "id"));
    Memory wanted =
        new Memory(
            now.id(),
            change.name().orElse(now.name()),
            change.desk().orElse(now.desk()),
            change.priority().orElse(now.priority()),
            change.penalty().orElse(now.penalty()),
            change.readOnly().orElse(now.readOnly()),
            change.updating().orElse(now.updating()),
            change.version());
    try {
      ctx.json(memories.update(wanted));
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), memories.get(now.id()));
    }
    told(now.id());
  }

  private void search(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    Memory memory = memories.get(Requests.number(ctx, "id"));
    UnitSearch search =
        new UnitSearch(
            memory.id(),
            Requests.query(ctx, "search").orElse(""),
            Requests.language(ctx, "language"),
            Requests.query(ctx, "deleted").filter("true"::equals).isPresent(),
            paging.offset(),
            paging.limit());
    Page<Unit> page = memories.search(search);
    ctx.json(Found.of(paging, page, UnitView::of));
  }

  private void takeIn(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    Memory memory = memories.get(Requests.number(ctx, "id"));
    UploadedFile file = Uploads.requiredFile(ctx);
    ImportReport report;
    try (UnitWriter writer = memories.writer(memory, who);
        InputStream content = file.content()) {
      report = UnitFile.into(writer, file.filename(), content);
    } finally {
      told(memory.id());
    }
    ctx.json(ImportView.of(report));
  }

  private void giveOut(Context ctx) throws IOException {
    Memory memory = memories.get(Requests.number(ctx, "id"));
    List<LanguageTag> languages =
        Requests.query(ctx, "languages").stream()
            .flatMap(list -> Arrays.stream(list.split(",")))
            .map(LanguageTag::of)
            .toList();
    UnitFilter filter =
        new UnitFilter(
            languages,
            Requests.day(ctx, "since"),
            Requests.day(ctx, "until"),
            Requests.query(ctx, "dispatch"),
            Requests.query(ctx, "person"));
    Uploads.asFile(ctx, memory.name() + ".tmx", "application/x-tmx+xml");
    UnitFile.write(memories, memory, filter, ctx.outputStream());
  }

  private void edit(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    NewText given = requests.body(ctx, NewText.class);
    LanguageTag language = LanguageTag.of(ctx.pathParam("language"));
    Unit unit = unit(ctx);
    var tags = unit.variants().stream().flatMap(v -> v.text().tags().stream()).toList();
    answer(
        ctx,
        unit.id(),
        () ->
            memories.updateVariant(
                unit.id(), given.version(), language, given.text().text(tags), who));
  }

  private void delete(Context ctx) {
    String who = Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    long version = Requests.queryNumber(ctx, "version");
    long id = unit(ctx).id();
    answer(ctx, id, () -> memories.delete(id, version, who));
  }

  private void restore(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    long version = requests.body(ctx, Version.class).version();
    long id = unit(ctx).id();
    answer(ctx, id, () -> memories.restore(id, version, who));
  }

  private void answer(Context ctx, long id, Supplier<Unit> change) {
    try {
      Unit changed = change.get();
      hub.publish(OptionalLong.empty(), "memory", Map.of("memory", changed.memoryId(), "unit", id));
      ctx.json(UnitView.of(changed));
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), UnitView.of(memories.unit(id)));
    }
  }

  private void history(Context ctx) {
    ctx.json(
        Map.of("items", memories.history(unit(ctx).id()).stream().map(ChangeView::of).toList()));
  }

  private void concordance(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    Page<Concordance> page =
        memories.concordance(
            Requests.required(ctx, "search"),
            Requests.requiredLanguage(ctx, "language"),
            Requests.requiredLanguage(ctx, "to"),
            List.of(),
            paging.offset(),
            paging.limit());
    ctx.json(Found.of(paging, page, ConcordanceView::of));
  }

  private Unit unit(Context ctx) {
    return memories.unit(Requests.number(ctx, "id"));
  }

  private void told(long memory) {
    hub.publish(OptionalLong.empty(), "memory", Map.of("memory", memory));
  }

  private record NewMemory(String name, Optional<String> desk) {}

  private record MemoryChange(
      Long version,
      Optional<String> name,
      Optional<String> desk,
      Optional<Integer> priority,
      Optional<Integer> penalty,
      Optional<Boolean> readOnly,
      Optional<Updating> updating) {}

  private record NewText(Long version, TaggedTextBody text) {}

  private record Version(Long version) {}

  /** A part of what was found; with {@code more}, counting stopped at the total. */
  record Found<T>(List<T> items, long total, boolean more, int offset, int limit) {
    static <S, T> Found<T> of(Requests.Paging paging, Page<S> page, Function<S, T> view) {
      return new Found<>(
          page.items().stream().map(view).toList(),
          page.total(),
          page.more(),
          paging.offset(),
          paging.limit());
    }
  }

  /** A memory by name. */
  record MemoryName(long id, String name) {}

  /** A place where a text occurs, and what it became; an empty text where nothing is known. */
  record ConcordanceView(
      MemoryName memory,
      long unit,
      TaggedTextView source,
      TaggedTextView target,
      boolean otherForm,
      String who,
      Instant when) {
    static ConcordanceView of(Concordance place) {
      return new ConcordanceView(
          new MemoryName(place.memory().id(), place.memory().name()),
          place.unit().id(),
          TaggedTextView.of(place.found().text()),
          TaggedTextView.of(place.other().map(Variant::text).orElse(TaggedText.EMPTY)),
          place.otherForm(),
          place.unit().changedBy(),
          place.unit().changedAt());
    }
  }

  /** How far the index has come. */
  record IndexView(long held, long last, boolean current, String problem) {
    static IndexView of(IndexState state) {
      return new IndexView(state.held(), state.last(), state.current(), state.problem());
    }
  }
}
