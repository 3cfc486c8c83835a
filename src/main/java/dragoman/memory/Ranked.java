package dragoman.memory;

import java.util.Comparator;

/** A unit's place in the order of matches, known before the unit itself is read. */
record Ranked(int score, int priority, long place, long unitId) {

  /** Best first: score, memory's priority, changed last, unit id. */
  static final Comparator<Ranked> ORDER =
      Comparator.comparingInt(Ranked::score)
          .reversed()
          .thenComparingInt(Ranked::priority)
          .thenComparing(Comparator.comparingLong(Ranked::place).reversed())
          .thenComparingLong(Ranked::unitId);
}
