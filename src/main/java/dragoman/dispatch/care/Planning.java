package dragoman.dispatch.care;

import dragoman.memory.Memories;
import dragoman.memory.Step;
import dragoman.memory.TextChange;
import dragoman.memory.Unit;
import dragoman.memory.UnitPlan;
import dragoman.memory.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Plans a step: what is to become of each unit that was chosen. */
final class Planning {
  private static final int BATCH = 500;

  private final Jdbi jdbi;
  private final Memories memories;
  private final Mender mender;
  private final CareSelection selection;
  private final Step step;
  private final Keep keep;

  Planning(
      Jdbi jdbi, Memories memories, Mender mender, CareSelection selection, Step step, Keep keep) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.mender = mender;
    this.selection = selection;
    this.step = step;
    this.keep = keep;
  }

  /** What a batch comes to. */
  private static final class Batch {
    private final List<List<UnitPlan>> bundles = new ArrayList<>();
    private long unplanned;
  }

  /** Plans all that was chosen, page by page. */
  void run() {
    long after = 0;
    while (true) {
      List<CareStore.Row> rows = next(after);
      if (rows.isEmpty()) {
        return;
      }
      Map<Long, Unit> units = new HashMap<>();
      memories
          .units(rows.stream().map(CareStore.Row::unitId).distinct().toList())
          .forEach(unit -> units.put(unit.id(), unit));
      Batch batch = new Batch();
      plan(rows, units, batch);
      memories.steps().plan(step.id(), rows.size(), batch.bundles, batch.unplanned);
      after = rows.get(rows.size() - 1).id();
    }
  }

  /** A page, and the rest of its last bundle, or of its last unit. */
  private List<CareStore.Row> next(long after) {
    return jdbi.withHandle(
        h -> {
          CareStore store = new CareStore(h);
          List<CareStore.Row> rows = new ArrayList<>(store.after(selection, after, BATCH));
          if (rows.size() < BATCH) {
            return rows;
          }
          CareStore.Row last = rows.get(rows.size() - 1);
          if (last.bundle() > 0) {
            rows.addAll(store.rest(selection, last.bundle(), last.id()));
          } else {
            store.after(selection, last.id(), CareKind.values().length * BATCH).stream()
                .takeWhile(row -> row.bundle() == 0 && row.unitId() == last.unitId())
                .forEach(rows::add);
          }
          return rows;
        });
  }

  private void plan(List<CareStore.Row> rows, Map<Long, Unit> units, Batch batch) {
    Map<Long, List<CareFinding>> alone = new LinkedHashMap<>();
    Map<Long, List<CareFinding>> together = new LinkedHashMap<>();
    for (CareStore.Row row : rows) {
      CareFinding finding = row.with(units.get(row.unitId()));
      if (step.action() == Step.Action.DELETE || !row.kind().ofMany()) {
        alone.computeIfAbsent(row.unitId(), id -> new ArrayList<>()).add(finding);
      } else {
        together.computeIfAbsent(row.bundle(), id -> new ArrayList<>()).add(finding);
      }
    }
    alone.values().forEach(findings -> alone(findings, batch));
    together.values().forEach(findings -> together(findings, batch));
  }

  private void alone(List<CareFinding> findings, Batch batch) {
    Unit unit = findings.get(0).unit();
    if (step.action() == Step.Action.DELETE) {
      batch.bundles.add(List.of(UnitPlan.delete(unit)));
    } else if (step.action() == Step.Action.MERGE) {
      batch.unplanned += findings.size();
    } else {
      Mender.Mended mended = mender.mend(unit, findings);
      mended.plan().ifPresent(plan -> batch.bundles.add(List.of(plan)));
      batch.unplanned += mended.left();
    }
  }

  private void together(List<CareFinding> findings, Batch batch) {
    boolean decides =
        step.action() == Step.Action.MEND && findings.get(0).kind() == CareKind.CONTRADICTION;
    Optional<Unit> stays = decides ? wanted(findings) : Optional.of(kept(findings));
    List<Unit> go =
        findings.stream()
            .filter(f -> !decides || !f.wanted())
            .map(CareFinding::unit)
            .filter(unit -> stays.isEmpty() || unit.id() != stays.get().id())
            .toList();
    if (stays.isEmpty() || go.isEmpty()) {
      batch.unplanned += decides && stays.isPresent() ? 0 : findings.size();
      return;
    }
    batch.bundles.add(merged(stays.get(), go));
  }

  private Optional<Unit> wanted(List<CareFinding> findings) {
    return findings.stream()
        .filter(CareFinding::wanted)
        .map(CareFinding::unit)
        .findFirst()
        .or(
            () ->
                jdbi.withHandle(
                        h ->
                            new CareStore(h)
                                .wanted(selection.filter().memoryId(), findings.get(0).bundle()))
                    .flatMap(row -> memories.units(List.of(row.unitId())).stream().findFirst()));
  }

  private Unit kept(List<CareFinding> findings) {
    Comparator<CareFinding> newest =
        Comparator.comparing((CareFinding f) -> f.unit().changedAt())
            .thenComparing(f -> f.unit().id());
    return switch (keep) {
      case OLDEST -> findings.stream().min(newest).orElseThrow().unit();
      case NEWEST -> findings.stream().max(newest).orElseThrow().unit();
      case GLOSSARY ->
          findings.stream()
              .max(Comparator.comparing(CareFinding::wanted).thenComparing(newest))
              .orElseThrow()
              .unit();
    };
  }

  /** One stays, with the languages that only the others have; they go. */
  private static List<UnitPlan> merged(Unit stays, List<Unit> go) {
    List<TextChange> more = new ArrayList<>();
    List<Variant> own = new ArrayList<>(stays.variants());
    for (Unit unit : go) {
      for (Variant variant : unit.variants()) {
        if (own.stream().noneMatch(v -> v.language().meets(variant.language()))) {
          own.add(variant);
          more.add(TextChange.to(variant.language(), variant));
        }
      }
    }
    List<UnitPlan> bundle = new ArrayList<>();
    bundle.add(UnitPlan.change(stays, more));
    go.forEach(unit -> bundle.add(UnitPlan.merge(unit, stays)));
    return bundle;
  }
}
