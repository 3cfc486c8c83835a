package dragoman.memory;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds one query against units as the database has them, and says what each is worth. */
final class Judge {
  private final Query query;
  private final Analyzer analyzer;
  private final Languages languages;
  private final Map<Long, Memory> memories = new HashMap<>();
  private final String from;
  private final String to;
  private final Analysis source;
  private final Optional<Long> before;
  private final Optional<Long> after;

  /** A match with its place in the order. */
  record Judged(Ranked rank, Match match) {}

  Judge(Query query, List<Memory> all, Analyzer analyzer, Languages languages) {
    this.query = query;
    this.analyzer = analyzer;
    this.languages = languages;
    for (Memory memory : all) {
      if (query.memories().isEmpty() || query.memories().contains(memory.id())) {
        memories.put(memory.id(), memory);
      }
    }
    from = languages.key(query.from());
    to = languages.key(query.to());
    source = analyzer.analyze(query.from(), query.source());
    before = query.context().flatMap(Context::before).map(Hash64::of);
    after = query.context().flatMap(Context::after).map(Hash64::of);
  }

  Query query() {
    return query;
  }

  /** The sentence, taken apart. */
  Analysis source() {
    return source;
  }

  /** The memories asked, by id. */
  Map<Long, Memory> memories() {
    return memories;
  }

  /** Whether the neighbours of the sentence are known well enough to tell a context match. */
  boolean knowsNeighbours() {
    return before.isPresent() && after.isPresent();
  }

  long before() {
    return before.orElseThrow();
  }

  long after() {
    return after.orElseThrow();
  }

  /** The match that a unit is, if it reaches the threshold. */
  Optional<Judged> judge(UnitRows.Placed placed) {
    return judge(placed, new IdentityHashMap<>());
  }

  /** The same, with the unit's texts taken apart once for several judges. */
  Optional<Judged> judge(UnitRows.Placed placed, Map<Variant, Analysis> analyses) {
    Unit unit = placed.unit();
    Memory memory = memories.get(unit.memoryId());
    if (unit.deleted() || memory == null) {
      return Optional.empty();
    }
    Optional<Variant> target = variant(unit, query.to(), to);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Scorer.Scored best = Scorer.Scored.NOTHING;
    Variant bestSource = null;
    for (Variant variant : unit.variants()) {
      if (languages.key(variant.language()).equals(from)) {
        Scorer.Scored scored =
            Scorer.score(
                source,
                analyses.computeIfAbsent(variant, v -> analyzer.analyze(v.language(), v.text())),
                query.threshold());
        boolean better =
            scored.score() > best.score()
                || (scored.score() == best.score()
                    && variant.language().equals(query.from())
                    && bestSource != null
                    && !bestSource.language().equals(query.from()));
        if (scored.score() > 0 && better) {
          best = scored;
          bestSource = variant;
        }
      }
    }
    if (bestSource == null) {
      return Optional.empty();
    }
    List<Reason> reasons = new ArrayList<>(best.reasons());
    int score = best.score();
    if (score == 100 && sameNeighbours(placed)) {
      score = 101;
      reasons.add(new Reason("same neighbours", -1));
    }
    Kind kind = Kind.of(score);
    if (memory.penalty() > 0) {
      score -= memory.penalty();
      reasons.add(new Reason("penalty of memory “" + memory.name() + "”", memory.penalty()));
    }
    if (score < query.threshold()) {
      return Optional.empty();
    }
    return Optional.of(
        new Judged(
            new Ranked(score, memory.priority(), placed.place(), unit.id()),
            new Match(score, kind, memory, unit, bestSource, target.get(), reasons)));
  }

  private boolean sameNeighbours(UnitRows.Placed placed) {
    return knowsNeighbours()
        && placed.contexts().stream()
            .anyMatch(
                seen ->
                    seen.languageKey().equals(from)
                        && seen.before().equals(before)
                        && seen.after().equals(after));
  }

  private Optional<Variant> variant(Unit unit, LanguageTag language, String key) {
    Variant first = null;
    for (Variant variant : unit.variants()) {
      if (variant.language().equals(language)) {
        return Optional.of(variant);
      }
      if (first == null && languages.key(variant.language()).equals(key)) {
        first = variant;
      }
    }
    return Optional.ofNullable(first);
  }
}
