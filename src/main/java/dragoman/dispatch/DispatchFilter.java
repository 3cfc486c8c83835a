package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.util.Optional;

/**
 * Which dispatches a list shows, the newest first.
 *
 * @param search words that slug, title, agency, by-line or file name must hold, in any case; empty
 *     for all
 * @param language one that they are written in or wanted in
 * @param state whether the desk works on them
 * @param progress how far they are
 * @param offset how many to pass over
 * @param limit how many to show, 1 to 200
 */
public record DispatchFilter(
    String search,
    Optional<LanguageTag> language,
    Optional<Dispatch.State> state,
    Optional<Progress> progress,
    int offset,
    int limit) {

  /** How far a dispatch is: in the filter's language if it has one, else in all it is wanted in. */
  public enum Progress {
    /** Nothing is confirmed. */
    UNTOUCHED,
    /** Something is confirmed and something is not. */
    BEGUN,
    /** Everything is confirmed. */
    COMPLETE
  }

  /** The first fifty of all. */
  public static final DispatchFilter ALL =
      new DispatchFilter("", Optional.empty(), Optional.empty(), Optional.empty(), 0, 50);
}
