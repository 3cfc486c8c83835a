package dragoman.segmentation;

/**
 * A rule of a foreign SRX file needed more steps at one place of a text than any sound rule does;
 * the message is one sentence that names the rule.
 */
public final class RunawayRuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunawayRuleException(String message) {
    super(message);
  }
}
