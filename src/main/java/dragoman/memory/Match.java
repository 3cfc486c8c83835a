package dragoman.memory;

import java.util.List;

/**
 * A unit that is like the sentence.
 *
 * <p>Matches come best first: by score, then by the memory's priority, then the one changed last,
 * then by unit id; a unit comes once.
 *
 * @param score 1 to 101, penalties subtracted
 * @param kind how the texts compare, before penalties
 * @param memory where it is
 * @param unit as it stands now
 * @param source its text in the sentence's language
 * @param target its text in the wanted language
 * @param reasons the points between 100 and the score, one by one
 */
public record Match(
    int score,
    Kind kind,
    Memory memory,
    Unit unit,
    Variant source,
    Variant target,
    List<Reason> reasons) {

  public Match {
    reasons = List.copyOf(reasons);
  }
}
