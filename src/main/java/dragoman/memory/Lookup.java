package dragoman.memory;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Answers a query: from the index what it holds, from the database what the index lacks, and each
 * match from the database in the end.
 */
final class Lookup {
  /**
   * As long as a confirmed sentence may take into the index before it is read from the database.
   */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private static final int PAGE = 1_000;
  private static final int LEAST_KEPT = 64;

  private final Jdbi jdbi;
  private final MemoryRows memories;
  private final UnitRows units;
  private final Analyzer analyzer;
  private final Languages languages;
  private final IndexFollower follower;
  private final Segments segments;

  Lookup(
      Jdbi jdbi,
      MemoryRows memories,
      UnitRows units,
      Analyzer analyzer,
      Languages languages,
      Segments segments,
      IndexFollower follower) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.units = units;
    this.analyzer = analyzer;
    this.languages = languages;
    this.segments = segments;
    this.follower = follower;
  }

  List<List<Match>> exhaustively(List<Query> queries) {
    return exhaustively(queries, new long[queries.size()]);
  }

  /**
   * The same, timed.
   *
   * @param nanos gets what each of the queries took by itself, the reading of the units apart
   */
  List<List<Match>> exhaustively(List<Query> queries, long[] nanos) {
    List<Memory> all = memories.list();
    List<Judge> judges = queries.stream().map(q -> new Judge(q, all, analyzer, languages)).toList();
    List<Best> best = queries.stream().map(q -> new Best(q.limit())).toList();
    units.each(
        placed -> {
          Map<Variant, Analysis> analyses = new IdentityHashMap<>();
          long before = System.nanoTime();
          for (int i = 0; i < judges.size(); i++) {
            judges.get(i).judge(placed, analyses).ifPresent(best.get(i)::offer);
            long after = System.nanoTime();
            nanos[i] += after - before;
            before = after;
          }
        });
    return best.stream().map(Best::matches).toList();
  }

  List<Match> byIndex(Query query) {
    long last = follower.lastPlace();
    follower.await(last, PATIENCE);
    Optional<UnitIndex.Snapshot> snapshot = follower.snapshot();
    if (snapshot.isEmpty()) {
      return exhaustively(List.of(query)).get(0);
    }
    try {
      List<Memory> all = memories.list();
      return jdbi.withHandle(handle -> from(handle, snapshot.get(), last, query, all));
    } catch (IOException e) {
      follower.distrust(e);
      return exhaustively(List.of(query)).get(0);
    } finally {
      release(snapshot.get());
    }
  }

  /** The pieces of a sentence, by the index alone: none while it cannot be read. */
  List<Piece> pieces(Query query, Names names, OptionalLong without) {
    follower.await(follower.lastPlace(), PATIENCE);
    Optional<UnitIndex.Snapshot> snapshot = follower.snapshot();
    if (snapshot.isEmpty()) {
      return List.of();
    }
    try {
      Map<Long, Memory> asked = new Judge(query, memories.list(), analyzer, languages).memories();
      return jdbi.withHandle(
          handle ->
              new Assembly(handle, units, languages, analyzer, query, asked)
                  .of(snapshot.get(), segments, names, without));
    } catch (IOException e) {
      follower.distrust(e);
      return List.of();
    } finally {
      release(snapshot.get());
    }
  }

  private List<Match> from(
      Handle handle, UnitIndex.Snapshot snapshot, long last, Query query, List<Memory> all)
      throws IOException {
    Judge judge = new Judge(query, all, analyzer, languages);
    Best best = new Best(query.limit());
    Set<Long> tail = tail(handle, snapshot.place(), last, judge, best);
    int keep = Math.max(LEAST_KEPT, (int) Math.min(Integer.MAX_VALUE / 2, query.limit() + 8L));
    while (true) {
      Narrowing.Candidates candidates =
          Narrowing.of(judge, languages, snapshot.reader(), segments, tail, keep);
      Best found = best.copy();
      boolean enough = verify(handle, judge, candidates.ranked(), query.limit(), found);
      if (enough || !candidates.cut()) {
        return found.matches();
      }
      keep = (int) Math.min(Integer.MAX_VALUE / 2, keep * 4L);
    }
  }

  /**
   * Judges what changed behind the index's place, and tells which units the index has as they were.
   */
  private Set<Long> tail(Handle handle, long held, long last, Judge judge, Best best) {
    Set<Long> ids = new HashSet<>();
    long place = held;
    boolean more = place < last;
    // To the end, not to the last place: a unit that changes meanwhile moves behind it.
    while (more) {
      List<UnitRows.Placed> page = units.changedAfter(handle, place, PAGE);
      for (UnitRows.Placed placed : page) {
        if (ids.add(placed.unit().id())) {
          judge.judge(placed).ifPresent(best::offer);
        }
        place = placed.place();
      }
      more = page.size() == PAGE;
    }
    return ids;
  }

  /**
   * Judges candidates by the database, best first, as many as could be among the best.
   *
   * @return whether the rest, and what was cut off behind it, can be left
   */
  private boolean verify(Handle handle, Judge judge, List<Ranked> ranked, int limit, Best best) {
    int page = Math.min(Math.max(limit, 1), PAGE);
    for (int from = 0; from < ranked.size(); from += page) {
      List<Long> ids =
          ranked.subList(from, Math.min(from + page, ranked.size())).stream()
              .filter(best::takes)
              .map(Ranked::unitId)
              .toList();
      if (ids.isEmpty()) {
        return true;
      }
      Map<Long, UnitRows.Placed> placed = units.byIds(handle, ids, judge.knowsNeighbours());
      placed.values().forEach(p -> judge.judge(p).ifPresent(best::offer));
    }
    return ranked.isEmpty() || !best.takes(ranked.get(ranked.size() - 1));
  }

  static void release(UnitIndex.Snapshot snapshot) {
    try {
      snapshot.reader().decRef();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
