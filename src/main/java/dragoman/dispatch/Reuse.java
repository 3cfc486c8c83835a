package dragoman.dispatch;

import dragoman.memory.Unit;
import java.time.YearMonth;
import java.util.List;

/**
 * How the units of a memory were used by translators: translations that are confirmed and were made
 * from a match with one of its units. A match that was taken and then written over entirely still
 * counts; one that was only looked at does not.
 *
 * @param confirmed confirmed translations in all dispatches, with a match or without
 * @param kinds those made from a match in this memory, by the match's kind, in the order of {@code
 *     context}, {@code exact}, {@code near}, {@code fuzzy}
 * @param months the same by the month (UTC) of their latest change, the first month first
 * @param most the units used most often, the most first
 */
public record Reuse(long confirmed, List<Kind> kinds, List<Month> months, List<Used> most) {

  /** How many units are listed. */
  public static final int MOST_UNITS = 10;

  /** Translations made from matches of a kind. */
  public record Kind(String kind, long translations) {}

  /** Translations made in a month. */
  public record Month(YearMonth month, long translations) {}

  /** How often a unit was used. */
  public record Used(Unit unit, long translations) {}

  public Reuse {
    kinds = List.copyOf(kinds);
    months = List.copyOf(months);
    most = List.copyOf(most);
  }
}
