package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.util.Optional;

/**
 * Which of the desk's rules are wanted.
 *
 * @param search words that all stand in the rule's text, expressions or comment; may be empty
 * @param language the rules that a text in it is split by: its own and those for every language
 * @param kind of this kind only
 */
public record DeskRuleFilter(
    String search, Optional<LanguageTag> language, Optional<DeskRule.Kind> kind) {
  /** Every rule. */
  public static final DeskRuleFilter ALL =
      new DeskRuleFilter("", Optional.empty(), Optional.empty());
}
