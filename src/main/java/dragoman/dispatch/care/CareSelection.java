package dragoman.dispatch.care;

import java.util.List;

/**
 * Findings that a person chose.
 *
 * @param filter among these
 * @param chosen these alone; empty for all
 * @param except all but these
 */
public record CareSelection(CareFilter filter, List<Long> chosen, List<Long> except) {
  public CareSelection {
    chosen = List.copyOf(chosen);
    except = List.copyOf(except);
  }
}
