package dragoman.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dragoman.account.Permission;
import dragoman.dispatch.DeskRule;
import dragoman.dispatch.DeskRuleChange;
import dragoman.dispatch.DeskRuleFilter;
import dragoman.dispatch.DeskRules;
import dragoman.dispatch.Dispatches;
import dragoman.dispatch.RuleImport;
import dragoman.dispatch.SentenceModels;
import dragoman.language.LanguageTag;
import dragoman.segmentation.SrxException;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The desk's own rules of where sentences end: kept, tried on a text, files in and out. */
final class DeskRuleRoutes {
  private static final String SRX = "application/xml; charset=utf-8";

  private final DeskRules rules;
  private final SentenceModels models;
  private final EventHub hub;
  private final Requests requests;

  DeskRuleRoutes(Dispatches dispatches, EventHub hub, Requests requests) {
    this.rules = dispatches.rules();
    this.models = dispatches.models();
    this.hub = hub;
    this.requests = requests;
  }

  void install(RoutesConfig routes) {
    models.onChange(() -> hub.publish(OptionalLong.empty(), "splitting", Map.of("by", "")));
    routes.get("/api/splitting/rules", this::search);
    routes.post("/api/splitting/rules", this::add);
    routes.get("/api/splitting/rules/{id}", ctx -> ctx.json(rules.get(Requests.number(ctx, "id"))));
    routes.put("/api/splitting/rules/{id}", this::change);
    routes.delete("/api/splitting/rules/{id}", this::delete);
    routes.post("/api/splitting/rules/{id}/move", this::move);
    routes.get("/api/splitting/rules/{id}/history", this::history);
    routes.post("/api/splitting/preview", this::preview);
    routes.get("/api/splitting/models", ctx -> ctx.json(Map.of("items", models.all())));
    routes.post("/api/splitting/models", this::train);
    routes.put("/api/splitting/models/{id}", this::enable);
    routes.post("/api/splitting/import", this::takeIn);
    routes.post("/api/splitting/import/undo", this::takeBack);
    routes.get("/api/splitting/export", this::giveOut);
  }

  private void search(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    DeskRuleFilter filter =
        new DeskRuleFilter(
            Requests.query(ctx, "search").orElse(""),
            Requests.language(ctx, "language"),
            Requests.word(ctx, "kind", DeskRule.Kind.class));
    Page<DeskRule> page = rules.search(filter, paging.offset(), paging.limit());
    ctx.json(paging.of(page.items(), page.total()));
  }

  private void add(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_SPLITTING);
    DeskRule rule = rules.save(requests.body(ctx, RuleBody.class).rule(0, 0), who);
    told(rule.id(), who);
    ctx.status(HttpStatus.CREATED).json(rule);
  }

  private void change(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_SPLITTING);
    RuleBody body = requests.body(ctx, RuleBody.class);
    long id = Requests.number(ctx, "id");
    long version = body.version().orElseThrow(() -> Requests.missing("version"));
    try {
      DeskRule rule = rules.save(body.rule(id, version), who);
      told(id, who);
      ctx.json(rule);
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), rules.get(id));
    }
  }

  private void delete(Context ctx) {
    String who = Caller.allowed(ctx, Permission.KEEP_SPLITTING);
    long id = Requests.number(ctx, "id");
    try {
      rules.delete(id, Requests.queryNumber(ctx, "version"), who);
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), rules.get(id));
    }
    told(id, who);
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void move(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_SPLITTING);
    MoveBody body = requests.body(ctx, MoveBody.class);
    long id = Requests.number(ctx, "id");
    try {
      DeskRule rule = rules.move(id, body.version(), body.before());
      told(id, who);
      ctx.json(rule);
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), rules.get(id));
    }
  }

  private void history(Context ctx) {
    List<DeskRuleChange> history = rules.history(Requests.number(ctx, "id"));
    ctx.json(Map.of("items", history));
  }

  private void preview(Context ctx) throws IOException {
    PreviewBody body = requests.body(ctx, PreviewBody.class);
    List<DeskRule> drafts =
        body.rules().orElse(List.of()).stream()
            .map(rule -> rule.rule(rule.id().orElse(0L), rule.version().orElse(0L)))
            .toList();
    ctx.json(rules.preview(body.language(), body.text(), drafts));
  }

  private void train(Context ctx) throws IOException {
    Caller.allowed(ctx, Permission.KEEP_SPLITTING);
    ctx.status(HttpStatus.ACCEPTED)
        .json(models.train(requests.body(ctx, TrainBody.class).language()));
  }

  /** Only a person switches a model on, and only one that was measured and offered. */
  private void enable(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_SPLITTING);
    EnableBody body = requests.body(ctx, EnableBody.class);
    long id = Requests.number(ctx, "id");
    try {
      ctx.json(models.enable(id, body.version(), body.enabled(), who));
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), models.get(id));
    }
    hub.publish(OptionalLong.empty(), "splitting", Map.of("by", who));
  }

  private void takeIn(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_SPLITTING);
    UploadedFile file = Uploads.requiredFile(ctx);
    try (InputStream content = file.content()) {
      boolean keep = !Requests.query(ctx, "preview").map(Boolean::parseBoolean).orElse(false);
      RuleImport taken = rules.takeIn(content, file.filename(), who, keep);
      if (keep) {
        hub.publish(OptionalLong.empty(), "splitting", Map.of("by", who));
      }
      ctx.json(
          new RuleImportView(
              ImportView.of(taken.report()), taken.languages(), taken.general(), taken.rules()));
    } catch (SrxException e) {
      throw new ProblemException(422, "Cannot be taken in", e.getMessage());
    }
  }

  private void takeBack(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_SPLITTING);
    List<Long> ids = requests.body(ctx, UndoBody.class).rules();
    if (ids == null || ids.contains(null)) {
      throw Requests.missing("rules");
    }
    int removed = rules.takeBack(ids, who);
    hub.publish(OptionalLong.empty(), "splitting", Map.of("by", who));
    ctx.json(Map.of("removed", removed, "kept", ids.size() - removed));
  }

  private void giveOut(Context ctx) throws IOException {
    boolean all = Requests.query(ctx, "bundled").map(Boolean::parseBoolean).orElse(false);
    Uploads.asFile(ctx, all ? "splitting-all.srx" : "splitting.srx", SRX);
    rules.giveOut(all).write(ctx.outputStream());
  }

  private void told(long rule, String who) {
    hub.publish(OptionalLong.empty(), "splitting", Map.of("rule", rule, "by", who));
  }

  private record UndoBody(List<Long> rules) {}

  /** An import's report, and what of it this screen asks for. */
  private record RuleImportView(
      @JsonUnwrapped ImportView report,
      List<RuleImport.Count> languages,
      long general,
      List<Long> rules) {}

  private record TrainBody(LanguageTag language) {}

  private record EnableBody(long version, boolean enabled) {}

  private record MoveBody(long version, Optional<Long> before) {}

  private record PreviewBody(LanguageTag language, String text, Optional<List<RuleBody>> rules) {}

  /**
   * A rule as it is sent.
   *
   * @param example the text that it was made from, kept as comment where there is none
   */
  private record RuleBody(
      Optional<Long> id,
      Optional<Long> version,
      Optional<LanguageTag> language,
      DeskRule.Kind kind,
      Optional<String> text,
      Optional<String> before,
      Optional<String> after,
      Optional<String> comment,
      Optional<String> example,
      Optional<Boolean> enabled) {
    DeskRule rule(long ruleId, long atVersion) {
      if (kind == null) {
        throw Requests.missing("kind");
      }
      return new DeskRule(
          ruleId,
          atVersion,
          language,
          kind,
          text.orElse(""),
          before.orElse(""),
          after.orElse(""),
          comment.or(() -> example).orElse(""),
          enabled.orElse(true),
          Instant.EPOCH,
          "");
    }
  }
}
