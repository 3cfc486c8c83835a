package dragoman.web;

import dragoman.account.Permission;
import dragoman.dispatch.Cuts;
import dragoman.dispatch.Dispatches;
import dragoman.dispatch.RuleSuggestion;
import dragoman.dispatch.Segment;
import dragoman.dispatch.SplittingExample;
import dragoman.language.LanguageTag;
import dragoman.storage.StaleVersionException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/** Sentences joined, split, and as they were again. */
final class SplittingRoutes {
  private final Dispatches dispatches;
  private final Requests requests;

  SplittingRoutes(Dispatches dispatches, Requests requests) {
    this.dispatches = dispatches;
    this.requests = requests;
  }

  void install(RoutesConfig routes) {
    routes.post("/api/dispatches/{id}/segments/{segment}/join", this::join);
    routes.post("/api/dispatches/{id}/segments/{segment}/split", this::split);
    routes.post("/api/dispatches/{id}/splitting/{example}/undo", this::undo);
  }

  private void join(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    Join given = requests.body(ctx, Join.class);
    long segment = segment(ctx, given.language());
    answer(
        ctx,
        segment,
        given.language(),
        () ->
            dispatches
                .cuts()
                .join(
                    new Cuts.Seen(segment, given.version()),
                    new Cuts.Seen(given.next(), given.nextVersion()),
                    who));
  }

  private void split(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    Split given = requests.body(ctx, Split.class);
    long segment = segment(ctx, given.language());
    Optional<Cuts.TargetCut> target =
        given.targetAt().map(at -> new Cuts.TargetCut(given.language(), at));
    answer(
        ctx,
        segment,
        given.language(),
        () ->
            dispatches
                .cuts()
                .split(new Cuts.Seen(segment, given.version()), given.at(), target, who));
  }

  private void undo(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.TRANSLATE);
    LanguageTag language = requests.body(ctx, Undo.class).language();
    List<Segment> segments =
        dispatches.cuts().undo(Requests.number(ctx, "id"), Requests.number(ctx, "example"), who);
    ctx.json(Map.of("rows", rows(segments, language)));
  }

  private void answer(Context ctx, long segment, LanguageTag language, Supplier<Cuts.Cut> work) {
    Cuts.Cut cut;
    try {
      cut = work.get();
    } catch (StaleVersionException e) {
      throw ProblemException.stale(
          e.getMessage(), RowView.of(dispatches.segment(segment, language)));
    }
    SplittingExample example = cut.example();
    ctx.json(
        new CutView(
            example.id(),
            example.kind(),
            rows(cut.segments(), language),
            RuleSuggestion.of(example),
            RuleSuggestion.refusal(example),
            cut.drafts(),
            cut.whole()));
  }

  /** The path's segment, if it is one of the path's dispatch. */
  private long segment(Context ctx, LanguageTag language) {
    long segment = Requests.number(ctx, "segment");
    if (dispatches.segment(segment, language).segment().dispatch() != Requests.number(ctx, "id")) {
      throw new NoSuchElementException("This dispatch has no segment " + segment + ".");
    }
    return segment;
  }

  private List<RowView> rows(List<Segment> segments, LanguageTag language) {
    return segments.stream()
        .map(segment -> RowView.of(dispatches.segment(segment.id(), language)))
        .toList();
  }

  private record Join(LanguageTag language, Long version, Long next, Long nextVersion) {}

  private record Split(
      LanguageTag language, Long version, Integer at, Optional<Integer> targetAt) {}

  private record Undo(LanguageTag language) {}

  /** What a join or a split gave, and the rule that would have done it, or why none should. */
  record CutView(
      long example,
      SplittingExample.Kind kind,
      List<RowView> rows,
      Optional<RuleSuggestion> rule,
      Optional<String> noRule,
      List<LanguageTag> drafts,
      List<LanguageTag> whole) {}
}
