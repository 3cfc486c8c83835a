package dragoman.web;

import dragoman.dispatch.Dispatches;
import dragoman.dispatch.Reuse;
import dragoman.language.LanguageTag;
import dragoman.memory.Figures;
import dragoman.memory.Memories;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** A memory in numbers: what it holds, and how it was used. */
final class FigureRoutes {
  private final Memories memories;
  private final Dispatches dispatches;

  FigureRoutes(Memories memories, Dispatches dispatches) {
    this.memories = memories;
    this.dispatches = dispatches;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/memories/{id}/figures", this::figures);
  }

  private void figures(Context ctx) {
    long memory = Requests.number(ctx, "id");
    ctx.json(FiguresView.of(memories.figures(memory), dispatches.reuse(memory)));
  }

  /** What a memory holds and how it was used. */
  record FiguresView(
      long units,
      long deleted,
      List<MonthView> months,
      List<LanguageView> languages,
      List<Figures.Source> sources,
      long otherSources,
      ReuseView reuse) {
    static FiguresView of(Figures figures, Reuse reuse) {
      return new FiguresView(
          figures.units(),
          figures.deleted(),
          figures.months().stream().map(MonthView::of).toList(),
          figures.languages().stream()
              .map(one -> new LanguageView(one.language(), one.texts()))
              .toList(),
          figures.sources(),
          figures.otherSources(),
          ReuseView.of(reuse));
    }
  }

  record LanguageView(LanguageTag language, long texts) {}

  /** Units that came in a month, as {@code 2026-03}. */
  record MonthView(String month, long imported, long confirmed) {
    static MonthView of(Figures.Month month) {
      return new MonthView(month.month().toString(), month.imported(), month.confirmed());
    }
  }

  record ReuseView(
      long confirmed, List<Reuse.Kind> kinds, List<ReuseMonthView> months, List<UsedView> most) {
    static ReuseView of(Reuse reuse) {
      return new ReuseView(
          reuse.confirmed(),
          reuse.kinds(),
          reuse.months().stream()
              .map(one -> new ReuseMonthView(one.month().toString(), one.translations()))
              .toList(),
          reuse.most().stream()
              .map(one -> new UsedView(UnitView.of(one.unit()), one.translations()))
              .toList());
    }
  }

  record ReuseMonthView(String month, long translations) {}

  record UsedView(UnitView unit, long translations) {}
}
