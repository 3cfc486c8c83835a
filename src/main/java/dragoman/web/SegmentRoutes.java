package dragoman.web;

import com.fasterxml.jackson.databind.JsonNode;
import dragoman.account.Permission;
import dragoman.dispatch.Dispatch;
import dragoman.dispatch.Dispatches;
import dragoman.dispatch.Origin;
import dragoman.dispatch.SegmentRow;
import dragoman.dispatch.SegmentState;
import dragoman.dispatch.StaleSegmentException;
import dragoman.language.LanguageTag;
import dragoman.quality.Checker;
import dragoman.quality.Finding;
import dragoman.storage.Page;
import dragoman.text.TaggedText;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The editor's rows: read, save, help, checks, history. */
final class SegmentRoutes {
  private static final int CHECKED_AT_ONCE = 500;

  private final Dispatches dispatches;
  private final Checker checker;
  private final Requests requests;

  SegmentRoutes(Dispatches dispatches, Checker checker, Requests requests) {
    this.dispatches = dispatches;
    this.checker = checker;
    this.requests = requests;
  }

  void install(RoutesConfig routes) {
    String segment = "/api/dispatches/{id}/segments/{segment}";
    routes.get("/api/dispatches/{id}/segments", this::list);
    routes.get("/api/dispatches/{id}/findings", this::findings);
    routes.put(segment + "/translations/{language}", this::save);
    routes.get(segment + "/help", this::help);
    routes.post(segment + "/check", this::check);
    routes.get(segment + "/history", this::history);
    routes.post(segment + "/accepted", this::accept);
    routes.delete(segment + "/accepted/{accepted}", this::withdraw);
  }

  private void list(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    Page<SegmentRow> page =
        dispatches.segments(
            Requests.number(ctx, "id"),
            Requests.requiredLanguage(ctx, "language"),
            paging.offset(),
            paging.limit());
    ctx.json(paging.of(page.items().stream().map(RowView::of).toList(), page.total()));
  }

  /** Of every translation that is there; what is still empty is not a finding here. */
  private void findings(Context ctx) {
    long id = Requests.number(ctx, "id");
    LanguageTag language = Requests.requiredLanguage(ctx, "language");
    Dispatch dispatch = dispatches.get(id);
    List<FoundView> found = new ArrayList<>();
    Page<SegmentRow> page;
    int offset = 0;
    do {
      page = dispatches.segments(id, language, offset, CHECKED_AT_ONCE);
      for (SegmentRow row : page.items()) {
        TaggedText target = row.translation().target();
        if (!target.isBlank()) {
          List<Finding> findings =
              dispatches
                  .accepted()
                  .marked(
                      row,
                      target,
                      checker.check(
                          dispatch.source(),
                          row.translation().language(),
                          row.segment().source(),
                          target));
          if (!findings.isEmpty()) {
            found.add(new FoundView(row.segment().id(), row.segment().number(), findings));
          }
        }
      }
      offset += page.items().size();
    } while (offset < page.total() && !page.items().isEmpty());
    ctx.json(Map.of("items", found));
  }

  /** A body without an origin keeps the one that is stored; a null drops it. */
  private void save(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    JsonNode tree = requests.tree(ctx);
    NewTranslation given = requests.read(tree, NewTranslation.class);
    LanguageTag language = LanguageTag.of(ctx.pathParam("language"));
    SegmentRow before = row(ctx, language);
    Optional<Origin> origin = tree.has("origin") ? given.origin() : before.translation().origin();
    try {
      SegmentRow row =
          dispatches.save(
              before.segment().id(),
              language,
              given.version(),
              given.target().map(TaggedTextBody::text).orElse(TaggedText.EMPTY),
              given.state(),
              origin,
              who);
      TaggedText target = row.translation().target();
      List<Finding> findings = target.isBlank() ? List.of() : dispatches.check(row, target);
      ctx.json(new RowView.Saved(RowView.of(row), findings));
    } catch (StaleSegmentException e) {
      throw ProblemException.stale(e.getMessage(), RowView.of(e.current()));
    }
  }

  private void help(Context ctx) {
    LanguageTag language = Requests.requiredLanguage(ctx, "language");
    SegmentRow row = row(ctx, language);
    LanguageTag source = dispatches.get(row.segment().dispatch()).source();
    ctx.json(
        HelpView.of(dispatches.help(row.segment().id(), language), source, row.segment().source()));
  }

  private void check(Context ctx) throws IOException {
    Check given = requests.body(ctx, Check.class);
    SegmentRow row = row(ctx, given.language());
    ctx.json(Map.of("findings", dispatches.check(row, given.target().text())));
  }

  /** Answers what the checks then say; what is accepted stands among it, with who and why. */
  private void accept(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    Accept given = requests.body(ctx, Accept.class);
    SegmentRow row = row(ctx, given.language());
    TaggedText target = given.target().text();
    Finding finding =
        dispatches.check(row, target).stream()
            .filter(f -> f.accepted().isEmpty())
            .filter(f -> f.rule().equals(given.rule()) && f.message().equals(given.message()))
            .filter(f -> same(f.sourceStart(), given.sourceStart()))
            .filter(f -> same(f.targetStart(), given.targetStart()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "This finding is not in the sentence any more; look at it again."));
    dispatches.accepted().accept(row, target, finding, given.reason(), who);
    ctx.status(HttpStatus.CREATED).json(Map.of("findings", dispatches.check(row, target)));
  }

  private static boolean same(OptionalInt place, Optional<Integer> given) {
    return given.map(OptionalInt::of).orElseGet(OptionalInt::empty).equals(place);
  }

  private void withdraw(Context ctx) {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    dispatches
        .accepted()
        .withdraw(Requests.number(ctx, "segment"), Requests.number(ctx, "accepted"), who);
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void history(Context ctx) {
    LanguageTag language = Requests.requiredLanguage(ctx, "language");
    SegmentRow row = row(ctx, language);
    ctx.json(
        Map.of(
            "items",
            dispatches.history(row.segment().id(), language).stream()
                .map(ChangeView::of)
                .toList()));
  }

  private SegmentRow row(Context ctx, LanguageTag language) {
    long segment = Requests.number(ctx, "segment");
    SegmentRow row = dispatches.segment(segment, language);
    if (row.segment().dispatch() != Requests.number(ctx, "id")) {
      throw new NoSuchElementException("This dispatch has no segment " + segment + ".");
    }
    return row;
  }

  private record NewTranslation(
      Long version, Optional<TaggedTextBody> target, SegmentState state, Optional<Origin> origin) {}

  private record Check(LanguageTag language, TaggedTextBody target) {}

  private record Accept(
      LanguageTag language,
      TaggedTextBody target,
      String rule,
      String message,
      Optional<Integer> sourceStart,
      Optional<Integer> targetStart,
      String reason) {}

  /** What the checks say of a segment. */
  record FoundView(long segment, int number, List<Finding> findings) {}

  /** A step in a translation's life. */
  record ChangeView(
      long version,
      TaggedTextView target,
      SegmentState state,
      boolean locked,
      Instant at,
      String by,
      Optional<Origin> origin,
      OptionalLong terms) {
    static ChangeView of(dragoman.dispatch.Change change) {
      return new ChangeView(
          change.version(),
          TaggedTextView.of(change.target()),
          change.state(),
          change.locked(),
          change.at(),
          change.by(),
          change.origin(),
          change.terms());
    }
  }
}
