package dragoman.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step in a unit's life, never overwritten.
 *
 * @param version the unit's version after it
 * @param what what was done
 * @param at when
 * @param who who did it
 * @param origin where it came from (dispatch, slug, segment); empty where nobody said
 * @param variants the unit's texts after it
 */
public record UnitChange(
    long version,
    What what,
    Instant at,
    String who,
    Map<String, String> origin,
    List<Variant> variants) {

  /** What a step did. */
  public enum What {
    IMPORTED,
    CONFIRMED,
    MERGED,
    EDITED,
    DELETED,
    RESTORED
  }

  public UnitChange {
    origin = Collections.unmodifiableMap(new LinkedHashMap<>(origin));
    variants = List.copyOf(variants);
  }
}
