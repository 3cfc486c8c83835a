package dragoman.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The obvious way: every rule in turn at every place, by the JDK's regular expressions. */
final class SlowRules {
  private static final Map<List<SrxRule>, SlowRules> KNOWN = new ConcurrentHashMap<>();

  private record Rule(boolean breaks, Pattern before, Pattern after) {}

  private final List<Rule> rules = new ArrayList<>();

  private SlowRules(List<SrxRule> srx) {
    for (SrxRule rule : srx) {
      rules.add(
          new Rule(
              rule.breaks(),
              Pattern.compile("(?:" + rule.before() + ")\\z", Pattern.UNICODE_CHARACTER_CLASS),
              Pattern.compile(rule.after(), Pattern.UNICODE_CHARACTER_CLASS)));
    }
  }

  static SlowRules of(List<SrxRule> srx) {
    return KNOWN.computeIfAbsent(srx, SlowRules::new);
  }

  List<Integer> breaks(String text) {
    List<Integer> breaks = new ArrayList<>();
    for (int at = 1; at < text.length(); at++) {
      if (Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
        continue;
      }
      for (Rule rule : rules) {
        if (matches(rule, text, at)) {
          if (rule.breaks()) {
            breaks.add(at);
          }
          break;
        }
      }
    }
    return breaks;
  }

  private static boolean matches(Rule rule, String text, int at) {
    Matcher before = rule.before().matcher(text).useTransparentBounds(true).region(0, at);
    Matcher after =
        rule.after()
            .matcher(text)
            .useTransparentBounds(true)
            .useAnchoringBounds(false)
            .region(at, text.length());
    return before.find() && after.lookingAt();
  }
}
