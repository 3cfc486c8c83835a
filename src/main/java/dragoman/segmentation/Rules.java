package dragoman.segmentation;

import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of one language made ready: at each place that a break rule allows, the first rule that
 * matches decides (SRX 2.0, section 3.3.6).
 */
final class Rules {
  /** A rule with its two sides, the one that reads less first. */
  private record Ready(SrxRule rule, Matcher first, Matcher second) {}

  private final Alphabet alphabet;
  private final List<Ready> rules = new ArrayList<>();

  /** By class of the code point before and after the place: the rules that it allows, as bits. */
  private final long[][] endings;

  private final long[][] beginnings;
  private final long[] breaking;

  Rules(List<SrxRule> srx) throws SrxException {
    Map<String, Optional<Expression>> parsed = new HashMap<>();
    List<UnicodeSet> sets = new ArrayList<>();
    for (SrxRule rule : srx) {
      for (String side : List.of(rule.before(), rule.after())) {
        parsed
            .computeIfAbsent(side, ExpressionParser::parse)
            .ifPresent(expression -> Expression.collect(expression, sets::add));
      }
    }
    alphabet = new Alphabet(sets);
    int words = (srx.size() + Long.SIZE - 1) / Long.SIZE;
    endings = new long[alphabet.size() + 1][words];
    beginnings = new long[alphabet.size() + 1][words];
    breaking = new long[words];
    for (int i = 0; i < srx.size(); i++) {
      SrxRule rule = srx.get(i);
      Matcher before = matcher(rule, parsed.get(rule.before()), true);
      Matcher after = matcher(rule, parsed.get(rule.after()), false);
      rules.add(
          before.reach() < after.reach()
              ? new Ready(rule, before, after)
              : new Ready(rule, after, before));
      mark(endings, before.firsts(), i);
      mark(beginnings, after.firsts(), i);
      if (rule.breaks()) {
        breaking[i / Long.SIZE] |= 1L << i;
      }
    }
  }

  private static void mark(long[][] masks, boolean[] firsts, int rule) {
    for (int i = 0; i < masks.length; i++) {
      if (firsts[i]) {
        masks[i][rule / Long.SIZE] |= 1L << rule;
      }
    }
  }

  private Matcher matcher(SrxRule rule, Optional<Expression> parsed, boolean backwards)
      throws SrxException {
    String side = backwards ? rule.before() : rule.after();
    if (parsed.isEmpty()) {
      return new Backtracking(side, backwards, rule.describe(), alphabet);
    }
    try {
      return new Automaton(parsed.get(), alphabet, backwards);
    } catch (Automaton.TooLarge e) {
      throw new SrxException(
          "The rule " + rule.describe() + " repeats too much to be used; lower its counts.", e);
    }
  }

  /** Is told of each place that a break rule may allow. */
  interface Listener {
    void decided(int at, SrxRule by);
  }

  /** Goes through the places inside {@code text[from, to)}, in order. */
  void decide(CharSequence text, int from, int to, Listener listener) {
    int at = from;
    long[] before = null;
    while (at < to) {
      int c = text.charAt(at);
      int width = 1;
      if (Character.isHighSurrogate((char) c)
          && at + 1 < to
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        c = Character.toCodePoint((char) c, text.charAt(at + 1));
        width = 2;
      }
      int after = alphabet.classOf(c);
      if (before != null && mayBreak(before, beginnings[after])) {
        decideAt(text, from, to, at, before, beginnings[after], listener);
      }
      before = endings[after];
      at += width;
    }
  }

  private boolean mayBreak(long[] before, long[] after) {
    for (int i = 0; i < breaking.length; i++) {
      if ((before[i] & after[i] & breaking[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  private void decideAt(
      CharSequence text, int from, int to, int at, long[] before, long[] after, Listener listener) {
    for (int i = 0; i < breaking.length; i++) {
      for (long open = before[i] & after[i]; open != 0; open &= open - 1) {
        Ready ready = rules.get(i * Long.SIZE + Long.numberOfTrailingZeros(open));
        if (ready.first.matches(text, from, to, at) && ready.second.matches(text, from, to, at)) {
          listener.decided(at, ready.rule);
          return;
        }
      }
    }
  }
}
