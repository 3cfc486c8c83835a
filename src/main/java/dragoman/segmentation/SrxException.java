package dragoman.segmentation;

/** An SRX file that cannot be used; the message is one sentence that says what, where and why. */
public final class SrxException extends Exception {
  private static final long serialVersionUID = 1L;

  SrxException(String message) {
    super(message);
  }

  SrxException(String message, Throwable cause) {
    super(message, cause);
  }
}
