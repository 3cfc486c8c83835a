package dragoman.memory;

import dragoman.language.Edit;
import dragoman.language.LanguageTag;
import dragoman.language.Numerals;
import dragoman.language.Rewriting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as a translation writes them: 15:30, 15.30, 15h30, with the suffix they have. */
final class TargetTimes {
  private static final Pattern TIME =
      Pattern.compile("(?<![\\d.,:])(\\d{1,2})([:.]| ?h ?)(\\d{2})(?!\\d|[.:]\\d)");
  private static final Pattern HOUR_ALONE =
      Pattern.compile("(?<![\\d.,:])(\\d{1,2})( ?h| ?heures?| Uhr)(?! ?\\d)");

  private TargetTimes() {}

  /**
   * A time of the target.
   *
   * @param mark what parts hour and minute; empty where there is no minute
   * @param minutes since midnight
   */
  record Found(int start, int end, String mark, int minutes) {}

  static List<Found> in(LanguageTag language, String text) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = TIME.matcher(text);
    while (matcher.find()) {
      int minutes = Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(3));
      found.add(new Found(matcher.start(), matcher.end(), matcher.group(2), minutes));
    }
    Matcher alone = HOUR_ALONE.matcher(text);
    while (alone.find()) {
      int minutes = Integer.parseInt(alone.group(1)) * 60;
      found.add(new Found(alone.start(1), alone.end(1), "", minutes));
    }
    return found;
  }

  static Optional<Rewriting> rewrite(
      LanguageTag language, String text, Found old, int hour, int minute) {
    String own = text.substring(old.start(), old.end());
    if (old.mark().isEmpty()) {
      return minute == 0
          ? Optional.of(
              new Rewriting(List.of(new Edit(old.start(), old.end(), String.valueOf(hour))), true))
          : Optional.empty();
    }
    boolean padded = own.startsWith("0");
    String made =
        (padded && hour < 10 ? "0" + hour : String.valueOf(hour))
            + old.mark()
            + (minute < 10 ? "0" + minute : String.valueOf(minute));
    if (!suffixed(text, old.end())) {
      return Optional.of(new Rewriting(List.of(new Edit(old.start(), old.end(), made)), true));
    }
    int was = said(language, old.minutes() / 60, old.minutes() % 60);
    int now = said(language, hour, minute);
    if (was < 0 || now < 0) {
      boolean round = old.minutes() % 60 == 0 && minute == 0;
      return Optional.of(new Rewriting(List.of(new Edit(old.start(), old.end(), made)), round));
    }
    int at = old.end() - 2;
    Numerals.Number number =
        new Numerals.Number(at, old.end(), Set.of(BigDecimal.valueOf(was)), true, false);
    Optional<Rewriting> tail =
        Numerals.of(language)
            .rewrite(
                text,
                new Numerals.Change(
                    number,
                    BigDecimal.valueOf(was),
                    BigDecimal.valueOf(now),
                    String.valueOf(now),
                    false,
                    true));
    return tail.map(
        one -> {
          Edit edit = one.edits().get(0);
          String suffix = edit.text().replaceFirst("^0?\\d+", "");
          return new Rewriting(
              List.of(new Edit(old.start(), edit.end(), made + suffix)), one.certain());
        });
  }

  private static boolean suffixed(String text, int end) {
    return end + 1 < text.length()
        && "-'’ʼ".indexOf(text.charAt(end)) >= 0
        && Character.isLetter(text.charAt(end + 1));
  }

  /** The number that is said last; -1 where the zeros are. */
  private static int said(LanguageTag language, int hour, int minute) {
    if (minute > 0) {
      return minute;
    }
    return language.language().equals("tr") ? hour : -1;
  }
}
