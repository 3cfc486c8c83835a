package dragoman.storage;

/** The database cannot do what was asked; the message is one sentence for a person. */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what cannot be done. */
  public StorageException(String message) {
    super(message);
  }

  /** The same, with what brought it about. */
  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
