package dragoman.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the unit that a new one belongs to: one of the same memory that has one of its texts, and
 * no other text in any of its languages.
 *
 * <p>It knows the units around a batch: read once for all of them, kept up with what the batch
 * adds.
 */
final class Merging {
  private final Languages languages;
  private final Map<Long, Set<Long>> idsByText = new HashMap<>();
  private final Map<Long, Unit> units = new HashMap<>();
  private final Map<Long, List<UnitRows.SeenWith>> contexts = new HashMap<>();

  Merging(Changes changes, long memoryId, List<NewUnit> batch) {
    this.languages = changes.tables().languages();
    Set<Long> hashes = new LinkedHashSet<>();
    batch.forEach(unit -> unit.variants().forEach(v -> hashes.add(hash(v))));
    Set<Long> ids = new LinkedHashSet<>();
    Tables tables = changes.tables();
    tables.texts().among(changes.handle(), hashes, (hash, id) -> ids.add(id));
    tables.units().byIds(changes.handle(), ids).values().stream()
        .filter(placed -> placed.unit().memoryId() == memoryId && !placed.unit().deleted())
        .forEach(
            placed -> {
              learn(placed.unit());
              contexts.put(placed.unit().id(), placed.contexts());
            });
  }

  /** Knows a unit, as it was added or changed, for the rest of the batch. */
  void learn(Unit unit) {
    units.put(unit.id(), unit);
    for (Variant variant : unit.variants()) {
      idsByText.computeIfAbsent(hash(variant), hash -> new LinkedHashSet<>(2)).add(unit.id());
    }
  }

  /**
   * The unit to merge into: rather one that the same segment was confirmed into, then one that
   * shares more texts, then the older.
   */
  Optional<Unit> home(List<Variant> variants, String segment) {
    Map<Long, Integer> shared = new LinkedHashMap<>();
    for (Variant variant : variants) {
      for (Long id : idsByText.getOrDefault(hash(variant), Set.of())) {
        shared.merge(id, 1, Integer::sum);
      }
    }
    List<Long> ids = new ArrayList<>(shared.keySet());
    ids.sort(
        Comparator.<Long>comparingInt(id -> confirmedFrom(id, segment) ? 0 : 1)
            .thenComparingInt(id -> -shared.get(id))
            .thenComparingLong(id -> id));
    return ids.stream()
        .map(units::get)
        .filter(unit -> shares(unit, variants) && !contradicts(unit, variants))
        .findFirst();
  }

  /**
   * The units that have a text and, in another one's language, no text but others; the oldest
   * first.
   */
  List<Unit> otherwise(Variant source, Variant target) {
    return idsByText.getOrDefault(hash(source), Set.of()).stream()
        .sorted()
        .map(units::get)
        .filter(unit -> has(unit, source) && contradicts(unit, List.of(target)))
        .toList();
  }

  /** What the unit lacks of the variants. */
  List<Variant> missing(Unit unit, List<Variant> variants) {
    List<Variant> missing = new ArrayList<>();
    for (Variant variant : variants) {
      if (!has(unit, variant) && missing.stream().noneMatch(m -> sameText(m, variant))) {
        missing.add(variant);
      }
    }
    return missing;
  }

  private boolean confirmedFrom(long id, String segment) {
    return !segment.isEmpty()
        && contexts.getOrDefault(id, List.of()).stream().anyMatch(c -> c.segment().equals(segment));
  }

  private boolean shares(Unit unit, List<Variant> variants) {
    return variants.stream().anyMatch(v -> has(unit, v));
  }

  private boolean contradicts(Unit unit, List<Variant> variants) {
    return variants.stream()
        .anyMatch(
            v ->
                !has(unit, v)
                    && unit.variants().stream()
                        .anyMatch(u -> languages.key(u.language()).equals(key(v))));
  }

  private boolean has(Unit unit, Variant variant) {
    return unit.variants().stream().anyMatch(u -> sameText(u, variant));
  }

  private boolean sameText(Variant a, Variant b) {
    return key(a).equals(key(b)) && Identity.same(a.text(), b.text());
  }

  private String key(Variant variant) {
    return languages.key(variant.language());
  }

  private long hash(Variant variant) {
    return Identity.hash(key(variant), variant.text());
  }
}
