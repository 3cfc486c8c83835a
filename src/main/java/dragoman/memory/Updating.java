package dragoman.memory;

/** What a confirmation does where its memory has the source already, with another target. */
public enum Updating {
  /** The new pair becomes a unit of its own; a lookup offers both. */
  KEEP_BOTH,
  /** The new target takes the place of the old one, which stays in the unit's history. */
  REPLACE
}
