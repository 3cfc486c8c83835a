package dragoman.account;

import java.time.Duration;

/** Too many sign-ins failed; the message is one sentence for a person. */
public final class TooManyAttemptsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration wait;

  TooManyAttemptsException(Duration wait) {
    super(
        "Too many sign-ins have failed; try again in "
            + Math.max(1, (wait.toSeconds() + 59) / 60)
            + " minutes, or ask an administrator for a sign-in link.");
    this.wait = wait;
  }

  /** How long to wait. */
  public Duration waitFor() {
    return wait;
  }
}
