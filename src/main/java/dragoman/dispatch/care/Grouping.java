package dragoman.dispatch.care;

import dragoman.language.LanguageTag;
import dragoman.memory.Unit;
import dragoman.memory.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds what units say together: duplicates and contradictions. It keeps two numbers of each text
 * while the units go by, 16 bytes, and reads again only those units that share a text.
 */
final class Grouping {
  /** So many units with one text are compared with each other; more are taken in parts. */
  private static final int MOST_TOGETHER = 2_000;

  private static final int READ_AT_ONCE = 500;

  private final Inspector inspector;
  private final Set<Long> doubled = new HashSet<>();
  private long[] hashes = new long[1 << 12];
  private long[] units = new long[1 << 12];
  private int size;
  private long bundle;

  Grouping(Inspector inspector) {
    this.inspector = inspector;
  }

  /**
   * Units that are found together.
   *
   * @param members in the order of ids
   */
  record Group(
      long bundle,
      CareKind kind,
      LanguageTag from,
      Optional<LanguageTag> to,
      List<Member> members) {}

  /** One of them. */
  record Member(Unit unit, boolean wanted, String told) {}

  /** Notes the texts of a unit. */
  void add(Unit unit) {
    for (Variant variant : unit.variants()) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size * 2);
        units = Arrays.copyOf(units, size * 2);
      }
      hashes[size] = Texts.hash(Texts.key(variant));
      units[size++] = unit.id();
    }
  }

  /**
   * Finds the groups among all units that were noted.
   *
   * @param read gives units by id, without those that are gone
   */
  void each(Function<Collection<Long>, List<Unit>> read, Consumer<Group> found) {
    List<Run> waiting = new ArrayList<>();
    int ids = 0;
    for (Map.Entry<Long, Set<Long>> shared : shared().entrySet()) {
      Run run = new Run(shared.getKey(), shared.getValue());
      waiting.add(run);
      ids += run.units.size();
      if (ids >= READ_AT_ONCE) {
        compare(waiting, read, found);
        waiting.clear();
        ids = 0;
      }
    }
    compare(waiting, read, found);
  }

  /** Units with a text of one hash. */
  private record Run(long hash, Set<Long> units) {}

  /** The units of each text that several have. */
  private Map<Long, Set<Long>> shared() {
    long[] sorted = Arrays.copyOf(hashes, size);
    Arrays.sort(sorted);
    int repeated = 0;
    for (int i = 1; i < size; i++) {
      if (sorted[i] == sorted[i - 1] && (repeated == 0 || sorted[repeated - 1] != sorted[i])) {
        sorted[repeated++] = sorted[i];
      }
    }
    Map<Long, Set<Long>> runs = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      if (Arrays.binarySearch(sorted, 0, repeated, hashes[i]) >= 0) {
        runs.computeIfAbsent(hashes[i], hash -> new LinkedHashSet<>(4)).add(units[i]);
      }
    }
    runs.values().removeIf(run -> run.size() < 2);
    return runs;
  }

  private void compare(
      List<Run> runs, Function<Collection<Long>, List<Unit>> read, Consumer<Group> found) {
    Set<Long> ids = new LinkedHashSet<>();
    Map<Long, Unit> known = new HashMap<>();
    for (Run run : runs) {
      if (run.units.size() <= MOST_TOGETHER) {
        ids.addAll(run.units);
        continue;
      }
      List<Long> all = List.copyOf(run.units);
      for (int from = 0; from < all.size(); from += MOST_TOGETHER) {
        int end = Math.min(from + MOST_TOGETHER, all.size());
        compare(run.hash, read.apply(all.subList(from, end)), found);
      }
    }
    if (!ids.isEmpty()) {
      read.apply(ids).forEach(unit -> known.put(unit.id(), unit));
    }
    for (Run run : runs) {
      if (run.units.size() <= MOST_TOGETHER) {
        List<Unit> units = run.units.stream().filter(known::containsKey).map(known::get).toList();
        compare(run.hash, units, found);
      }
    }
  }

  /** Units that share a text, or at least its hash. */
  private void compare(long hash, List<Unit> run, Consumer<Group> found) {
    Map<String, Map<Unit, Variant>> byText = new LinkedHashMap<>();
    for (Unit unit : run) {
      for (Variant variant : unit.variants()) {
        String key = Texts.key(variant);
        if (Texts.hash(key) == hash) {
          byText.computeIfAbsent(key, k -> new LinkedHashMap<>()).putIfAbsent(unit, variant);
        }
      }
    }
    for (Map<Unit, Variant> having : byText.values()) {
      boolean source =
          having.entrySet().stream().anyMatch(e -> Texts.source(e.getKey()) == e.getValue());
      if (having.size() > 1 && source) {
        doubles(having, found);
        contradictions(having, found);
      }
    }
  }

  private void doubles(Map<Unit, Variant> having, Consumer<Group> found) {
    record Cluster(Map<String, String> texts, List<Unit> units) {}
    List<Cluster> clusters = new ArrayList<>();
    for (Unit unit : having.keySet()) {
      Map<String, String> own = new HashMap<>();
      unit.variants().forEach(v -> own.putIfAbsent(v.language().key(), Texts.key(v)));
      Cluster home =
          clusters.stream()
              .filter(
                  c ->
                      own.entrySet().stream()
                          .allMatch(
                              e ->
                                  e.getValue()
                                      .equals(c.texts.getOrDefault(e.getKey(), e.getValue()))))
              .findFirst()
              .orElseGet(
                  () -> {
                    Cluster fresh = new Cluster(new HashMap<>(), new ArrayList<>());
                    clusters.add(fresh);
                    return fresh;
                  });
      home.texts.putAll(own);
      home.units.add(unit);
    }
    for (Cluster cluster : clusters) {
      List<Unit> fresh = cluster.units.stream().filter(u -> !doubled.contains(u.id())).toList();
      if (fresh.size() > 1) {
        fresh.forEach(u -> doubled.add(u.id()));
        String told =
            fresh.size() == 2
                ? "Another unit says the same."
                : (fresh.size() - 1) + " other units say the same.";
        found.accept(
            new Group(
                ++bundle,
                CareKind.DUPLICATE,
                having.get(fresh.get(0)).language(),
                target(fresh, having.get(fresh.get(0))),
                fresh.stream().map(u -> new Member(u, false, told)).toList()));
      }
    }
  }

  private static Optional<LanguageTag> target(List<Unit> units, Variant source) {
    return units.stream()
        .flatMap(u -> u.variants().stream())
        .map(Variant::language)
        .filter(tag -> !tag.meets(source.language()))
        .findFirst();
  }

  private void contradictions(Map<Unit, Variant> having, Consumer<Group> found) {
    Map<String, Map<Unit, Variant>> byLanguage = new LinkedHashMap<>();
    having.forEach(
        (unit, source) ->
            unit.variants().stream()
                .filter(v -> !v.language().meets(source.language()) && Texts.says(v))
                .forEach(
                    v ->
                        byLanguage
                            .computeIfAbsent(v.language().key(), key -> new LinkedHashMap<>())
                            .putIfAbsent(unit, v)));
    for (Map<Unit, Variant> targets : byLanguage.values()) {
      Map<String, List<String>> against = new LinkedHashMap<>();
      targets.forEach(
          (unit, target) ->
              against.computeIfAbsent(
                  Texts.key(target), key -> inspector.termFaults(having.get(unit), target)));
      if (against.size() > 1) {
        found.accept(contradiction(having, targets, against));
      }
    }
  }

  private Group contradiction(
      Map<Unit, Variant> having, Map<Unit, Variant> targets, Map<String, List<String>> against) {
    int least = against.values().stream().mapToInt(List::size).min().orElse(0);
    int most = against.values().stream().mapToInt(List::size).max().orElse(0);
    List<Member> members = new ArrayList<>();
    targets.forEach(
        (unit, target) -> {
          List<String> faults = against.get(Texts.key(target));
          boolean wanted = faults.size() == least && least < most;
          String told =
              wanted
                  ? "The glossary wants this one."
                  : least < most
                      ? faults.get(0)
                      : "One source, " + against.size() + " targets; the glossary decides nothing.";
          members.add(new Member(unit, wanted, told));
        });
    Map.Entry<Unit, Variant> first = targets.entrySet().iterator().next();
    return new Group(
        ++bundle,
        CareKind.CONTRADICTION,
        having.get(first.getKey()).language(),
        Optional.of(first.getValue().language()),
        members);
  }
}
