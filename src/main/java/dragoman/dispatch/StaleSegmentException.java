package dragoman.dispatch;

import dragoman.storage.StaleVersionException;

/** Somebody else changed the translation meanwhile: nothing was overwritten, and here is theirs. */
public final class StaleSegmentException extends StaleVersionException {
  private static final long serialVersionUID = 1L;
  private final transient SegmentRow current;

  StaleSegmentException(SegmentRow current) {
    super("segment " + current.segment().number());
    this.current = current;
  }

  /** The segment as it now is. */
  public SegmentRow current() {
    return current;
  }
}
