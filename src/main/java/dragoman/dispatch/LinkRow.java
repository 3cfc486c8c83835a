package dragoman.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A link as it is kept: how many sentences it takes of each text, behind those of the links before.
 *
 * @param id unique in its alignment
 * @param counts sentences of each text
 * @param confidence empty where a person made it
 * @param who who made or accepted it; empty while nobody has
 */
record LinkRow(
    long id,
    List<Integer> counts,
    OptionalDouble confidence,
    boolean accepted,
    boolean contradicted,
    String who) {

  LinkRow {
    counts = List.copyOf(counts);
  }

  boolean open() {
    return counts.stream().filter(count -> count > 0).count() < 2;
  }

  boolean empty() {
    return counts.stream().allMatch(count -> count == 0);
  }

  boolean doubtful(double threshold) {
    return !accepted && confidence.orElse(0) < threshold;
  }

  /** Whether it is to go into a memory. */
  boolean wanted(OptionalDouble threshold) {
    boolean sure =
        threshold.isPresent()
            && confidence.isPresent()
            && confidence.getAsDouble() >= threshold.getAsDouble();
    return !open() && (accepted || sure);
  }

  LinkRow with(int side, int count) {
    List<Integer> changed = new ArrayList<>(counts);
    changed.set(side, count);
    return new LinkRow(id, changed, confidence, accepted, contradicted, who);
  }

  LinkRow made(boolean agreed, String by) {
    return new LinkRow(
        id, counts, OptionalDouble.empty(), agreed, contradicted && !agreed, agreed ? by : "");
  }

  LinkRow accepted(boolean agreed, String by) {
    return new LinkRow(id, counts, confidence, agreed, contradicted, agreed ? by : "");
  }

  /** Only the aligner's word stands, and it was for more: nobody can be sure of the rest. */
  LinkRow shaken() {
    return new LinkRow(id, counts, OptionalDouble.of(0), false, contradicted, "");
  }

  String written() {
    return counts.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  static List<Integer> counts(String written) {
    return Arrays.stream(written.split(",")).map(Integer::valueOf).toList();
  }
}
