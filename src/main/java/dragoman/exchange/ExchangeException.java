package dragoman.exchange;

/**
 * A file is not what it should be and nothing of it can be taken; the message is one sentence for a
 * person: what, where, and what to do.
 */
public final class ExchangeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public ExchangeException(String message) {
    super(message);
  }

  public ExchangeException(String message, Throwable cause) {
    super(message, cause);
  }
}
