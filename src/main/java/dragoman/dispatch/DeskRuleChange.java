package dragoman.dispatch;

/**
 * A step of a rule's history.
 *
 * @param action what was done
 * @param rule the rule after it, or before its deletion; with who and when
 */
public record DeskRuleChange(Action action, DeskRule rule) {
  /** What can be done to a rule. */
  public enum Action {
    CREATED,
    CHANGED,
    IMPORTED,
    DELETED
  }
}
