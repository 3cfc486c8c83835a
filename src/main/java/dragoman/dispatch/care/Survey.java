package dragoman.dispatch.care;

import dragoman.language.LanguageTag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A search through a memory, and what it has found so far.
 *
 * @param read units looked at
 * @param total units there were at its beginning
 * @param startedAt empty where there was none yet
 * @param problem why it failed, in a sentence; else empty
 * @param kinds how many findings there are of each kind, as filtered by languages and text
 * @param pairs how many findings there are of each pair of languages, as filtered by kind and text
 */
public record Survey(
    State state,
    long read,
    long total,
    Optional<Instant> startedAt,
    String startedBy,
    Optional<Instant> endedAt,
    String problem,
    List<KindCount> kinds,
    List<PairCount> pairs) {

  /** How far it is. */
  public enum State {
    NONE,
    RUNNING,
    DONE,
    /** The program ended before the search did. */
    STOPPED,
    FAILED
  }

  /** Findings of a kind. */
  public record KindCount(CareKind kind, long count) {}

  /** Findings of a pair of languages. */
  public record PairCount(LanguageTag from, Optional<LanguageTag> to, long count) {}

  public Survey {
    kinds = List.copyOf(kinds);
    pairs = List.copyOf(pairs);
  }
}
