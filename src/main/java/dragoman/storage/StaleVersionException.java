package dragoman.storage;

/**
 * Somebody else changed the row since it was read: the change was not made, and the caller shows
 * both. Answered as 409 over HTTP.
 */
public class StaleVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the thing that was to be changed, as “segment 12”
   */
  public StaleVersionException(String what) {
    super("Somebody else has changed " + what + " since you opened it; look at both and choose.");
  }
}
