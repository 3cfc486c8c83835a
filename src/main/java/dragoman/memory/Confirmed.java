package dragoman.memory;

/**
 * What became of a confirmation. It is durable, and found by every lookup from now on.
 *
 * @param unit the unit that holds it, as it stands now
 * @param outcome whether the unit is new, changed, or had it already
 */
public record Confirmed(Unit unit, Outcome outcome) {}
