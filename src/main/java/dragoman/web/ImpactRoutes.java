package dragoman.web;

import dragoman.account.Permission;
import dragoman.dispatch.ImpactPlace;
import dragoman.dispatch.TermImpact;
import dragoman.dispatch.TermImpacts;
import dragoman.glossary.Glossary;
import dragoman.language.LanguageTag;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a change of a concept does: looked at, applied as one step, undone as one step. */
final class ImpactRoutes {
  private final TermImpacts impacts;
  private final Glossary glossary;
  private final TermNews news;
  private final EventHub hub;
  private final Requests requests;

  ImpactRoutes(
      TermImpacts impacts, Glossary glossary, TermNews news, EventHub hub, Requests requests) {
    this.impacts = impacts;
    this.glossary = glossary;
    this.news = news;
    this.hub = hub;
    this.requests = requests;
  }

  void install(RoutesConfig routes) {
    routes.post("/api/glossary/impacts", this::look);
    routes.get("/api/glossary/impacts", this::list);
    routes.get("/api/glossary/impacts/{id}", this::get);
    routes.get("/api/glossary/impacts/{id}/places", this::places);
    routes.post("/api/glossary/impacts/{id}/apply", this::apply);
    routes.post("/api/glossary/impacts/{id}/undo", this::undo);
    impacts.onDone(this::told);
  }

  /** A draft, or the concept that is to be deleted. */
  private void look(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_GLOSSARY);
    Wanted wanted = requests.body(ctx, Wanted.class);
    long id = wanted.concept().map(c -> c.id().orElse(0L)).or(wanted::deleted).orElse(0L);
    try {
      TermImpact impact;
      if (wanted.concept().isPresent()) {
        ConceptBody body = wanted.concept().get();
        if (id != 0 && body.version().isEmpty()) {
          throw Requests.missing("version");
        }
        impact = impacts.look(body.concept(id, body.version().orElse(0L), true), who);
      } else {
        long deleted = wanted.deleted().orElseThrow(() -> Requests.missing("concept"));
        long version = wanted.version().orElseThrow(() -> Requests.missing("version"));
        impact = impacts.lookAtDeletion(deleted, version, who);
      }
      ctx.status(HttpStatus.CREATED).json(impact);
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), glossary.get(id));
    }
  }

  private void list(Context ctx) {
    ctx.json(Map.of("items", impacts.applied(Requests.queryNumber(ctx, "concept"))));
  }

  private void get(Context ctx) {
    ctx.json(impacts.get(Requests.number(ctx, "id")));
  }

  private void places(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    Page<ImpactPlace> page =
        impacts.places(
            impacts.get(Requests.number(ctx, "id")).id(),
            Requests.word(ctx, "verdict", ImpactPlace.Verdict.class),
            paging.offset(),
            paging.limit());
    ctx.json(paging.of(page.items().stream().map(PlaceView::of).toList(), page.total()));
  }

  private void apply(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_GLOSSARY);
    Apply given = requests.body(ctx, Apply.class);
    TermImpact impact = impacts.get(Requests.number(ctx, "id"));
    TermImpacts.Choice choice =
        new TermImpacts.Choice(
            given.all(),
            new HashSet<>(given.also().orElse(List.of())),
            new HashSet<>(given.without().orElse(List.of())));
    try {
      String why = given.why().orElse("").strip();
      TermImpact applied = impacts.apply(impact.id(), choice, why, who);
      impact
          .before()
          .ifPresent(before -> impact.after().ifPresent(a -> news.decided(before, a, why, who)));
      ctx.json(applied);
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), glossary.get(impact.concept()));
    }
  }

  private void undo(Context ctx) {
    String who = Caller.allowed(ctx, Permission.KEEP_GLOSSARY);
    ctx.json(impacts.undo(Requests.number(ctx, "id"), who));
  }

  private void told(TermImpact impact) {
    hub.publish(
        OptionalLong.empty(),
        "glossary",
        Map.of("concept", impact.concept(), "by", impact.appliedBy(), "impact", impact.id()));
  }

  private record Wanted(
      Optional<ConceptBody> concept, Optional<Long> deleted, Optional<Long> version) {}

  private record Apply(
      Boolean all,
      Optional<List<Integer>> also,
      Optional<List<Integer>> without,
      Optional<String> why) {}

  /** A place as the pages show it. */
  record PlaceView(
      int number,
      ImpactPlace.Kind kind,
      long ref,
      long home,
      String homeName,
      ImpactPlace.Verdict verdict,
      String reason,
      LanguageTag sourceLanguage,
      String source,
      LanguageTag language,
      String target,
      Optional<String> mended,
      ImpactPlace.State state) {
    static PlaceView of(ImpactPlace place) {
      return new PlaceView(
          place.number(),
          place.kind(),
          place.ref(),
          place.home(),
          place.homeName(),
          place.verdict(),
          place.reason(),
          place.sourceLanguage(),
          place.source(),
          place.language(),
          place.target().plain(),
          place.mended().map(m -> m.plain()),
          place.state());
    }
  }
}
