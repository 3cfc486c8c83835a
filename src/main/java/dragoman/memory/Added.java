package dragoman.memory;

import java.util.List;

/**
 * Units that a transaction added, and nothing else that it did: what the index would read from the
 * database to follow it.
 *
 * @param after the sequence's place before the transaction
 * @param upTo its place after it
 * @param units in the order of places
 */
record Added(long after, long upTo, List<UnitRows.Placed> units) {
  /** What of it stands behind a place. */
  List<UnitRows.Placed> behind(long place) {
    return place <= after ? units : units.stream().filter(unit -> unit.place() > place).toList();
  }
}
