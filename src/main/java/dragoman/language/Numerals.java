package dragoman.language;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in a language's texts, in figures and in words (ICU's spellout rules), and how one is
 * written where another one stood. Safe for many threads.
 */
public final class Numerals {
  private static final Map<String, Numerals> KNOWN = new ConcurrentHashMap<>();
  private static final int MOST_IN_WORDS = 100;
  private static final String SPACES = " \\u00A0\\u202F\\u2009";
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?<![\\p{Nd}])\\p{Nd}{1,3}(?:["
              + SPACES
              + ".,'’٬]\\p{Nd}{3})+(?!\\p{Nd})(?:[.,٫]\\p{Nd}+)?"
              + "|\\p{Nd}+(?:[.,٫]\\p{Nd}+)?");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}'’ʼ\\u00AD]+(?:-[\\p{L}\\p{M}]+)*");

  private final LanguageTag language;
  private final Counting counting;
  private final Optional<TurkicSuffixes> turkic;
  private final List<String> rules = new ArrayList<>();
  private final RuleBasedNumberFormat spellout;
  private final Map<String, Set<Spelled>> words = new HashMap<>();
  private final DecimalFormatSymbols symbols;

  private record Spelled(int value, boolean ordinal) {}

  /**
   * A number of a text.
   *
   * @param values what it may mean: 1,500 is two numbers where a comma parts both
   * @param figures whether it is written in figures
   * @param ordinal whether it says a place in an order
   */
  public record Number(
      int start, int end, Set<BigDecimal> values, boolean figures, boolean ordinal) {
    /** Whether it can mean the same as another. */
    public boolean meets(Number other) {
      return values.stream()
          .anyMatch(v -> other.values.stream().anyMatch(o -> o.compareTo(v) == 0));
    }
  }

  /**
   * What changes.
   *
   * @param day whether it is the day of a month, which counts nothing
   */
  public record Change(
      Number old, BigDecimal was, BigDecimal now, String written, boolean words, boolean day) {}

  private Numerals(LanguageTag language) {
    this.language = language;
    this.counting = new Counting(language);
    String code = language.language();
    this.turkic =
        code.equals("az") || code.equals("tr")
            ? Optional.of(new TurkicSuffixes(language))
            : Optional.empty();
    this.spellout = new RuleBasedNumberFormat(language.icu(), RuleBasedNumberFormat.SPELLOUT);
    this.symbols = DecimalFormatSymbols.getInstance(language.icu());
    for (String rule : spellout.getRuleSetNames()) {
      if (rule.contains("cardinal") || rule.contains("ordinal")) {
        rules.add(rule);
      }
    }
    for (int n = 1; n <= MOST_IN_WORDS; n++) {
      for (String rule : rules) {
        words
            .computeIfAbsent(spelled(n, rule), w -> new LinkedHashSet<>())
            .add(new Spelled(n, rule.contains("ordinal")));
      }
    }
  }

  /** The numbers of a language, made once. */
  public static Numerals of(LanguageTag language) {
    return KNOWN.computeIfAbsent(language.value(), value -> new Numerals(language));
  }

  private synchronized String spelled(long number, String rule) {
    return fold(spellout.format(number, rule).replace("səqsən", "səksən"));
  }

  private String fold(String text) {
    return Casing.lower(language, text).replace("\u00AD", "").replace('’', '\'').replace('ʼ', '\'');
  }

  /** The numbers of a text in order of place. */
  public List<Number> in(String text) {
    List<Number> numbers = new ArrayList<>();
    Matcher figures = FIGURES.matcher(text);
    while (figures.find()) {
      int end = figures.end();
      Matcher th = Pattern.compile("(?:st|nd|rd|th)\\b").matcher(text);
      boolean ordinal = language.language().equals("en") && th.find(end) && th.start() == end;
      numbers.add(
          new Number(
              figures.start(), ordinal ? end + 2 : end, values(figures.group()), true, ordinal));
    }
    inWords(text, numbers);
    numbers.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return numbers;
  }

  private void inWords(String text, List<Number> numbers) {
    List<int[]> spans = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      spans.add(new int[] {matcher.start(), matcher.end()});
    }
    for (int i = 0; i < spans.size(); i++) {
      for (int length = Math.min(3, spans.size() - i); length > 0; length--) {
        int start = spans.get(i)[0];
        int end = spans.get(i + length - 1)[1];
        Set<Spelled> meant = words.get(fold(text.substring(start, end)));
        if (meant != null) {
          Set<BigDecimal> values = new LinkedHashSet<>();
          meant.forEach(one -> values.add(BigDecimal.valueOf(one.value())));
          boolean ordinal = meant.stream().allMatch(Spelled::ordinal);
          numbers.add(new Number(start, end, values, false, ordinal));
          i += length - 1;
          break;
        }
      }
    }
  }

  private Set<BigDecimal> values(String form) {
    StringBuilder plain = new StringBuilder();
    for (char c : form.toCharArray()) {
      if (Character.isDigit(c)) {
        plain.append((char) ('0' + Character.digit(c, 10)));
      } else if (c == ',' || c == '.' || c == '٫') {
        plain.append(c == '٫' ? ',' : c);
      }
    }
    String digits = plain.toString();
    Set<BigDecimal> values = new LinkedHashSet<>();
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
    return values;
  }

  /**
   * Writes a number in another one's place, its suffix and what it counts along with it.
   *
   * @return nothing where it cannot be written there
   */
  public Optional<Rewriting> rewrite(String text, Change change) {
    Number old = change.old();
    return old.figures() ? figures(text, change) : words(text, change);
  }

  private Optional<Rewriting> figures(String text, Change change) {
    Number old = change.old();
    String form = text.substring(old.start(), old.end());
    Optional<String> number = style(text, form, change);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    NumberSuffixes suffixes = new NumberSuffixes(language, turkic);
    Optional<NumberSuffixes.Suffix> suffix =
        suffixes.behind(text, old.end(), change.was(), change.now());
    if (suffix.isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    int end = suffix.get().end();
    String tail = suffix.get().text();
    if (change.day() && language.language().equals("fr")) {
      tail = change.now().compareTo(BigDecimal.ONE) == 0 ? "er" : "";
    }
    if (old.ordinal() && language.language().equals("en")) {
      tail = englishOrdinal(change.now().intValue());
    }
    edits.add(new Edit(old.start(), end, number.get() + tail));
    boolean certain = suffix.get().certain() || change.day() && tail.isEmpty();
    boolean labelled = old.start() > 0 && labels(text, old.start());
    boolean counts = !change.day() && !labelled && end == old.end();
    if (counts) {
      Optional<List<Edit>> counted =
          counting.recount(text, old.start(), end, change.was(), change.now());
      certain &= counted.isPresent();
      counted.ifPresent(edits::addAll);
    }
    return Optional.of(new Rewriting(edits, certain));
  }

  private static String englishOrdinal(int number) {
    int tens = number % 100;
    if (tens > 10 && tens < 14) {
      return "th";
    }
    return switch (number % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  /** Whether a number is the number of something: F-16, G7, № 5. */
  private static boolean labels(String text, int start) {
    char before = text.charAt(start - 1);
    boolean hyphen = before == '-' && start > 1 && Character.isLetter(text.charAt(start - 2));
    return Character.isLetter(before) || hyphen || text.substring(0, start).matches("(?s).*[№#] ?");
  }

  /** The new number with the marks that the text uses. */
  private Optional<String> style(String text, String form, Change change) {
    String written = change.written();
    String digits = change.now().toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String fraction =
        point < 0 ? "" : decimalMark(form, change.was()) + digits.substring(point + 1);
    boolean padded = form.startsWith("0") && form.length() == 2 && whole.length() == 1;
    if (padded) {
      return Optional.of("0" + whole + fraction);
    }
    if (whole.length() < 4) {
      return Optional.of(whole + fraction);
    }
    String group = groupMark(form, change.was());
    boolean large = change.was().compareTo(BigDecimal.valueOf(1000)) >= 0;
    boolean grouped = written.matches(".*\\d[,. \\u00A0\\u202F]\\d{3}(?!\\d).*");
    boolean year = !grouped && whole.length() == 4;
    if (year || large && group.isEmpty() && whole.length() == 4) {
      return Optional.of(whole + fraction);
    }
    if (group.isEmpty()) {
      Matcher other = Pattern.compile("\\d([ \\u00A0\\u202F.,])\\d{3}(?!\\d)").matcher(text);
      group = other.find() ? other.group(1) : defaultGroup();
      if (group.isEmpty() || large && form.length() > 4) {
        return Optional.of(whole + fraction);
      }
    }
    StringBuilder out = new StringBuilder(whole);
    for (int i = whole.length() - 3; i > 0; i -= 3) {
      out.insert(i, group);
    }
    return Optional.of(out + fraction);
  }

  private String defaultGroup() {
    char group = symbols.getGroupingSeparator();
    return Character.isWhitespace(group) || group == '\u00A0' || group == '\u202F'
        ? " "
        : String.valueOf(group);
  }

  private String decimalMark(String form, BigDecimal was) {
    int mark = Math.max(form.lastIndexOf(','), form.lastIndexOf('.'));
    return was.scale() > 0 && mark > 0
        ? form.substring(mark, mark + 1)
        : String.valueOf(symbols.getDecimalSeparator());
  }

  private static String groupMark(String form, BigDecimal was) {
    Matcher group = Pattern.compile("\\p{Nd}([" + SPACES + ".,'’٬])\\p{Nd}{3}").matcher(form);
    boolean found = was.compareTo(BigDecimal.valueOf(1000)) >= 0 && group.find();
    return found ? group.group(1) : "";
  }

  private Optional<Rewriting> words(String text, Change change) {
    Number old = change.old();
    String form = text.substring(old.start(), old.end());
    String small = fold(form);
    boolean capital = Character.isUpperCase(form.codePointAt(0));
    Set<String> made = new LinkedHashSet<>();
    if (!change.words()) {
      made.add(style(text, "0", change).orElse(change.written()));
    } else if (change.now().compareTo(BigDecimal.valueOf(MOST_IN_WORDS)) <= 0) {
      for (String rule : rules) {
        if (spelled(change.was().longValue(), rule).equals(small)) {
          made.add(spelled(change.now().longValue(), rule));
        }
      }
    }
    if (made.isEmpty()) {
      return Optional.empty();
    }
    String word = made.iterator().next();
    List<Edit> edits = new ArrayList<>();
    edits.add(
        new Edit(old.start(), old.end(), capital ? Casing.capitalized(language, word) : word));
    Optional<List<Edit>> counted =
        old.ordinal()
            ? Optional.of(List.of())
            : counting.recount(text, old.start(), old.end(), change.was(), change.now());
    counted.ifPresent(edits::addAll);
    return Optional.of(new Rewriting(edits, made.size() == 1 && counted.isPresent()));
  }
}
