package dragoman.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a step is to do with one unit.
 *
 * @param unitId the unit
 * @param version of the unit that was read for the plan; at another it is left alone
 * @param deletes whether the unit is deleted
 * @param texts what becomes of its texts; empty where it is deleted
 * @param into the unit that it is merged into, which takes over the neighbours that it was seen
 *     with
 */
public record UnitPlan(
    long unitId, long version, boolean deletes, List<TextChange> texts, OptionalLong into) {

  public UnitPlan {
    texts = List.copyOf(texts);
  }

  /** The unit is deleted. */
  public static UnitPlan delete(Unit unit) {
    return new UnitPlan(unit.id(), unit.version(), true, List.of(), OptionalLong.empty());
  }

  /** The unit is deleted, what it was seen with goes over to another. */
  public static UnitPlan merge(Unit unit, Unit into) {
    return new UnitPlan(unit.id(), unit.version(), true, List.of(), OptionalLong.of(into.id()));
  }

  /** The unit's texts change. */
  public static UnitPlan change(Unit unit, List<TextChange> texts) {
    return new UnitPlan(unit.id(), unit.version(), false, texts, OptionalLong.empty());
  }

  /** The texts that a unit has after the change, in order. */
  public List<Variant> applied(List<Variant> variants) {
    List<Variant> after = new ArrayList<>(variants);
    for (TextChange change : texts) {
      int at = -1;
      for (int i = 0; i < variants.size() && at < 0; i++) {
        at = variants.get(i).language().equals(change.language()) ? i : -1;
      }
      if (at < 0) {
        change.becomes().ifPresent(after::add);
      } else {
        Variant old = variants.get(at);
        int place = after.indexOf(old);
        if (change.becomes().isPresent()) {
          after.set(place, change.becomes().get());
        } else {
          after.remove(place);
        }
      }
    }
    return List.copyOf(after);
  }
}
