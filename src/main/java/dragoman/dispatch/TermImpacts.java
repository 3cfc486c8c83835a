package dragoman.dispatch;

import dragoman.glossary.Concept;
import dragoman.glossary.Glossary;
import dragoman.memory.Memories;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What changes of concepts do to memories and open dispatches: looked for before a change is kept,
 * applied with it and undone as one step. The work is done in a thread of its own, one after the
 * other; whoever asks waits a moment for it, and asks again how far it is.
 */
public final class TermImpacts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TermImpacts.class);
  private static final Duration LOOK_LIVES = Duration.ofDays(1);
  private static final Duration UNDO_LIVES = Duration.ofDays(30);
  private static final int LISTED = 20;

  private final Jdbi jdbi;
  private final Memories memories;
  private final Glossary glossary;
  private final Dispatches dispatches;
  private final Clock clock;
  private final Listeners<TermImpact> listeners = new Listeners<>();
  private final ThreadPoolExecutor worker;
  private volatile boolean closed;

  TermImpacts(Jdbi jdbi, Memories memories, Glossary glossary, Dispatches dispatches, Clock clock) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.glossary = glossary;
    this.dispatches = dispatches;
    this.clock = clock;
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "changes of terms");
              thread.setDaemon(true);
              return thread;
            });
    worker.allowCoreThreadTimeOut(true);
  }

  /** Which places are mended when a change is applied. */
  public record Choice(boolean all, Set<Integer> also, Set<Integer> without) {
    /** Every place that is mended for certain. */
    public static final Choice ALL = new Choice(true, Set.of(), Set.of());

    /** No place: the concept is kept, and nothing else. */
    public static final Choice NONE = new Choice(false, Set.of(), Set.of());

    /** Keeps copies. */
    public Choice {
      also = Set.copyOf(also);
      without = Set.copyOf(without);
    }
  }

  /** Goes on with what was broken off when the program last ended. */
  public void start() {
    for (TermImpact.State state :
        List.of(TermImpact.State.LOOKING, TermImpact.State.APPLYING, TermImpact.State.UNDOING)) {
      for (long id : jdbi.withHandle(h -> new ImpactStore(h).in(state))) {
        if (state == TermImpact.State.LOOKING) {
          jdbi.useHandle(
              h ->
                  new ImpactStore(h)
                      .move(
                          id,
                          state,
                          TermImpact.State.FAILED,
                          "The server was stopped; ask again."));
        } else {
          worker.submit(() -> run(id));
        }
      }
    }
  }

  /**
   * Begins to look what a change would do; nothing is changed by it.
   *
   * @param wanted the concept as it is to be, with the version that was read; id 0 for a new one
   * @throws StaleVersionException if somebody else has changed the concept since
   * @throws NoSuchElementException if there is no such concept
   */
  public TermImpact look(Concept wanted, String who) {
    Optional<Concept> before =
        wanted.id() == 0 ? Optional.empty() : Optional.of(known(wanted.id(), wanted.version()));
    return look(before, Optional.of(wanted), who);
  }

  /** Begins to look what it would do to delete a concept. */
  public TermImpact lookAtDeletion(long concept, long version, String who) {
    return look(Optional.of(known(concept, version)), Optional.empty(), who);
  }

  private Concept known(long id, long version) {
    Concept known = glossary.get(id);
    if (known.version() != version) {
      throw new StaleVersionException("the concept “" + known.terms().get(0).text() + "”");
    }
    return known;
  }

  private TermImpact look(Optional<Concept> before, Optional<Concept> after, String who) {
    long id =
        jdbi.inTransaction(
            h -> {
              ImpactStore store = new ImpactStore(h);
              store.forget(clock.instant().minus(LOOK_LIVES));
              return store.add(before, after, clock.instant(), who);
            });
    return awaited(id);
  }

  /**
   * How far it is.
   *
   * @throws NoSuchElementException if there is none, or it was never applied and is a day old
   */
  public TermImpact get(long id) {
    return jdbi.inTransaction(h -> new ImpactStore(h).get(id));
  }

  /** The places, those that are mended for certain first. */
  public Page<ImpactPlace> places(
      long id, Optional<ImpactPlace.Verdict> verdict, int offset, int limit) {
    return jdbi.inTransaction(h -> new ImpactStore(h).places(id, verdict, offset, limit));
  }

  /** The steps that were applied to a concept, the newest first, twenty at most. */
  public List<TermImpact> applied(long concept) {
    return jdbi.inTransaction(h -> new ImpactStore(h).applied(concept, LISTED));
  }

  /**
   * Keeps the change of the concept and mends what was chosen, as one step.
   *
   * @param why for the concept's history; may be empty
   * @throws StaleVersionException if somebody else has changed the concept since
   * @throws IllegalArgumentException if it is not ready, or was applied already
   */
  public TermImpact apply(long id, Choice choice, String why, String who) {
    jdbi.useTransaction(
        h -> {
          ImpactStore store = new ImpactStore(h);
          TermImpact impact = store.get(id);
          if (!store.move(id, TermImpact.State.READY, TermImpact.State.APPLYING, "")) {
            throw new IllegalArgumentException(
                impact.state() == TermImpact.State.LOOKING
                    ? "What this change does is still being looked for; wait until it is known."
                    : "This change was made already, or cannot be made; look at it anew.");
          }
          if (choice.all()) {
            store.chooseAll(id);
          }
          store.choose(id, choice.also(), true);
          store.choose(id, choice.without(), false);
          long concept = impact.concept();
          long reached = 0;
          if (impact.after().isPresent()) {
            Concept saved = glossary.save(impact.after().get(), who, why);
            concept = saved.id();
            reached = saved.version();
          } else {
            Concept gone = impact.before().orElseThrow();
            glossary.delete(gone.id(), gone.version(), who, why);
          }
          store.applied(id, concept, reached, why, clock.instant(), who);
        });
    return awaited(id);
  }

  /**
   * Brings back what a step mended, and the concept as it was before; what somebody changed since
   * is left alone, and said.
   *
   * @throws IllegalArgumentException if it is not applied, undone already, or too long ago
   */
  public TermImpact undo(long id, String who) {
    jdbi.useTransaction(
        h -> {
          ImpactStore store = new ImpactStore(h);
          TermImpact impact = store.get(id);
          boolean old =
              impact.appliedAt().filter(clock.instant().minus(UNDO_LIVES)::isAfter).isPresent();
          if (old
              || !store.move(
                  id,
                  TermImpact.State.APPLIED,
                  TermImpact.State.UNDOING,
                  conceptBack(impact, store.reached(id), who))) {
            throw new IllegalArgumentException(
                old
                    ? "This change is older than 30 days; it can no longer be undone as one step."
                    : "This change is not applied, or undone already.");
          }
          store.undone(id, clock.instant(), who);
        });
    return awaited(id);
  }

  /** Brings the concept back; a sentence where that cannot be. */
  private String conceptBack(TermImpact impact, long reached, String who) {
    String why = "undone";
    try {
      if (impact.after().isEmpty()) {
        Concept before = impact.before().orElseThrow();
        glossary.save(fresh(before), who, why);
      } else if (glossary.get(impact.concept()).version() != reached) {
        return "The concept was changed since, and stays as it is.";
      } else if (impact.before().isEmpty()) {
        glossary.delete(impact.concept(), reached, who, why);
      } else {
        glossary.save(at(impact.before().get(), reached), who, why);
      }
      return "";
    } catch (NoSuchElementException e) {
      return "The concept was deleted since, and stays so.";
    }
  }

  private static Concept fresh(Concept c) {
    return new Concept(
        0,
        0,
        c.key(),
        c.subjectField(),
        c.definition(),
        c.note(),
        c.source(),
        c.state(),
        c.terms(),
        c.changedAt(),
        c.changedBy());
  }

  private static Concept at(Concept c, long version) {
    return new Concept(
        c.id(),
        version,
        c.key(),
        c.subjectField(),
        c.definition(),
        c.note(),
        c.source(),
        c.state(),
        c.terms(),
        c.changedAt(),
        c.changedBy());
  }

  /** Tells a listener of every step that was applied or undone, when it is done. */
  public void onDone(Consumer<TermImpact> listener) {
    listeners.add(listener);
  }

  private TermImpact awaited(long id) {
    Future<?> done = worker.submit(() -> run(id));
    try {
      done.get(250, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.debug("A change of terms takes longer; it goes on in its own thread.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("A change of terms failed.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return get(id);
  }

  /** Waits until what was begun before is done, and gives how it is then. */
  TermImpact await(long id) {
    try {
      worker.submit(() -> {}).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A change of terms failed.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return get(id);
  }

  private void run(long id) {
    TermImpact impact = get(id);
    try {
      switch (impact.state()) {
        case LOOKING -> {
          if (new ImpactSearch(
                  jdbi,
                  memories,
                  id,
                  glossary.current(),
                  impact.before(),
                  impact.after(),
                  () -> !closed)
              .run()) {
            move(impact, TermImpact.State.READY, "");
          }
        }
        case APPLYING -> {
          if (mending().apply(id, impact.appliedBy())) {
            move(impact, TermImpact.State.APPLIED, "");
            listeners.tell(get(id));
          }
        }
        case UNDOING -> {
          if (mending().undo(id, impact.undoneBy())) {
            move(impact, TermImpact.State.UNDONE, impact.problem());
            listeners.tell(get(id));
          }
        }
        default -> LOG.debug("The change {} is {} already.", id, impact.state());
      }
    } catch (RuntimeException e) {
      if (closed) {
        LOG.info("The change {} goes on after the next start.", id);
      } else {
        LOG.error("The change {} of a concept failed.", id, e);
        // what was mended until then can still be undone
        boolean looking = impact.state() == TermImpact.State.LOOKING;
        move(
            impact,
            looking ? TermImpact.State.FAILED : TermImpact.State.APPLIED,
            "It failed before its end; the server's log says more.");
      }
    }
  }

  private ImpactMending mending() {
    return new ImpactMending(jdbi, memories, dispatches, () -> !closed);
  }

  private void move(TermImpact impact, TermImpact.State to, String problem) {
    jdbi.useHandle(h -> new ImpactStore(h).move(impact.id(), impact.state(), to, problem));
  }

  /** Stops; what is not done goes on after the next {@link #start}. */
  @Override
  public void close() {
    closed = true;
    worker.shutdown();
    try {
      if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("A change of terms did not stop in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
