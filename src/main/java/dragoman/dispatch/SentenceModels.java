package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.segmentation.Example;
import dragoman.segmentation.Training;
import dragoman.storage.Database;
import dragoman.storage.StaleVersionException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from the desk where sentences end: once there are enough joins and splits of translators,
 * a model is trained from them and from the confirmed dispatches, tried against the rules on what
 * it has not seen, and offered with the measured gain. Nothing is used before a person says so.
 *
 * <p>One model is trained at a time, in a thread of low priority; what is being trained when the
 * program ends is trained anew after the next start.
 */
public final class SentenceModels implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SentenceModels.class);
  private static final int ENOUGH_SENTENCES = 200;
  private static final int ENOUGH_CORRECTIONS = 20;

  /** A gain below this is noise. */
  private static final double LEAST_GAIN = 0.0005;

  /** Trained again once the corrections have grown by this part, and by a few at least. */
  private static final double GROWN = 1.2;

  private static final int GROWN_BY = 5;

  private final Jdbi jdbi;
  private final DeskRules rules;
  private final int enoughSentences;
  private final int enoughCorrections;
  private final Clock clock = Clock.tickMillis(ZoneOffset.UTC); // what the columns hold
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService trainer;
  private volatile boolean closed;

  private SentenceModels(Jdbi jdbi, DeskRules rules, int enoughSentences, int enoughCorrections) {
    this.jdbi = jdbi;
    this.rules = rules;
    this.enoughSentences = enoughSentences;
    this.enoughCorrections = enoughCorrections;
    // its thread is made with the first task
    this.trainer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "sentence models");
              thread.setDaemon(true);
              thread.setPriority(Thread.MIN_PRIORITY);
              return thread;
            });
  }

  static SentenceModels open(Database database, DeskRules rules) {
    return open(database, rules, ENOUGH_SENTENCES, ENOUGH_CORRECTIONS);
  }

  /** The models of a database, trained as soon as there is as much as is given here. */
  static SentenceModels open(
      Database database, DeskRules rules, int enoughSentences, int enoughCorrections) {
    return new SentenceModels(database.jdbi(), rules, enoughSentences, enoughCorrections);
  }

  /** Looks from now on, every few minutes, whether there is something new to learn from. */
  public void start() {
    trainer.scheduleWithFixedDelay(this::look, 1, 10, TimeUnit.MINUTES);
  }

  /** How far each language of the desk is. */
  public List<Learning> all() {
    return jdbi.inTransaction(
        h -> {
          SentenceModelStore store = new SentenceModelStore(h);
          List<SentenceModel> enabled = store.enabled();
          List<Learning> all = new ArrayList<>();
          for (Map.Entry<String, LanguageTag> language : store.languages().entrySet()) {
            all.add(learning(store, language.getValue(), enabled));
          }
          return List.copyOf(all);
        });
  }

  /**
   * Has a model trained for a language now, or as soon as the one before is ready.
   *
   * @throws IllegalArgumentException if there is not enough to train from yet
   */
  public Learning train(LanguageTag language) {
    Learning now = learning(language);
    if (!now.enough()) {
      throw new IllegalArgumentException(
          "There are %,d confirmed sentences and %,d joins and splits in %s; a model is trained from %,d and %,d on."
              .formatted(
                  now.sentences(),
                  now.corrections(),
                  language,
                  now.neededSentences(),
                  now.neededCorrections()));
    }
    request(now.language());
    return learning(language);
  }

  /**
   * Switches an offered model on, instead of another of its language, or off.
   *
   * @throws StaleVersionException if somebody else has done so since
   * @throws NoSuchElementException if it is not there
   * @throws IllegalArgumentException if it was not offered
   */
  public SentenceModel enable(long id, long version, boolean enabled, String who) {
    return jdbi.inTransaction(
        h -> {
          new DeskRuleStore(h).tick();
          SentenceModelStore store = new SentenceModelStore(h);
          SentenceModel model = store.find(id).orElseThrow(() -> none(id));
          if (model.outcome() != SentenceModel.Outcome.OFFERED) {
            throw new IllegalArgumentException(
                "The model " + id + " does no better than the rules; there is nothing to use.");
          }
          return store
              .enable(model, version, enabled, clock.instant(), who)
              .orElseThrow(
                  () -> new StaleVersionException("the model of " + model.language().value()));
        });
  }

  /**
   * A model by its number.
   *
   * @throws NoSuchElementException if there is none
   */
  public SentenceModel get(long id) {
    return jdbi.withHandle(h -> new SentenceModelStore(h).find(id)).orElseThrow(() -> none(id));
  }

  /** Tells a listener whenever a training has begun or ended, in its thread. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Stops what is being trained, at its next step; nothing of it is kept. */
  @Override
  public void close() {
    closed = true;
    trainer.shutdownNow();
    try {
      if (!trainer.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("The training of a sentence model has not stopped yet; it keeps nothing.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Learning learning(LanguageTag language) {
    return jdbi.inTransaction(
        h -> {
          SentenceModelStore store = new SentenceModelStore(h);
          LanguageTag known = store.languages().getOrDefault(language.key(), language);
          return learning(store, known, store.enabled());
        });
  }

  private Learning learning(
      SentenceModelStore store, LanguageTag language, List<SentenceModel> enabled) {
    String key = language.key();
    return new Learning(
        language,
        store.sentences(key),
        store.corrections(key),
        enoughSentences,
        enoughCorrections,
        waiting.contains(key),
        store.newest(key),
        enabled.stream().filter(model -> model.language().key().equals(key)).findFirst());
  }

  private void look() {
    try {
      for (Learning learning : all()) {
        int last = learning.newest().map(SentenceModel::corrections).orElse(0);
        boolean grown =
            learning.newest().isEmpty()
                || learning.corrections() >= Math.max(last * GROWN, last + GROWN_BY);
        if (learning.enough() && grown) {
          request(learning.language());
        }
      }
    } catch (RuntimeException e) {
      // thrown on, it would end the looking for good
      LOG.warn("Whether a sentence model can be trained cannot be told now.", e);
    }
  }

  private void request(LanguageTag language) {
    if (!closed && waiting.add(language.key())) {
      try {
        trainer.execute(() -> run(language));
      } catch (RejectedExecutionException e) {
        waiting.remove(language.key()); // closed meanwhile
      }
    }
  }

  private void run(LanguageTag language) {
    try {
      listeners.forEach(Runnable::run);
      learn(language);
    } catch (CancellationException e) {
      LOG.info("The training of a sentence model for {} was stopped.", language);
    } catch (RuntimeException e) {
      LOG.warn("No sentence model could be trained for {}.", language, e);
    } finally {
      waiting.remove(language.key());
      if (!closed) {
        listeners.forEach(Runnable::run);
      }
    }
  }

  private void learn(LanguageTag language) {
    String key = language.key();
    List<Example> kept = jdbi.withHandle(h -> new SentenceModelStore(h).kept(key));
    List<Example> examples = new ArrayList<>(kept);
    examples.addAll(jdbi.withHandle(h -> new SentenceModelStore(h).confirmed(key)));
    Optional<Training.Trained> trained =
        Training.train(language, examples, rules.withoutModels(), () -> closed);
    boolean offered = trained.map(t -> t.gain() >= LEAST_GAIN).orElse(false);
    Instant now = clock.instant();
    SentenceModel model =
        new SentenceModel(
            0,
            1,
            language,
            trained.isEmpty()
                ? SentenceModel.Outcome.TOO_ALIKE
                : offered ? SentenceModel.Outcome.OFFERED : SentenceModel.Outcome.NO_GAIN,
            examples.size(),
            kept.size(),
            trained.map(Training.Trained::places).orElse(0),
            trained.map(Training.Trained::rules).orElse(0.0),
            trained.map(Training.Trained::secondOpinion).orElse(0.0),
            trained.map(Training.Trained::alone).orElse(0.0),
            trained.map(t -> t.model().certainty()).orElse(1.0),
            false,
            now,
            now,
            "");
    byte[] content = offered ? trained.orElseThrow().model().bytes() : new byte[0];
    if (closed) {
      throw new CancellationException("The program ends.");
    }
    jdbi.useTransaction(h -> new SentenceModelStore(h).add(model, content));
  }

  private static NoSuchElementException none(long id) {
    return new NoSuchElementException(
        "There is no model " + id + "; a newer one may have taken its place.");
  }
}
