package dragoman.segmentation;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A side of a foreign rule that no automaton can hold (back references, long look-around), run by
 * the JDK's backtracking matcher on a budget of steps.
 */
final class Backtracking implements Matcher {
  private static final int BUDGET = 400_000;

  private final Pattern pattern;
  private final boolean backwards;
  private final String rule;
  private final boolean[] firsts;

  Backtracking(String side, boolean backwards, String rule, Alphabet alphabet) throws SrxException {
    try {
      int flags = Pattern.UNICODE_CHARACTER_CLASS;
      this.pattern = Pattern.compile(backwards ? "(?:" + side + ")\\z" : side, flags);
    } catch (PatternSyntaxException e) {
      throw new SrxException(
          "The rule " + rule + " has no valid regular expression: " + e.getDescription() + ".", e);
    } catch (StackOverflowError e) {
      throw new SrxException("The rule " + rule + " is nested too deeply; write it flatter.", e);
    }
    this.backwards = backwards;
    this.rule = rule;
    firsts = new boolean[alphabet.size() + 1];
    Arrays.fill(firsts, true);
  }

  @Override
  public boolean matches(CharSequence text, int from, int to, int place) {
    CharSequence budgeted = new Budgeted(text, from, to);
    java.util.regex.Matcher matcher = pattern.matcher(budgeted);
    matcher.useTransparentBounds(true);
    try {
      if (backwards) {
        matcher.region(Math.max(0, place - from - MOST_READ), place - from);
        return matcher.find();
      }
      matcher.useAnchoringBounds(false);
      matcher.region(place - from, to - from);
      return matcher.lookingAt();
    } catch (StackOverflowError | OutOfSteps e) {
      throw new RunawayRuleException(
          "The rule "
              + rule
              + " runs away (catastrophic backtracking) on this text; rewrite it without nested"
              + " repetition.");
    }
  }

  @Override
  public boolean[] firsts() {
    return firsts;
  }

  @Override
  public boolean[] seconds(int first) {
    return firsts;
  }

  @Override
  public int reach() {
    return MOST_READ;
  }

  private static final class OutOfSteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfSteps() {
      super(null, null, false, false);
    }
  }

  /** A part of a text that can be read only so often. */
  private static final class Budgeted implements CharSequence {
    private final CharSequence text;
    private final int from;
    private final int to;
    private int left = BUDGET;

    Budgeted(CharSequence text, int from, int to) {
      this.text = text;
      this.from = from;
      this.to = to;
    }

    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new OutOfSteps();
      }
      return text.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(from + start, from + end);
    }

    @Override
    public String toString() {
      return text.subSequence(from, to).toString();
    }
  }
}
