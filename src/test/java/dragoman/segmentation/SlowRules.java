package dragoman.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The obvious way: every rule in turn at every place, by the JDK's regular expressions.
 *
 * <p>The JDK's look-behind counts UTF-16 units, the standard's code points. So each letter, digit
 * or sign beyond U+FFFF is read as another of its general category that no rule names.
 */
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
    StringBuilder read = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      read.append(standIn(text.codePointAt(at)));
      places.add(at);
    }
    List<Integer> breaks = new ArrayList<>();
    for (int at = 1; at < read.length(); at++) {
      for (Rule rule : rules) {
        if (matches(rule, read.toString(), at)) {
          if (rule.breaks()) {
            breaks.add(places.get(at));
          }
          break;
        }
      }
    }
    return breaks;
  }

  private static char standIn(int codePoint) {
    if (Character.isBmpCodePoint(codePoint)) {
      return (char) codePoint;
    }
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER -> '\u10A0';
      case Character.LOWERCASE_LETTER -> '\u2D00';
      case Character.OTHER_LETTER -> '\uA000';
      case Character.DECIMAL_DIGIT_NUMBER -> '\u07C0';
      case Character.NON_SPACING_MARK -> '\u0859';
      case Character.OTHER_SYMBOL -> '\u2603';
      default -> throw new IllegalArgumentException(Character.getName(codePoint));
    };
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
