package dragoman.quality;

import dragoman.glossary.Span;
import dragoman.language.LanguageTag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers: each of the source's in the target and no other, whatever signs part thousands and
 * decimals. A number below thirteen may be written in words on either side.
 */
final class NumberCheck {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{Nd}])\\p{Nd}{1,3}(?:[ \\u00A0\\u202F\\u2009.,'’٬،]\\p{Nd}{3})+(?:[.,٫]\\p{Nd}+)?(?![\\p{Nd}])"
              + "|\\p{Nd}+(?:[.,٫]\\p{Nd}+)?");
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\p{Nd})(\\p{Nd}{1,2})[./](\\p{Nd}{1,2})[./](\\p{Nd}{4}|\\p{Nd}{2})(?!\\p{Nd})");
  private static final Pattern AFTERNOON =
      Pattern.compile("\\b[Pp]\\.? ?[Mm]\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int IN_WORDS = 13;
  private static final int NOON = 12;

  private NumberCheck() {}

  /** A number of a text with everything that it may mean. */
  private record Number(int start, int end, String form, Set<BigDecimal> values) {
    boolean mayBeInWords() {
      return values.stream().allMatch(v -> v.compareTo(BigDecimal.valueOf(IN_WORDS)) < 0)
          && form.chars().allMatch(Character::isDigit);
    }
  }

  static List<Finding> check(LanguageTag from, LanguageTag to, String source, String target) {
    List<Number> missing = numbers(from, source);
    List<Number> extra = numbers(to, target);
    missing.removeIf(number -> takeSame(number, extra));
    if (AFTERNOON.matcher(source).find()) {
      missing.removeIf(number -> takeLater(number, extra));
    }
    List<Finding> findings = new ArrayList<>();
    while (!missing.isEmpty() && !extra.isEmpty()) {
      Number wanted = missing.remove(0);
      Number found = extra.remove(0);
      findings.add(
          finding(
              "“" + found.form() + "” is “" + wanted.form() + "” in the source.",
              Optional.of(wanted),
              Optional.of(found)));
    }
    for (Number number : missing) {
      if (!number.mayBeInWords()) {
        findings.add(
            finding(
                "The number “" + number.form() + "” of the source is missing.",
                Optional.of(number),
                Optional.empty()));
      }
    }
    for (Number number : extra) {
      if (!number.mayBeInWords()) {
        findings.add(
            finding(
                "The source has no number “" + number.form() + "”.",
                Optional.empty(),
                Optional.of(number)));
      }
    }
    return findings;
  }

  private static boolean takeSame(Number wanted, List<Number> numbers) {
    return take(numbers, n -> n.values().stream().anyMatch(v -> has(wanted.values(), v)));
  }

  private static boolean takeLater(Number wanted, List<Number> numbers) {
    return take(
        numbers,
        n ->
            n.values().stream()
                .anyMatch(v -> has(wanted.values(), v.subtract(BigDecimal.valueOf(NOON)))));
  }

  private static boolean take(List<Number> numbers, Predicate<Number> wanted) {
    for (int i = 0; i < numbers.size(); i++) {
      if (wanted.test(numbers.get(i))) {
        numbers.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean has(Set<BigDecimal> values, BigDecimal value) {
    return values.stream().anyMatch(v -> v.compareTo(value) == 0);
  }

  private static List<Number> numbers(LanguageTag language, String text) {
    List<Number> numbers = new ArrayList<>();
    Matcher dates = DATE.matcher(text);
    StringBuilder rest = new StringBuilder(text);
    while (dates.find()) {
      for (int group = 1; group <= 3; group++) {
        numbers.add(number(language, dates.start(group), dates.end(group), text));
      }
      for (int i = dates.start(); i < dates.end(); i++) {
        rest.setCharAt(i, ' ');
      }
    }
    Matcher matcher = NUMBER.matcher(rest);
    while (matcher.find()) {
      numbers.add(number(language, matcher.start(), matcher.end(), text));
    }
    numbers.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return numbers;
  }

  private static Number number(LanguageTag language, int start, int end, String text) {
    String form = text.substring(start, end);
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      plain.append(
          Character.isDigit(c)
              ? (char) ('0' + Character.digit(c, 10))
              : c == '٫' ? ',' : c == ',' || c == '.' ? c : ' ');
    }
    return new Number(start, end, form, values(language, plain.toString()));
  }

  /** What a number may mean: 1,500 is one thing in English and two in Azerbaijani usage. */
  private static Set<BigDecimal> values(LanguageTag language, String plain) {
    Set<BigDecimal> values = new LinkedHashSet<>();
    String digits = plain.replace(" ", "");
    int mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    if (mark < 0) {
      values.add(new BigDecimal(digits));
      return values;
    }
    String whole = digits.replaceAll("[.,]", "");
    boolean one = digits.replaceAll("[^.,]", "").length() == 1;
    boolean thousands = digits.matches("\\d{1,3}(?:[.,]\\d{3})+");
    boolean english = language.language().equals("en");
    if (thousands && !(english && one && digits.indexOf('.') > 0)) {
      values.add(new BigDecimal(whole));
    }
    if (!thousands || one && !(english && digits.indexOf(',') > 0)) {
      String before = digits.substring(0, mark).replaceAll("[.,]", "");
      values.add(new BigDecimal(before + "." + digits.substring(mark + 1)));
    }
    if (values.isEmpty()) {
      values.add(new BigDecimal(whole));
    }
    return values;
  }

  private static Finding finding(String message, Optional<Number> source, Optional<Number> target) {
    return Finding.of(
        "number.differs",
        Severity.WARNING,
        message,
        source.map(n -> new Span(n.start(), n.end())),
        target.map(n -> new Span(n.start(), n.end())));
  }
}
