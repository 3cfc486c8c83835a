package dragoman.dispatch;

/**
 * A document is hardly a newer version of the dispatch's, and nobody has said that it is meant all
 * the same. The message says what is doubtful.
 */
public final class HeldCorrectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HeldCorrectionException(String message) {
    super(message);
  }
}
