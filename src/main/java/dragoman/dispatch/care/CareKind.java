package dragoman.dispatch.care;

/** What can be wrong with units of a memory. */
public enum CareKind {
  /** Units that could be one: they share a source and contradict each other nowhere. */
  DUPLICATE,
  /** The same source with different targets. */
  CONTRADICTION,
  /** A source without a target, or with one that has neither letter nor digit. */
  EMPTY,
  /** A target that is still the source's text. */
  UNTRANSLATED,
  /** A text that is in another language than it says. */
  LANGUAGE,
  /** Inline tags that are missing, too many, or cross each other. */
  TAGS,
  /** Numbers that differ between source and target. */
  NUMBERS;

  /** Whether it is about several units at once. */
  public boolean ofMany() {
    return this == DUPLICATE || this == CONTRADICTION;
  }
}
