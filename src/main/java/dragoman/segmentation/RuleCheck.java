package dragoman.segmentation;

import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Holds a person's rule to what can be run on any text in time linear in its length: its two sides
 * are good expressions, an automaton can hold them, and on hostile texts the automaton stays small.
 */
final class RuleCheck {
  /** The longest side of a rule, in UTF-16 units. */
  static final int LONGEST = 4_000;

  private static final int MOST_NODES = 8_000;
  private static final int MOST_STATES = 1_500;
  private static final int TRIAL_WALKS = 200;

  private RuleCheck() {}

  /**
   * @throws SrxException if the rule cannot be used; the message is one sentence that names the
   *     side, the place in it and what to do
   */
  static void check(SrxRule rule) throws SrxException {
    if (rule.before().isEmpty() && rule.after().isEmpty()) {
      throw new SrxException(
          "The rule has no expression before the place and none after it; write at least one.");
    }
    Expression before = side(rule.before(), "before");
    Expression after = side(rule.after(), "after");
    List<UnicodeSet> sets = new ArrayList<>();
    Expression.collect(before, sets::add);
    Expression.collect(after, sets::add);
    Alphabet alphabet = new Alphabet(sets);
    tried(before, alphabet, true, "before");
    tried(after, alphabet, false, "after");
  }

  private static Expression side(String pattern, String side) throws SrxException {
    if (pattern.length() > LONGEST) {
      throw new SrxException(
          "The expression %s the place has %,d characters; shorten it to %,d."
              .formatted(side, pattern.length(), LONGEST));
    }
    Optional<Expression> parsed = ExpressionParser.parse(pattern);
    if (parsed.isPresent()) {
      return parsed.get();
    }
    ExpressionParser.Failure failure = ExpressionParser.failure(pattern).orElseThrow();
    if (failure.deep()) {
      throw new SrxException(
          "The expression " + side + " the place is nested too deeply; write it flatter.");
    }
    try {
      Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    } catch (PatternSyntaxException e) {
      // of a bracket that closes nothing the JDK names the character before it
      boolean closing = failure.at() < pattern.length() && pattern.charAt(failure.at()) == ')';
      throw new SrxException(
          "The expression "
              + side
              + " the place is wrong "
              + place(pattern, closing || e.getIndex() < 0 ? failure.at() : e.getIndex())
              + ": "
              + decapitalized(e.getDescription())
              + ".",
          e);
    }
    throw new SrxException(
        "The expression "
            + side
            + " the place cannot be run in bounded time "
            + place(pattern, failure.at())
            + ": use no back reference, no possessive or atomic group, and look around over one"
            + " character only.");
  }

  private static String place(String pattern, int index) {
    int at = Math.max(0, Math.min(index, pattern.length()));
    int number = pattern.codePointCount(0, at) + 1;
    if (at >= pattern.length()) {
      return "at its end";
    }
    int end =
        pattern.offsetByCodePoints(at, Math.min(8, pattern.codePointCount(at, pattern.length())));
    return "at character " + number + " (“" + pattern.substring(at, end) + "”)";
  }

  private static String decapitalized(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    if (line.endsWith(".")) {
      line = line.substring(0, line.length() - 1);
    }
    return line.isEmpty()
        ? "it is no regular expression"
        : Character.toLowerCase(line.charAt(0)) + line.substring(1);
  }

  private static void tried(
      Expression expression, Alphabet alphabet, boolean backwards, String side)
      throws SrxException {
    Automaton automaton;
    try {
      automaton = new Automaton(expression, alphabet, backwards);
    } catch (Automaton.TooLarge e) {
      throw tooMuch(side, e);
    }
    if (automaton.nodes() > MOST_NODES) {
      throw tooMuch(side, null);
    }
    Random random = new Random(7);
    for (int walk = 0; walk < TRIAL_WALKS && automaton.states() <= MOST_STATES; walk++) {
      automaton.wander(random, MOST_STATES);
    }
    if (automaton.states() > MOST_STATES) {
      throw tooMuch(side, null);
    }
  }

  private static SrxException tooMuch(String side, Automaton.TooLarge cause) {
    return new SrxException(
        "The expression "
            + side
            + " the place repeats too much to be run on any text in time; lower its counts.",
        cause);
  }
}
