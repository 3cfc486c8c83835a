package dragoman.web;

import dragoman.account.Permission;
import dragoman.account.Person;
import dragoman.exchange.ConceptFile;
import dragoman.exchange.ImportReport;
import dragoman.glossary.Concept;
import dragoman.glossary.ConceptFilter;
import dragoman.glossary.ConceptWriter;
import dragoman.glossary.Glossary;
import dragoman.glossary.State;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;

/** The glossary: search, add, change, take away, history, files in and out. */
final class GlossaryRoutes {
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "csv", "text/csv; charset=utf-8",
          "tsv", "text/tab-separated-values; charset=utf-8",
          "tbx", "application/x-tbx+xml",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Glossary glossary;
  private final TermNews news;
  private final EventHub hub;
  private final Requests requests;

  GlossaryRoutes(Glossary glossary, TermNews news, EventHub hub, Requests requests) {
    this.glossary = glossary;
    this.news = news;
    this.hub = hub;
    this.requests = requests;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/concepts", this::search);
    routes.post("/api/concepts", this::add);
    routes.get("/api/concepts/{id}", this::get);
    routes.put("/api/concepts/{id}", this::change);
    routes.delete("/api/concepts/{id}", this::delete);
    routes.get("/api/concepts/{id}/history", this::history);
    routes.post("/api/glossary/import", this::takeIn);
    routes.get("/api/glossary/export", this::giveOut);
  }

  private void search(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    ConceptFilter filter =
        new ConceptFilter(
            Requests.query(ctx, "search").orElse(""),
            Requests.language(ctx, "language"),
            Requests.query(ctx, "subjectField").orElse(""),
            Requests.word(ctx, "state", State.class));
    Page<Concept> page = glossary.search(filter, paging.offset(), paging.limit());
    ctx.json(paging.of(page.items(), page.total()));
  }

  private void get(Context ctx) {
    ctx.json(glossary.get(Requests.number(ctx, "id")));
  }

  /** What somebody adds who may only propose stays proposed until a maintainer approves it. */
  private void add(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.PROPOSE_TERMS);
    ConceptBody body = requests.body(ctx, ConceptBody.class);
    Person person = Caller.of(ctx).person();
    boolean keeps = Permission.KEEP_GLOSSARY.allows(person);
    Concept concept = glossary.save(body.concept(0, 0, keeps), who, body.reason());
    told(concept.id(), who);
    if (!keeps) {
      news.proposed(concept, body.reason(), who);
    }
    ctx.status(HttpStatus.CREATED).json(concept);
  }

  private void change(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_GLOSSARY);
    ConceptBody body = requests.body(ctx, ConceptBody.class);
    long id = Requests.number(ctx, "id");
    long version = body.version().orElseThrow(() -> Requests.missing("version"));
    Concept before = glossary.get(id);
    try {
      Concept concept = glossary.save(body.concept(id, version, true), who, body.reason());
      told(id, who);
      news.decided(before, concept, body.reason(), who);
      ctx.json(concept);
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), glossary.get(id));
    }
  }

  private void delete(Context ctx) {
    String who = Caller.allowed(ctx, Permission.KEEP_GLOSSARY);
    long id = Requests.number(ctx, "id");
    long version = Requests.queryNumber(ctx, "version");
    try {
      glossary.delete(id, version, who);
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), glossary.get(id));
    }
    hub.publish(
        OptionalLong.empty(), "glossary", Map.of("concept", id, "by", who, "deleted", true));
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void history(Context ctx) {
    ctx.json(Map.of("items", glossary.history(Requests.number(ctx, "id"))));
  }

  /** What a file brings in is approved: who may import may approve. */
  private void takeIn(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_GLOSSARY);
    UploadedFile file = Uploads.requiredFile(ctx);
    ImportReport report;
    try (ConceptWriter writer = glossary.writer(who, State.APPROVED);
        InputStream content = file.content()) {
      report = ConceptFile.into(writer, file.filename(), content);
    } finally {
      hub.publish(OptionalLong.empty(), "glossary", Map.of("by", who));
    }
    ctx.json(ImportView.of(report));
  }

  private void giveOut(Context ctx) throws IOException {
    String format = Requests.query(ctx, "format").orElse("csv");
    String name = "glossary." + format;
    ConceptFile.check(name);
    Uploads.asFile(ctx, name, MEDIA_TYPES.getOrDefault(format, "application/octet-stream"));
    ConceptFile.write(name, ctx.outputStream(), glossary::eachConcept);
  }

  private void told(long concept, String who) {
    hub.publish(OptionalLong.empty(), "glossary", Map.of("concept", concept, "by", who));
  }
}
