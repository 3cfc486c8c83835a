package dragoman.web;

import dragoman.account.Permission;
import dragoman.dispatch.care.Care;
import dragoman.dispatch.care.CareFilter;
import dragoman.dispatch.care.CareFinding;
import dragoman.dispatch.care.CareKind;
import dragoman.dispatch.care.CareSelection;
import dragoman.dispatch.care.Keep;
import dragoman.language.LanguageTag;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Step;
import dragoman.memory.StepUnit;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import dragoman.web.UnitView.VariantView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Care of memories: what is wrong in one, and changes of many units as one step. */
final class CareRoutes {
  private final Care care;
  private final Memories memories;
  private final Requests requests;

  CareRoutes(Care care, Memories memories, EventHub hub, Requests requests) {
    this.care = care;
    this.memories = memories;
    this.requests = requests;
    care.onChange(memory -> hub.publish(OptionalLong.empty(), "memory", Map.of("memory", memory)));
  }

  void install(RoutesConfig routes) {
    routes.get("/api/memories/{id}/care", ctx -> ctx.json(care.survey(filter(ctx))));
    routes.post("/api/memories/{id}/care", this::search);
    routes.get("/api/memories/{id}/care/findings", this::findings);
    routes.get("/api/memories/{id}/care/steps", this::steps);
    routes.post("/api/memories/{id}/care/steps", this::plan);
    routes.get("/api/care/steps/{step}", ctx -> ctx.json(StepView.of(step(ctx))));
    routes.get("/api/care/steps/{step}/units", this::units);
    routes.post("/api/care/steps/{step}/apply", this::apply);
    routes.post("/api/care/steps/{step}/undo", this::undo);
  }

  private void search(Context ctx) {
    String who = Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    care.search(memory(ctx), who);
    ctx.status(HttpStatus.ACCEPTED).json(care.survey(filter(ctx)));
  }

  private void findings(Context ctx) {
    int limit = Requests.paging(ctx).limit();
    long after = Requests.query(ctx, "after").isPresent() ? Requests.queryNumber(ctx, "after") : 0;
    Page<CareFinding> page = care.findings(filter(ctx), after, limit);
    ctx.json(new FindingsView(page.items().stream().map(FindingView::of).toList(), page.total()));
  }

  private void steps(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    Page<Step> page = care.steps(memory(ctx).id(), paging.offset(), paging.limit());
    ctx.json(paging.of(page.items().stream().map(StepView::of).toList(), page.total()));
  }

  private void plan(Context ctx) throws IOException {
    String who = Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    PlanBody body = requests.body(ctx, PlanBody.class);
    if (body.findings().map(List::isEmpty).orElse(false)) {
      throw new ProblemException(422, "Nothing chosen", "Choose at least one finding.");
    }
    CareFilter filter =
        new CareFilter(
            memory(ctx).id(), body.kind(), body.from(), body.to(), body.search().orElse(""));
    CareSelection selection =
        new CareSelection(
            filter, body.findings().orElse(List.of()), body.except().orElse(List.of()));
    Step step = care.plan(selection, body.action(), body.keep().orElse(Keep.GLOSSARY), who);
    ctx.status(HttpStatus.ACCEPTED).json(StepView.of(step));
  }

  private void units(Context ctx) {
    Requests.Paging paging = Requests.paging(ctx);
    Page<StepUnit> page =
        care.units(
            step(ctx).id(),
            Requests.word(ctx, "state", StepUnit.State.class),
            paging.offset(),
            paging.limit());
    ctx.json(paging.of(page.items().stream().map(StepUnitView::of).toList(), page.total()));
  }

  private void apply(Context ctx) {
    String who = Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    begin(ctx, id -> care.apply(id, who));
  }

  private void undo(Context ctx) {
    String who = Caller.allowed(ctx, Permission.KEEP_MEMORIES);
    begin(ctx, id -> care.undo(id, who));
  }

  private void begin(Context ctx, LongFunction<Step> what) {
    long id = step(ctx).id();
    try {
      ctx.status(HttpStatus.ACCEPTED).json(StepView.of(what.apply(id)));
    } catch (StaleVersionException e) {
      throw ProblemException.stale(e.getMessage(), StepView.of(care.step(id)));
    }
  }

  private CareFilter filter(Context ctx) {
    return new CareFilter(
        memory(ctx).id(),
        Requests.word(ctx, "kind", CareKind.class),
        Requests.language(ctx, "from"),
        Requests.language(ctx, "to"),
        Requests.query(ctx, "search").orElse(""));
  }

  private Memory memory(Context ctx) {
    return memories.get(Requests.number(ctx, "id"));
  }

  private Step step(Context ctx) {
    return care.step(Requests.number(ctx, "step"));
  }

  /**
   * What is to be done with what.
   *
   * @param findings these alone; left out for all that the filter gives
   * @param except all but these
   */
  private record PlanBody(
      Step.Action action,
      Optional<Keep> keep,
      Optional<CareKind> kind,
      Optional<LanguageTag> from,
      Optional<LanguageTag> to,
      Optional<String> search,
      Optional<List<Long>> findings,
      Optional<List<Long>> except) {}

  private record FindingsView(List<FindingView> items, long total) {}

  private record FindingView(
      long id,
      CareKind kind,
      UnitView unit,
      LanguageTag from,
      Optional<LanguageTag> to,
      long bundle,
      boolean wanted,
      String told) {
    static FindingView of(CareFinding finding) {
      return new FindingView(
          finding.id(),
          finding.kind(),
          UnitView.of(finding.unit()),
          finding.from(),
          finding.to(),
          finding.bundle(),
          finding.wanted(),
          finding.told());
    }
  }

  private record StepView(
      long id,
      long memory,
      Step.Action action,
      String why,
      Step.State state,
      long wanted,
      long looked,
      long planned,
      long unplanned,
      long done,
      long skipped,
      long undone,
      long kept,
      Instant plannedAt,
      String plannedBy,
      Optional<Instant> appliedAt,
      String appliedBy,
      Optional<Instant> undoneAt,
      String undoneBy,
      String problem) {
    static StepView of(Step step) {
      return new StepView(
          step.id(),
          step.memoryId(),
          step.action(),
          step.why(),
          step.state(),
          step.wanted(),
          step.looked(),
          step.planned(),
          step.unplanned(),
          step.done(),
          step.skipped(),
          step.undone(),
          step.kept(),
          step.plannedAt(),
          step.plannedBy(),
          step.appliedAt(),
          step.appliedBy(),
          step.undoneAt(),
          step.undoneBy(),
          step.problem());
    }
  }

  private record StepUnitView(
      long unit,
      StepUnit.State state,
      boolean deletes,
      OptionalLong into,
      List<VariantView> before,
      List<VariantView> after,
      Instant changedAt,
      String changedBy) {
    static StepUnitView of(StepUnit unit) {
      return new StepUnitView(
          unit.unit().id(),
          unit.state(),
          unit.plan().deletes(),
          unit.plan().into(),
          unit.before().stream().map(VariantView::of).toList(),
          unit.after().stream().map(VariantView::of).toList(),
          unit.unit().changedAt(),
          unit.unit().changedBy());
    }
  }
}
