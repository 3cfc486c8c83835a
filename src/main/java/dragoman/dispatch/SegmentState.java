package dragoman.dispatch;

/** How far a translation is; from {@link #TRANSLATED} on it is confirmed and in the memory. */
public enum SegmentState {
  /** Nobody has touched it. */
  NEW,
  /** Something is there, typed or inserted, that nobody stands for yet. */
  DRAFT,
  /** A translator stands for it. */
  TRANSLATED,
  /** A second person has read it. */
  REVIEWED,
  /** It goes out like this. */
  FINAL;

  /** Whether somebody stands for the translation. */
  public boolean confirmed() {
    return compareTo(TRANSLATED) >= 0;
  }
}
