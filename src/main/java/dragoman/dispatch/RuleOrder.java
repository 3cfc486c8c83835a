package dragoman.dispatch;

import dragoman.segmentation.Segmenter;
import dragoman.segmentation.SrxException;
import dragoman.segmentation.SrxRule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The order in which a language's rules are tried: exceptions as a person ordered them, then
 * abbreviations, then what breaks behind any word, else no abbreviation would hold anything.
 */
final class RuleOrder {
  private static final int MOST_KNOWN = 20_000;

  /** By the two sides of a rule that breaks: to find out takes milliseconds. */
  private final Map<List<String>, Boolean> known = new ConcurrentHashMap<>();

  /** The rules in their order; those of one language stay as they are among themselves. */
  List<DeskRule> tried(List<DeskRule> rules) {
    return rules.stream().sorted(Comparator.comparingInt(this::band)).toList();
  }

  /** Whether the rule breaks behind any word with a full stop. */
  boolean general(DeskRule rule) {
    if (rule.kind() != DeskRule.Kind.BREAK) {
      return false;
    }
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(
        List.of(rule.before(), rule.after()),
        sides -> {
          try {
            return Segmenter.breaksBehindAnyWord(
                new SrxRule(true, rule.before(), rule.after(), rule.name(), ""));
          } catch (SrxException e) {
            return false; // what cannot be used breaks nothing
          }
        });
  }

  private int band(DeskRule rule) {
    if (rule.kind() == DeskRule.Kind.ABBREVIATION) {
      return 1;
    }
    return general(rule) ? 2 : 0;
  }
}
