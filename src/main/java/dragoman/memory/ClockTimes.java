package dragoman.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day in figures. */
final class ClockTimes {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\p{Nd}.,:])(\\d{1,2})(?:[:.](\\d{2}))? ?(?:([ap])\\.?m\\b\\.?)"
              + "|(?<![\\p{Nd}.,:])(\\d{1,2}):(\\d{2})(?![\\p{Nd}:]|[.,]\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final int HOUR = 60;
  private static final int NOON = 12;

  private ClockTimes() {}

  /**
   * A time.
   *
   * @param minutes since midnight
   */
  record Found(int start, int end, int minutes) {}

  /** The times that a source has: 10:30, 3 p.m. */
  static List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = TIME.matcher(text);
    while (matcher.find()) {
      boolean half = matcher.group(1) != null;
      int hour = Integer.parseInt(matcher.group(half ? 1 : 4));
      String rest = matcher.group(half ? 2 : 5);
      int minute = rest == null ? 0 : Integer.parseInt(rest);
      if (half) {
        boolean later = matcher.group(3).toLowerCase(Locale.ROOT).equals("p");
        hour = hour % NOON + (later ? NOON : 0);
      }
      if (hour <= 24 && minute < HOUR) {
        int end = matcher.end();
        // the sentence's full stop is no part of it
        boolean last = end == text.length() && text.charAt(end - 1) == '.';
        found.add(new Found(matcher.start(), last ? end - 1 : end, hour * HOUR + minute));
      }
    }
    return found;
  }
}
