package dragoman.dispatch;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a wire puts before its text: {@code date 2020-10-31 By Trend}, {@code By Leyla Aliyeva}, or
 * {@code BAKU, Azerbaijan, Nov. 21 (Agency) —} at the beginning of the first sentence.
 *
 * @param end how much of the paragraph it is; all of it if it stands alone
 * @param agency who sent it; may be empty
 * @param byLine whose text it is; may be empty
 * @param dated its day
 */
record DateLine(int end, String agency, String byLine, Optional<LocalDate> dated) {
  private static final LanguageTag ENGLISH = LanguageTag.of("en");

  private static final Pattern DATED =
      Pattern.compile(
          "date:?\\s+(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[,;]?\\s+by:?\\s+(\\S.{0,100}))?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BY =
      Pattern.compile("by:?\\s+(\\p{Lu}[^.!?]{1,80})", Pattern.CASE_INSENSITIVE);

  private static final Pattern PLACED =
      Pattern.compile(
          "(\\p{Lu}[\\p{L}\\p{M} .'’\\-]{1,40})" // the place
              + "((?:[,.]\\s*[^,.()—–]{1,30}\\.?){0,4})" // country, day
              + "\\s*(?:[(/]([^()/]{2,40})[)/]\\.?)?" // the agency
              + "\\s*(?:—|–|--|\\s-\\s|(?<=[)/.])-)\\s*");

  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\.?\\s+(\\p{L}+)\\.?(?:,?\\s+(\\d{4}))?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2})(?!\\d)(?:,?\\s+(\\d{4}))?");

  private static final Map<String, Integer> MONTHS = months();

  /**
   * The date line at a paragraph's beginning.
   *
   * @param today decides the year where the line has none: the day is taken to be past, or at most
   *     a month ahead
   */
  static Optional<DateLine> find(String paragraph, LocalDate today) {
    String text = paragraph.strip();
    int skipped = paragraph.indexOf(text);
    Matcher dated = DATED.matcher(text);
    if (dated.matches()) {
      String by = dated.group(4) == null ? "" : dated.group(4).strip();
      Optional<LocalDate> day = day(dated.group(1), dated.group(2), dated.group(3));
      return Optional.of(new DateLine(paragraph.length(), agency(by), by, day));
    }
    Matcher by = BY.matcher(text);
    if (by.matches() && text.split("\\s+").length <= 8) {
      String[] parts = by.group(1).split(",\\s*", 2);
      String agency = parts.length > 1 ? parts[1] : agency(parts[0]);
      return Optional.of(
          new DateLine(paragraph.length(), agency, parts[0].strip(), Optional.empty()));
    }
    Matcher placed = PLACED.matcher(text);
    if (placed.lookingAt() && placed.end() < text.length()) {
      Optional<LocalDate> day = dayIn(placed.group(2), today);
      if (tells(placed.group(2))) {
        return Optional.empty();
      }
      String agency = placed.group(3) == null ? "" : placed.group(3).strip();
      if (day.isPresent() || !agency.isEmpty() && shouted(placed.group(1))) {
        return Optional.of(new DateLine(skipped + placed.end(), agency, "", day));
      }
    }
    return Optional.empty();
  }

  /** A by-line of one word is an agency's or a desk's name. */
  private static String agency(String by) {
    return by.isEmpty() || by.contains(" ") ? "" : by;
  }

  private static boolean shouted(String place) {
    return place.codePoints().filter(Character::isLetter).noneMatch(Character::isLowerCase);
  }

  /** Whether there are words beside the names and the day, as a sentence has. */
  private static boolean tells(String text) {
    for (String word : text.split("[^\\p{L}\\p{M}]+")) {
      boolean small = !word.isEmpty() && Character.isLowerCase(word.codePointAt(0));
      if (small && !MONTHS.containsKey(Casing.folded(ENGLISH, word))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<LocalDate> dayIn(String text, LocalDate today) {
    for (Pattern pattern : new Pattern[] {DAY_FIRST, MONTH_FIRST}) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        String month = matcher.group(pattern == DAY_FIRST ? 2 : 1);
        String day = matcher.group(pattern == DAY_FIRST ? 1 : 2);
        Integer number = MONTHS.get(Casing.folded(ENGLISH, month));
        if (number != null) {
          String year = matcher.group(3);
          return year == null
              ? nearest(number, Integer.parseInt(day), today)
              : day(year, String.valueOf(number), day);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> nearest(int month, int day, LocalDate today) {
    for (int year = today.plusDays(31).getYear(); year > today.getYear() - 9; year--) {
      Optional<LocalDate> date = day(String.valueOf(year), String.valueOf(month), "" + day);
      if (date.isPresent() && !date.get().isAfter(today.plusDays(31))) {
        return date;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** The months' names, long and short, as the desk's languages have them, in small letters. */
  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (LanguageTag language : LanguageDetector.DESK) {
      DateFormatSymbols symbols =
          new DateFormatSymbols(ULocale.forLanguageTag(language.value() + "-u-ca-gregory"));
      for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
        for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
          String[] names = symbols.getMonths(context, width);
          for (int i = 0; i < 12; i++) {
            String name =
                names[i].endsWith(".") ? names[i].substring(0, names[i].length() - 1) : names[i];
            if (name.codePoints().anyMatch(Character::isLetter)) {
              months.putIfAbsent(Casing.folded(ENGLISH, name), i + 1);
            }
          }
        }
      }
    }
    months.put("sept", 9);
    return Map.copyOf(months);
  }
}
