package dragoman.dispatch.care;

import dragoman.dispatch.LanguageDetector;
import dragoman.glossary.Glossary;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Step;
import dragoman.memory.StepUnit;
import dragoman.memory.Steps;
import dragoman.memory.Unit;
import dragoman.quality.Checker;
import dragoman.storage.Database;
import dragoman.storage.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what is wrong in a memory, and sets right or takes away many units as one step that is seen
 * before and undone after. Searches and steps run in the background, one of each at a time; what a
 * step was doing when the program ended goes on after the next {@link #start}. Safe for several
 * threads.
 */
public final class Care implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Care.class);

  /** More findings than this cannot be named one by one; choose all but some instead. */
  public static final int MOST_NAMED = 5_000;

  private final Jdbi jdbi;
  private final Memories memories;
  private final Glossary glossary;
  private final Checker checker;
  private final Inspector inspector;
  private final ExecutorService searches = thread("care search");
  private final ExecutorService steps = thread("care steps");
  private final Set<Long> searched = ConcurrentHashMap.newKeySet();
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  private Care(Database database, Memories memories, Glossary glossary, Checker checker) {
    this.jdbi = database.jdbi();
    this.memories = memories;
    this.glossary = glossary;
    this.checker = checker;
    this.inspector = new Inspector(checker, LanguageDetector.ofBundledModel());
  }

  /** The care of a database's memories. */
  public static Care open(
      Database database, Memories memories, Glossary glossary, Checker checker) {
    return new Care(database, memories, glossary, checker);
  }

  private static ExecutorService thread(String name) {
    // Its thread is made with the first task.
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          thread.setPriority(Thread.MIN_PRIORITY);
          return thread;
        });
  }

  /** Goes on with steps that were broken off, and says so of searches. */
  public void start() {
    jdbi.useTransaction(h -> new CareStore(h).stopped());
    for (Step step : memories.steps().inState(Step.State.PLANNING)) {
      memories.steps().failed(step.id(), "The program ended while this was planned; ask again.");
    }
    for (Step step : memories.steps().inState(Step.State.APPLYING)) {
      inBackground(step.id(), () -> finishApply(step.id()));
    }
    for (Step step : memories.steps().inState(Step.State.UNDOING)) {
      inBackground(step.id(), () -> finishUndo(step.id()));
    }
  }

  /** Calls back with the id of a memory whenever a step has changed it, or a search has ended. */
  public void onChange(LongConsumer listener) {
    listeners.add(listener);
  }

  // Searching.

  /** How far the search through a memory is, and how much it found. */
  public Survey survey(CareFilter filter) {
    return jdbi.withHandle(h -> new CareStore(h).survey(filter));
  }

  /** Searches through a memory in the background, unless that is being done already. */
  public void search(Memory memory, String who) {
    if (!searched.add(memory.id())) {
      return;
    }
    jdbi.useTransaction(
        h -> new CareStore(h).begin(memory.id(), memories.count(memory), who, Instant.now()));
    searches.execute(() -> survey(memory));
  }

  private void survey(Memory memory) {
    Survey.State state = Survey.State.FAILED;
    String problem = "";
    try {
      new Surveying(jdbi, memories, memory, inspector, () -> closed).run();
      state = Survey.State.DONE;
    } catch (CancellationException e) {
      state = Survey.State.STOPPED;
    } catch (RuntimeException e) {
      LOG.error("The search through memory {} failed", memory.id(), e);
      problem = "The search failed: " + e.getMessage();
    } finally {
      searched.remove(memory.id());
      ended(memory.id(), state, problem);
    }
  }

  private void ended(long memoryId, Survey.State state, String problem) {
    if (closed) {
      // The next start says so.
      return;
    }
    jdbi.useTransaction(h -> new CareStore(h).end(memoryId, state, problem, Instant.now()));
    told(memoryId);
  }

  /**
   * What was found, in the order in which it was.
   *
   * @param after only what comes behind the finding of this id; 0 for the first
   */
  public Page<CareFinding> findings(CareFilter filter, long after, int limit) {
    CareSelection all = new CareSelection(filter, List.of(), List.of());
    List<CareStore.Row> rows = new ArrayList<>();
    long total =
        jdbi.withHandle(
            h -> {
              rows.addAll(new CareStore(h).after(all, after, limit));
              return new CareStore(h).count(all);
            });
    Map<Long, Unit> units = new HashMap<>();
    memories
        .units(rows.stream().map(CareStore.Row::unitId).distinct().toList())
        .forEach(unit -> units.put(unit.id(), unit));
    return new Page<>(
        rows.stream()
            .filter(row -> units.containsKey(row.unitId()))
            .map(row -> row.with(units.get(row.unitId())))
            .toList(),
        total);
  }

  // Steps.

  /**
   * Plans in the background what is to become of what was chosen; nothing changes yet.
   *
   * @param keep which unit stays where several are merged
   * @throws IllegalArgumentException if nothing is chosen, or the memory is read-only
   */
  public Step plan(CareSelection selection, Step.Action action, Keep keep, String who) {
    if (selection.chosen().size() > MOST_NAMED || selection.except().size() > MOST_NAMED) {
      throw new IllegalArgumentException(
          "At most %,d findings can be named one by one; choose all but some instead."
              .formatted(MOST_NAMED));
    }
    long wanted = jdbi.withHandle(h -> new CareStore(h).count(selection));
    if (wanted == 0) {
      throw new IllegalArgumentException(
          "Nothing is chosen that still stands; search the memory again.");
    }
    long memoryId = selection.filter().memoryId();
    String why = Reasons.why(action, selection.filter().kind());
    Step step = memories.steps().begin(memoryId, action, why, wanted, who);
    inBackground(
        step.id(),
        () -> {
          Mender mender =
              new Mender(checker, inspector, glossary.current(), memories.get(memoryId));
          new Planning(jdbi, memories, mender, selection, step, keep).run();
          memories.steps().planned(step.id());
        });
    return memories.steps().get(step.id());
  }

  /**
   * Applies a planned step in the background.
   *
   * @throws dragoman.storage.StaleVersionException if it is not planned, or applied already
   */
  public Step apply(long id, String who) {
    Step step = memories.steps().beginApply(id, who);
    inBackground(id, () -> finishApply(id));
    return step;
  }

  /**
   * Undoes an applied step in the background; what was changed since is left alone.
   *
   * @throws dragoman.storage.StaleVersionException if it is not applied, or undone already
   */
  public Step undo(long id, String who) {
    Step step = memories.steps().beginUndo(id, who);
    inBackground(id, () -> finishUndo(id));
    return step;
  }

  /** A step. */
  public Step step(long id) {
    return memories.steps().get(id);
  }

  /** The steps of a memory that did something, the newest first. */
  public Page<Step> steps(long memoryId, int offset, int limit) {
    return memories.steps().list(memoryId, offset, limit);
  }

  /** The units of a step. */
  public Page<StepUnit> units(long id, Optional<StepUnit.State> state, int offset, int limit) {
    return memories.steps().units(id, state, offset, limit);
  }

  private void finishApply(long id) {
    Step step = memories.steps().apply(id, () -> !closed);
    if (step.state() == Step.State.APPLIED) {
      settle(step);
    }
    told(step.memoryId());
  }

  private void finishUndo(long id) {
    Step step = memories.steps().undo(id, () -> !closed);
    if (step.state() == Step.State.UNDONE) {
      jdbi.useTransaction(h -> new CareStore(h).broughtBack(step.memoryId(), id));
    }
    told(step.memoryId());
  }

  /** What was found is dealt with; what is still wrong with changed units is found anew. */
  private void settle(Step step) {
    jdbi.useTransaction(h -> new CareStore(h).dealtWith(step.memoryId(), step.id()));
    long after = 0;
    while (true) {
      long from = after;
      List<Long> ids = jdbi.withHandle(h -> new CareStore(h).changedBy(step.id(), from, 500));
      if (ids.isEmpty()) {
        return;
      }
      List<CareStore.NewFinding> still = new ArrayList<>();
      for (Unit unit : memories.units(ids)) {
        inspector
            .faults(unit)
            .forEach(fault -> still.add(new CareStore.NewFinding(unit, fault, 0, false)));
      }
      jdbi.useTransaction(h -> new CareStore(h).insert(step.memoryId(), still));
      after = ids.get(ids.size() - 1);
    }
  }

  private void inBackground(long step, Runnable work) {
    Steps all = memories.steps();
    steps.execute(
        () -> {
          if (closed) {
            return;
          }
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.error("Step {} failed", step, e);
            told(all.failed(step, "It could not go on: " + e.getMessage()).memoryId());
          }
        });
  }

  private void told(long memoryId) {
    listeners.forEach(listener -> listener.accept(memoryId));
  }

  /** Waits until everything is done that was begun before. */
  void await() throws InterruptedException {
    for (ExecutorService running : List.of(searches, steps)) {
      CountDownLatch reached = new CountDownLatch(1);
      running.execute(reached::countDown);
      reached.await();
    }
  }

  /** Stops what runs between two batches; steps go on after the next start. */
  @Override
  public void close() {
    closed = true;
    for (ExecutorService running : List.of(searches, steps)) {
      running.shutdown();
      try {
        if (!running.awaitTermination(30, TimeUnit.SECONDS)) {
          LOG.warn("The care of memories is still busy");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
