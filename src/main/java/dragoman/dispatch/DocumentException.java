package dragoman.dispatch;

/**
 * A document that cannot be taken in: the message is one sentence that says what is wrong, where,
 * and what to do about it.
 */
public final class DocumentException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public DocumentException(String message) {
    super(message);
  }

  public DocumentException(String message, Throwable cause) {
    super(message, cause);
  }
}
