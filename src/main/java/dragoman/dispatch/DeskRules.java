package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.segmentation.BreakModel;
import dragoman.segmentation.Segmenter;
import dragoman.segmentation.SrxDocument;
import dragoman.segmentation.SrxException;
import dragoman.segmentation.SrxRule;
import dragoman.storage.Database;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The desk's own rules of where sentences end, with everything that was ever done to them, and the
 * segmenter that goes by them. Safe for many threads, and for several processes on one database.
 */
public final class DeskRules {
  private static final int MOST_RULES = 2000;

  private final Jdbi jdbi;
  private final Segmenter base;
  private final Clock clock = Clock.tickMillis(ZoneOffset.UTC); // what the columns hold
  private final AtomicReference<Snapshot> snapshot = new AtomicReference<>();
  private final RuleOrder order = new RuleOrder();

  /** The models in use, read once, by their numbers. */
  private volatile Map<Long, BreakModel> models = Map.of();

  private DeskRules(Jdbi jdbi, Segmenter base) {
    this.jdbi = jdbi;
    this.base = base;
  }

  /**
   * The rules of a database.
   *
   * @param base the rules that the desk's come before
   */
  public static DeskRules open(Database database, Segmenter base) {
    return new DeskRules(database.jdbi(), base);
  }

  /** What the desk splits by now: never by what was before a change that is acknowledged. */
  public Segmenter segmenter() {
    return snapshot().segmenter();
  }

  /** Rules as a filter wants them, in the order in which they are tried. */
  public Page<DeskRule> search(DeskRuleFilter filter, int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > 1000) {
      throw new IllegalArgumentException(
          "A page begins at 0 or later and has 1 to 1,000 rules; ask for less.");
    }
    return jdbi.inTransaction(h -> new DeskRuleStore(h).search(filter, offset, limit));
  }

  /**
   * A rule by its number.
   *
   * @throws NoSuchElementException if there is none
   */
  public DeskRule get(long id) {
    return jdbi.withHandle(h -> new DeskRuleStore(h).find(id)).orElseThrow(() -> none(id));
  }

  /**
   * Keeps a rule: a new one where its id is 0, else a new version of the one that it was read from.
   * An abbreviation without its stop gets one.
   *
   * @throws StaleVersionException if somebody else has changed it since
   * @throws NoSuchElementException if it is not there
   * @throws IllegalArgumentException if it says nothing, cannot be run in bounded time, or is there
   *     already; the message is one sentence that names the place
   */
  public DeskRule save(DeskRule given, String who) {
    DeskRule rule = DeskRuleCheck.checked(given);
    return jdbi.inTransaction(
        h -> {
          DeskRuleStore store = new DeskRuleStore(h);
          store.tick();
          store
              .same(rule)
              .ifPresent(
                  same -> {
                    throw new IllegalArgumentException(
                        "The desk has this rule already ("
                            + same.name()
                            + ", by "
                            + same.changedBy()
                            + "); change that one.");
                  });
          if (rule.id() == 0) {
            expectRoom(store, rule.key());
            return store.insert(rule, clock.instant(), who, DeskRuleChange.Action.CREATED);
          }
          DeskRule before = store.find(rule.id()).orElseThrow(() -> none(rule.id()));
          return store
              .update(rule, clock.instant(), who)
              .orElseThrow(() -> new StaleVersionException(before.name()));
        });
  }

  /**
   * Takes a rule away; its history stays.
   *
   * @throws StaleVersionException if somebody else has changed it since
   * @throws NoSuchElementException if it is not there
   */
  public void delete(long id, long version, String who) {
    jdbi.useTransaction(
        h -> {
          DeskRuleStore store = new DeskRuleStore(h);
          store.tick();
          DeskRule before = store.find(id).orElseThrow(() -> none(id));
          if (!store.delete(before, version, clock.instant(), who)) {
            throw new StaleVersionException(before.name());
          }
        });
  }

  /**
   * Has a rule tried right before another. The order matters among rules that hold or break; all
   * abbreviations come behind them, and behind those what breaks after any word.
   *
   * @param before none for behind all others
   * @throws StaleVersionException if somebody else has changed it since
   * @throws NoSuchElementException if one of them is not there
   */
  public DeskRule move(long id, long version, Optional<Long> before) {
    return jdbi.inTransaction(
        h -> {
          DeskRuleStore store = new DeskRuleStore(h);
          store.tick();
          DeskRule rule = store.find(id).orElseThrow(() -> none(id));
          if (rule.version() != version) {
            throw new StaleVersionException(rule.name());
          }
          store.move(id, before.map(other -> store.find(other).orElseThrow(() -> none(other))));
          return rule;
        });
  }

  /** Everything that was done to a rule, oldest first; also to one that was deleted. */
  public List<DeskRuleChange> history(long id) {
    return jdbi.withHandle(h -> new DeskRuleStore(h).history(id));
  }

  /**
   * What a change would do to a text.
   *
   * @param drafts each instead of the rule with its id, or beside all others where its id is 0;
   *     without any, before and after are the same
   * @throws IllegalArgumentException as {@link #save} does, or if the text is too long
   */
  public SplitPreview preview(LanguageTag language, String text, List<DeskRule> drafts) {
    Snapshot now = snapshot();
    return SplitPreview.of(
        language,
        text,
        now,
        drafts.isEmpty() ? now : now.with(drafts.stream().map(DeskRuleCheck::checked).toList()));
  }

  /**
   * Takes the rules of an SRX file in, behind those that are there; what is there already is not
   * doubled. A rule of another program's that breaks behind any word is left out and said: it would
   * leave the program's own rules nothing to hold, and they break there anyway.
   *
   * @param keep false to see what would become of it: nothing is kept
   * @throws SrxException if the file is not SRX
   */
  public RuleImport takeIn(InputStream in, String fileName, String who, boolean keep)
      throws SrxException {
    SrxImport read = SrxImport.of(SrxDocument.read(in, fileName));
    return jdbi.inTransaction(
        h -> {
          DeskRuleStore store = new DeskRuleStore(h);
          store.tick();
          for (SrxImport.Found found : read.found()) {
            try {
              DeskRule rule = DeskRuleCheck.checked(found.rule());
              if (store.same(rule).isPresent()) {
                read.unchanged();
              } else if (!found.own() && order.general(rule)) {
                read.general(found);
              } else {
                expectRoom(store, rule.key());
                read.added(
                    store.insert(rule, clock.instant(), who, DeskRuleChange.Action.IMPORTED));
              }
            } catch (IllegalArgumentException e) {
              read.skipped(found, e.getMessage());
            }
          }
          if (!keep) {
            h.rollback();
          }
          return read.result(keep);
        });
  }

  /**
   * Takes an import's rules away again; those that somebody has changed since stay.
   *
   * @param ids what {@link RuleImport#rules} said
   * @return how many were taken away
   */
  public int takeBack(List<Long> ids, String who) {
    return jdbi.inTransaction(
        h -> {
          DeskRuleStore store = new DeskRuleStore(h);
          store.tick();
          int gone = 0;
          for (long id : ids) {
            Optional<DeskRule> rule = store.find(id);
            if (rule.isPresent()
                && store.imported(id)
                && store.delete(rule.get(), 1, clock.instant(), who)) {
              gone++;
            }
          }
          return gone;
        });
  }

  /**
   * The desk's rules as an SRX file's content, in the order in which they are tried.
   *
   * @param bundled whether the program's own rules follow them, so that the file does all that the
   *     desk does wherever else it is used
   */
  public SrxDocument giveOut(boolean bundled) {
    return SrxExport.of(order.tried(jdbi.withHandle(h -> new DeskRuleStore(h).all())), bundled);
  }

  private Snapshot snapshot() {
    Snapshot known = snapshot.get();
    long now = jdbi.withHandle(h -> new DeskRuleStore(h).clock());
    if (known != null && known.changes() == now) {
      return known;
    }
    Snapshot fresh =
        jdbi.inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ,
            h -> {
              DeskRuleStore store = new DeskRuleStore(h);
              // read first: what changes meanwhile makes the next call load again
              long changes = store.clock();
              return Snapshot.of(
                  changes, base, store.all(), enabled(new SentenceModelStore(h)), order);
            });
    return snapshot.accumulateAndGet(
        fresh, (old, other) -> old != null && old.changes() > other.changes() ? old : other);
  }

  /** The rules as they stand, without any model. */
  Segmenter withoutModels() {
    Snapshot now = snapshot();
    return Snapshot.of(now.changes(), base, now.rules(), Map.of(), order).segmenter();
  }

  private Map<LanguageTag, BreakModel> enabled(SentenceModelStore store) {
    Map<LanguageTag, BreakModel> enabled = new HashMap<>();
    Map<Long, BreakModel> known = new HashMap<>();
    for (SentenceModel model : store.enabled()) {
      BreakModel read =
          Optional.ofNullable(models.get(model.id()))
              .orElseGet(() -> BreakModel.of(store.content(model.id()), model.certainty()));
      known.put(model.id(), read);
      enabled.put(model.language(), read);
    }
    models = Map.copyOf(known);
    return enabled;
  }

  private static void expectRoom(DeskRuleStore store, String key) {
    if (store.count(key) >= MOST_RULES) {
      throw new IllegalArgumentException(
          "The desk has %,d rules for this language, the most that there may be; delete some."
              .formatted(MOST_RULES));
    }
  }

  private static NoSuchElementException none(long id) {
    return new NoSuchElementException(
        "There is no rule " + id + "; it may have been deleted meanwhile.");
  }

  /**
   * The rules at one time.
   *
   * @param changes how many changes there were until then
   */
  record Snapshot(
      long changes,
      Segmenter base,
      List<DeskRule> rules,
      Map<LanguageTag, BreakModel> models,
      RuleOrder order,
      Segmenter segmenter) {
    static Snapshot of(
        long changes,
        Segmenter base,
        List<DeskRule> rules,
        Map<LanguageTag, BreakModel> models,
        RuleOrder order) {
      Segmenter segmenter = base;
      Map<String, List<SrxRule>> byKey = new LinkedHashMap<>();
      Map<String, Optional<LanguageTag>> languages = new HashMap<>();
      for (DeskRule rule : order.tried(rules)) {
        if (rule.enabled()) {
          languages.put(rule.key(), rule.language());
          byKey.computeIfAbsent(rule.key(), key -> new ArrayList<>()).addAll(rule.srx());
        }
      }
      for (Map.Entry<String, List<SrxRule>> entry : byKey.entrySet()) {
        segmenter = segmenter.with(languages.get(entry.getKey()), entry.getValue());
      }
      for (Map.Entry<LanguageTag, BreakModel> model : models.entrySet()) {
        segmenter = segmenter.with(model.getKey(), model.getValue());
      }
      return new Snapshot(changes, base, rules, models, order, segmenter);
    }

    Snapshot with(List<DeskRule> drafts) {
      List<DeskRule> changed = new ArrayList<>(rules);
      for (DeskRule draft : drafts) {
        int at = -1;
        for (int i = 0; draft.id() != 0 && i < changed.size(); i++) {
          at = changed.get(i).id() == draft.id() ? i : at;
        }
        if (at < 0) {
          changed.add(draft);
        } else {
          changed.set(at, draft);
        }
      }
      return of(changes, base, changed, models, order);
    }

    /** The desk's rule that an SRX rule was made from. */
    Optional<DeskRule> origin(SrxRule srx) {
      return rules.stream()
          .filter(rule -> rule.name().equals(srx.name()) && rule.srx().contains(srx))
          .findFirst();
    }
  }
}
