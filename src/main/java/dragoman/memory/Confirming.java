package dragoman.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a confirmation does to a memory, inside one transaction. */
final class Confirming {
  private final Changes changes;
  private final Confirmation confirmation;
  private final Variant source;
  private final Variant target;
  private final String segment;

  Confirming(Changes changes, Confirmation confirmation) {
    this.changes = changes;
    this.confirmation = confirmation;
    source =
        new Variant(
            confirmation.from(),
            confirmation.source(),
            Metadata.EMPTY.with(neighbours(confirmation.context())));
    target = Variant.of(confirmation.to(), confirmation.target());
    segment = confirmation.origin().getOrDefault("segment", "");
  }

  Confirmed run() {
    Memory memory = MemoryRows.writable(changes.handle(), confirmation.memoryId());
    Merging merging =
        new Merging(
            changes,
            confirmation.memoryId(),
            List.of(new NewUnit(List.of(source, target), Metadata.EMPTY, List.of())));
    if (memory.updating() == Updating.REPLACE) {
      List<Unit> others = merging.otherwise(source, target);
      if (!others.isEmpty()) {
        return replace(merging.home(List.of(source, target), segment), others);
      }
    }
    Optional<Unit> corrected = corrected();
    if (corrected.isPresent()) {
      return put(corrected.get(), List.of(target));
    }
    Optional<Unit> home = merging.home(List.of(source, target), segment);
    if (home.isPresent()) {
      List<Variant> missing = merging.missing(home.get(), List.of(source, target));
      return missing.isEmpty()
          ? seen(home.get().id(), Outcome.UNCHANGED)
          : put(home.get(), missing);
    }
    long id =
        changes.add(
            confirmation.memoryId(),
            List.of(source, target),
            Metadata.EMPTY,
            UnitChange.What.CONFIRMED,
            Json.ofStrings(confirmation.origin()));
    return seen(id, Outcome.ADDED);
  }

  /**
   * Gives every unit that has the source with another target the new one. A unit that says nothing
   * then that the confirmed one does not say is deleted. All can be taken back by their history.
   */
  private Confirmed replace(Optional<Unit> home, List<Unit> others) {
    Unit kept = home.orElse(others.get(0));
    List<Variant> missing =
        home.isEmpty() || !has(kept, target) ? List.of(target) : List.<Variant>of();
    Confirmed confirmed = missing.isEmpty() ? seen(kept.id(), Outcome.MERGED) : put(kept, missing);
    for (Unit other : others) {
      if (other.id() == kept.id()) {
        continue;
      }
      changes.put(other, List.of(target), UnitChange.What.CONFIRMED, confirmation.origin());
      Unit now = changes.unit(other.id()).unit();
      if (now.variants().stream().allMatch(v -> has(confirmed.unit(), v))) {
        changes.delete(now);
      }
    }
    return confirmed;
  }

  /** The neighbours as text, so that they leave and come back in TMX; what is matched is hashes. */
  private static List<Property> neighbours(Context context) {
    List<Property> properties = new ArrayList<>();
    context.before().ifPresent(t -> properties.add(new Property(Property.BEFORE, "", t)));
    context.after().ifPresent(t -> properties.add(new Property(Property.AFTER, "", t)));
    return properties;
  }

  /**
   * The unit that this segment was confirmed into before, where its target may be set right: the
   * source is still the same, the target is another, and no other segment stands behind it. What
   * another segment stands behind stays, and this one gets a unit of its own.
   */
  private Optional<Unit> corrected() {
    if (confirmation.previousUnit().isEmpty()) {
      return Optional.empty();
    }
    UnitRows.Placed previous =
        changes
            .tables()
            .units()
            .byIds(changes.handle(), List.of(confirmation.previousUnit().getAsLong()))
            .get(confirmation.previousUnit().getAsLong());
    if (previous == null
        || previous.unit().deleted()
        || previous.unit().memoryId() != confirmation.memoryId()
        || !has(previous.unit(), source)
        || has(previous.unit(), target)) {
      return Optional.empty();
    }
    boolean shared =
        previous.contexts().stream()
            .anyMatch(seen -> !seen.segment().isEmpty() && !seen.segment().equals(segment));
    return shared ? Optional.empty() : Optional.of(previous.unit());
  }

  private boolean has(Unit unit, Variant variant) {
    String key = changes.tables().languages().key(variant.language());
    return unit.variants().stream()
        .anyMatch(
            v ->
                changes.tables().languages().key(v.language()).equals(key)
                    && Identity.same(v.text(), variant.text()));
  }

  private Confirmed put(Unit unit, List<Variant> variants) {
    changes.put(unit, variants, UnitChange.What.CONFIRMED, confirmation.origin());
    return seen(unit.id(), Outcome.MERGED);
  }

  private Confirmed seen(long id, Outcome outcome) {
    changes.seenWith(
        id,
        changes.tables().languages().key(confirmation.context().language()),
        confirmation.context(),
        segment);
    return new Confirmed(changes.unit(id).unit(), outcome);
  }
}
