package dragoman.memory;

import dragoman.language.LanguageTag;
import java.time.YearMonth;
import java.util.List;

/**
 * What a memory holds, in numbers; deleted units are in none of them but {@code deleted}.
 *
 * @param units units that are not deleted
 * @param deleted units that could be restored
 * @param months when they came, the first month first; months in which none came are left out
 * @param languages texts by language, the most first
 * @param sources where confirmed units came from, the most first; imports are not among them
 * @param otherSources units from dispatches beyond those listed
 */
public record Figures(
    long units,
    long deleted,
    List<Month> months,
    List<Language> languages,
    List<Source> sources,
    long otherSources) {

  /** How many dispatches are listed. */
  public static final int MOST_SOURCES = 20;

  /** Units that came in a month (UTC), by import and by confirmation. */
  public record Month(YearMonth month, long imported, long confirmed) {}

  /** How many texts there are in a language. */
  public record Language(LanguageTag language, long texts) {}

  /**
   * Units that were first confirmed in a dispatch, or in several of one slug.
   *
   * @param slug as it was then; empty where nothing is known
   */
  public record Source(String slug, long units) {}

  public Figures {
    months = List.copyOf(months);
    languages = List.copyOf(languages);
    sources = List.copyOf(sources);
  }
}
