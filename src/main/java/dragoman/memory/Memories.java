package dragoman.memory;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.storage.Page;
import dragoman.text.TaggedText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.array.SqlArrayTypes;

/**
 * The translation memories of a data folder: their units, how they change, and what is found in
 * them. Safe for several threads.
 *
 * <p>What a method has acknowledged by returning is durable, and found by every lookup and search
 * that begins later.
 */
public final class Memories implements AutoCloseable {
  private static final long MOST_AHEAD = 20_000;
  private static final int AT_ONCE = 1_000;

  private final Jdbi jdbi;
  private final MemoryRows memories;
  private final UnitRows units;
  private final Languages languages = new Languages();
  private final Tables tables;
  private final IndexFollower follower;
  private final Lookup lookup;
  private final Searching searching;
  private final Steps steps;

  private Memories(Jdbi jdbi, Texts texts, Path indexFolder) {
    this.jdbi = jdbi;
    this.memories = new MemoryRows(jdbi, texts.alone());
    this.units = new UnitRows(jdbi, languages);
    this.tables = new Tables(jdbi, units, languages, texts);
    Analyzer analyzer = new Analyzer();
    this.follower =
        new IndexFollower(
            jdbi,
            units,
            indexFolder,
            new IndexDocuments(analyzer, languages),
            jdbi.inTransaction(UnitRows::store),
            texts.alone());
    Segments segments = new Segments();
    this.lookup = new Lookup(jdbi, memories, units, analyzer, languages, segments, follower);
    this.searching = new Searching(jdbi, memories, units, languages, analyzer, segments, follower);
    this.steps =
        new Steps(tables, place -> followed(new UnitWriter.Written(place, Optional.empty())));
  }

  /**
   * Opens the memories of a database, with their index in a folder of its own. An index that is
   * absent, damaged or behind mends itself in the background.
   *
   * @throws dragoman.storage.StorageException if another process uses the index folder
   */
  public static Memories open(Database database, Path indexFolder) {
    database.jdbi().getConfig(SqlArrayTypes.class).register(Long.class, "bigint");
    Texts texts = new Texts(database.embedded());
    texts.open(database.jdbi());
    return new Memories(database.jdbi(), texts, indexFolder);
  }

  /** All memories, in the order of priority, then name. */
  public List<Memory> list() {
    return memories.list();
  }

  /** The memory of a name. */
  public Optional<Memory> find(String name) {
    return memories.find(name);
  }

  /**
   * The memory of an id.
   *
   * @throws NoSuchElementException if there is none
   */
  public Memory get(long id) {
    return memories.get(id);
  }

  /**
   * Makes a memory, with priority 10, no penalty, not read-only.
   *
   * @throws IllegalArgumentException if the name is blank or taken
   */
  public Memory create(String name, String desk) {
    return memories.create(new Memory(0, name, desk, 10, 0, false, 1));
  }

  /**
   * Changes a memory's name, desk, priority, penalty, read-only mark or way of updating.
   *
   * @param changed with the version that was read
   * @throws dragoman.storage.StaleVersionException if it changed meanwhile
   */
  public Memory update(Memory changed) {
    return memories.update(changed);
  }

  /**
   * A writer for many units.
   *
   * @param who whose change it is
   * @throws IllegalArgumentException if the memory is read-only
   */
  public UnitWriter writer(Memory memory, String who) {
    jdbi.useHandle(h -> MemoryRows.writable(h, memory.id()));
    return new UnitWriter(tables, memory.id(), who, this::followed);
  }

  /** What the headers of the files said that came into a memory, to come out again. */
  public Metadata header(Memory memory) {
    return jdbi.withHandle(h -> MemoryRows.header(h, memory.id()));
  }

  /** Hands every unit of a memory that is not deleted to the consumer, in the order of ids. */
  public void eachUnit(Memory memory, Consumer<Unit> consumer) {
    units.each(
        memory.id(),
        false,
        AT_ONCE,
        placed -> {
          consumer.accept(placed.unit());
          return true;
        });
  }

  /**
   * Takes a confirmed translation. A sentence that was confirmed into one more language becomes one
   * unit with what is there; another target for a source that is there becomes a unit of its own,
   * or {@linkplain Updating#REPLACE replaces} it, as the memory says.
   *
   * @throws IllegalArgumentException if the memory is read-only, or a text is blank or too long
   */
  public Confirmed confirm(Confirmation confirmation) {
    return change(confirmation.who(), changes -> new Confirming(changes, confirmation).run());
  }

  /**
   * The units that are like a sentence, best first; nothing at or above the threshold is missed.
   */
  public List<Match> lookup(Query query) {
    return lookup.byIndex(query);
  }

  /**
   * What is known of a sentence's parts, in its order, for a sentence that nothing in the memories
   * is like. The query's threshold and limit have no say.
   *
   * @param names the glossary
   * @param without a unit that is left out: the one that the sentence itself was confirmed into
   */
  public List<Piece> pieces(Query query, Names names, OptionalLong without) {
    return lookup.pieces(query, names, without);
  }

  /**
   * The same as {@link #lookup} by scoring every unit of the database without the index: slow, and
   * the proof.
   */
  public List<Match> lookupExhaustively(Query query) {
    return lookup.exhaustively(List.of(query)).get(0);
  }

  /** Several queries exhaustively, in one pass over the units; the answers in their order. */
  public List<List<Match>> lookupExhaustively(List<Query> queries) {
    return lookup.exhaustively(queries);
  }

  /**
   * The same, timed.
   *
   * @param nanos as long as the list; gets the nanoseconds that each query took by itself, without
   *     the reading of the units, which they share
   */
  public List<List<Match>> lookupExhaustively(List<Query> queries, long[] nanos) {
    return lookup.exhaustively(queries, nanos);
  }

  /**
   * Units of a memory that hold a text, in the order of ids. Where no text holds it as it is, marks
   * and signs are left out of regard, and ı is i, ə is e. Of very many only some are counted.
   *
   * @throws NoSuchElementException if there is no such memory
   */
  public Page<Unit> search(UnitSearch search) {
    return searching.search(search);
  }

  /** The same as {@link #search} by reading every unit without the index: slow, and the proof. */
  Page<Unit> searchExhaustively(UnitSearch search) {
    return searching.searchExhaustively(search);
  }

  /**
   * Places where a text occurs in a language, with the other language's text beside it, in the
   * order of memories and ids; behind them, in the same order, places where its words stand one
   * behind the other in other forms. Of very many only some are counted.
   *
   * @param text any part of a text, without regard to case
   * @param memoryIds the memories asked; empty for all
   */
  public Page<Concordance> concordance(
      String text,
      LanguageTag language,
      LanguageTag other,
      List<Long> memoryIds,
      int offset,
      int limit) {
    return searching.concordance(text, language, other, asked(memoryIds), offset, limit);
  }

  /** The same as {@link #concordance} by reading every unit: slow, and the proof. */
  Page<Concordance> concordanceExhaustively(
      String text,
      LanguageTag language,
      LanguageTag other,
      List<Long> memoryIds,
      int offset,
      int limit) {
    return searching.concordanceExhaustively(
        text, language, other, asked(memoryIds), offset, limit);
  }

  /**
   * Hands over every unit whose text in a language may have what a probe looks for, each once. The
   * index narrows; no other unit is read while it is up to date.
   *
   * @param consumer says whether it wants more
   */
  public void each(Probe probe, BiPredicate<Memory, Unit> consumer) {
    searching.each(probe, memories.list(), consumer);
  }

  private List<Memory> asked(List<Long> memoryIds) {
    return memories.list().stream()
        .filter(m -> memoryIds.isEmpty() || memoryIds.contains(m.id()))
        .toList();
  }

  /**
   * A unit, deleted or not.
   *
   * @throws NoSuchElementException if there is none of that id
   */
  public Unit unit(long id) {
    return units.get(id);
  }

  /**
   * Gives a unit another text in a language, or a first one.
   *
   * @param version the unit's version that was read
   * @throws dragoman.storage.StaleVersionException if it changed meanwhile
   * @throws NoSuchElementException if there is no such unit
   */
  public Unit updateVariant(
      long unitId, long version, LanguageTag language, TaggedText text, String who) {
    return change(
        who,
        changes -> {
          Unit unit = changes.unit(unitId, version);
          LanguageTag kept = unit.variant(language).map(Variant::language).orElse(language);
          Metadata metadata = unit.variant(language).map(Variant::metadata).orElse(Metadata.EMPTY);
          changes.put(
              unit, List.of(new Variant(kept, text, metadata)), UnitChange.What.EDITED, Map.of());
          return changes.unit(unitId).unit();
        });
  }

  /**
   * Takes a unit out of lookups; it can be {@linkplain #restore restored}.
   *
   * @throws dragoman.storage.StaleVersionException if it changed meanwhile
   */
  public Unit delete(long unitId, long version, String who) {
    return change(
        who,
        changes -> {
          Unit unit = changes.unit(unitId, version);
          if (!unit.deleted()) {
            changes.delete(unit);
          }
          return changes.unit(unitId).unit();
        });
  }

  /**
   * Puts a deleted unit back.
   *
   * @throws dragoman.storage.StaleVersionException if it changed meanwhile
   */
  public Unit restore(long unitId, long version, String who) {
    return change(
        who,
        changes -> {
          Unit unit = changes.unit(unitId, version);
          if (unit.deleted()) {
            changes.restore(unit);
          }
          return changes.unit(unitId).unit();
        });
  }

  /** Several units by id, deleted or not, in the order given; what is not there is left out. */
  public List<Unit> units(Collection<Long> ids) {
    return jdbi.withHandle(
        h -> units.byIds(h, ids, false).values().stream().map(UnitRows.Placed::unit).toList());
  }

  /** Changes of many units as one. */
  public Steps steps() {
    return steps;
  }

  /** How many units of a memory are not deleted. */
  public long count(Memory memory) {
    return units.count(memory.id(), false);
  }

  /** What happened to a unit, the newest first. */
  public List<UnitChange> history(long unitId) {
    return jdbi.withHandle(h -> History.of(h, units, unitId));
  }

  /**
   * What a memory holds, in numbers.
   *
   * @throws NoSuchElementException if there is none of that id
   */
  public Figures figures(long memoryId) {
    return new FigureRows(jdbi, languages).of(memories.get(memoryId).id());
  }

  /** How far the index has come. */
  public IndexState indexState() {
    return follower.state();
  }

  /**
   * Waits until the index holds every change that there is now; lookups are fast from then on.
   *
   * @return whether it does; not, if the time is over or the index cannot follow
   */
  public boolean awaitIndex(Duration most) {
    return follower.await(jdbi.withHandle(UnitRows::lastPlace), most);
  }

  /** Stops the index, which keeps what it holds; the database stays open. */
  @Override
  public void close() {
    tables.texts().settle(jdbi);
    follower.close();
  }

  private <T> T change(String who, Function<Changes, T> work) {
    Changes.Made<T> made = Changes.make(tables, Changes.By.now(who), work);
    follower.changedTo(made.place());
    return made.result();
  }

  /** Lets an import run ahead of the index by no more than lookups can read beside it. */
  private void followed(UnitWriter.Written written) {
    written.added().ifPresent(follower::added);
    follower.changedTo(written.place());
    follower.await(written.place() - MOST_AHEAD, Duration.ofMinutes(1));
  }
}
