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
  private record Ready(SrxRule rule, Matcher before, Matcher after) {}

  private final Alphabet alphabet;
  private final List<Ready> rules;
  private final long[] endings;
  private final long[] beginnings;

  Rules(List<SrxRule> srx) throws SrxException {
    Map<String, Optional<Expression>> parsed = new HashMap<>();
    List<UnicodeSet> sets = new ArrayList<>();
    for (SrxRule rule : srx) {
      for (String side : List.of(rule.before(), rule.after())) {
        parsed
            .computeIfAbsent(side, ExpressionParser::parse)
            .ifPresent(expression -> Automaton.collect(expression, sets::add));
      }
    }
    alphabet = new Alphabet(sets);
    rules = new ArrayList<>();
    for (SrxRule rule : srx) {
      rules.add(
          new Ready(
              rule,
              matcher(rule, parsed.get(rule.before()), true),
              matcher(rule, parsed.get(rule.after()), false)));
    }
    endings = new long[alphabet.size() + 1];
    beginnings = new long[alphabet.size() + 1];
    int bit = 0;
    for (Ready ready : rules) {
      if (ready.rule.breaks()) {
        mark(endings, ready.before.firsts(), 1L << bit);
        mark(beginnings, ready.after.firsts(), 1L << bit);
        bit = Math.min(bit + 1, Long.SIZE - 1);
      }
    }
  }

  private static void mark(long[] masks, boolean[] firsts, long bit) {
    for (int i = 0; i < masks.length; i++) {
      if (firsts[i]) {
        masks[i] |= bit;
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

  /** Is told of each place that a break rule allows. */
  interface Listener {
    void decided(int at, SrxRule by);
  }

  /** Goes through the places inside {@code text[from, to)}, in order. */
  void decide(CharSequence text, int from, int to, Listener listener) {
    if (from >= to) {
      return;
    }
    int before = alphabet.classOf(Character.codePointAt(text, from));
    int at = from + Character.charCount(Character.codePointAt(text, from));
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
      if ((endings[before] & beginnings[after]) != 0) {
        decideAt(text, from, to, at, before, after, listener);
      }
      before = after;
      at += width;
    }
  }

  private void decideAt(
      CharSequence text, int from, int to, int at, int before, int after, Listener listener) {
    for (int i = 0; i < rules.size(); i++) {
      Ready ready = rules.get(i);
      if (ready.before.firsts()[before]
          && ready.after.firsts()[after]
          && ready.before.matches(text, from, to, at)
          && ready.after.matches(text, from, to, at)) {
        listener.decided(at, ready.rule);
        return;
      }
    }
  }
}
