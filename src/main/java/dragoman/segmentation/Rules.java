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
  /** A rule with its two sides; the one that reads less is asked first. */
  private record Ready(SrxRule rule, Matcher before, Matcher after, boolean beforeFirst) {
    boolean matches(CharSequence text, int from, int to, int at) {
      Matcher first = beforeFirst ? before : after;
      Matcher second = beforeFirst ? after : before;
      return first.matches(text, from, to, at) && second.matches(text, from, to, at);
    }
  }

  private final Alphabet alphabet;
  private final List<Ready> rules = new ArrayList<>();

  /** By class of the code point before and after the place: the rules that it allows, as bits. */
  private final long[][] endings;

  private final long[][] beginnings;
  private final long[] breaking;

  /** By class after the place, made when it is first met: what the class behind it allows too. */
  private final Pairs[] pairs;

  /** By class of the code point behind: the rules that the two behind the place allow, as bits. */
  private record Pairs(long[][] masks) {}

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
    pairs = new Pairs[alphabet.size() + 1];
    for (int i = 0; i < srx.size(); i++) {
      SrxRule rule = srx.get(i);
      Matcher before = matcher(rule, parsed.get(rule.before()), true);
      Matcher after = matcher(rule, parsed.get(rule.after()), false);
      rules.add(new Ready(rule, before, after, before.reach() < after.reach()));
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
    int here = classAt(text, at, to);
    while (at < to) {
      int behind = at + width(text, at, to);
      int next = classAt(text, behind, to);
      if (before != null && mayBreak(before, beginnings[here])) {
        long[] after = pairs(here).masks[next];
        if (mayBreak(before, after)) {
          decideAt(text, from, to, at, before, after, listener);
        }
      }
      before = endings[here];
      here = next;
      at = behind;
    }
  }

  private static int width(CharSequence text, int at, int to) {
    return at + 1 < to && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1)) ? 2 : 1;
  }

  private int classAt(CharSequence text, int at, int to) {
    if (at >= to) {
      return alphabet.edge();
    }
    char c = text.charAt(at);
    return alphabet.classOf(
        width(text, at, to) == 2 ? Character.toCodePoint(c, text.charAt(at + 1)) : c);
  }

  private Pairs pairs(int first) {
    Pairs known = pairs[first];
    if (known == null) {
      long[][] masks = new long[alphabet.size() + 1][breaking.length];
      for (int i = 0; i < rules.size(); i++) {
        if ((beginnings[first][i / Long.SIZE] & 1L << i) != 0) {
          mark(masks, rules.get(i).after.seconds(first), i);
        }
      }
      known = new Pairs(masks);
      pairs[first] = known;
    }
    return known;
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
        if (ready.matches(text, from, to, at)) {
          listener.decided(at, ready.rule);
          return;
        }
      }
    }
  }
}
