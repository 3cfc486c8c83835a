package dragoman.alignment;

import java.util.List;

/**
 * Which sentences of several texts answer which.
 *
 * @param groups in the order of the texts; together they hold each sentence of each text once; none
 *     where there is an objection
 * @param objections what stands against it, by pairs of texts; empty where the texts answer each
 *     other
 */
public record Joint(List<Group> groups, List<Objection> objections) {

  /**
   * What is to be thought of two of the texts.
   *
   * @param first place of the one text, from 0
   * @param second place of the other
   * @param verdict never {@link Verdict#ALIGNED}
   */
  public record Objection(int first, int second, Verdict verdict) {}

  /** Keeps copies of the lists. */
  public Joint {
    groups = List.copyOf(groups);
    objections = List.copyOf(objections);
  }
}
