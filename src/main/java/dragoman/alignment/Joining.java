package dragoman.alignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several texts on their way to one alignment. They are always worked on in the same order, however
 * they were handed in, so that the answer does not depend on that.
 */
final class Joining {
  private final List<Text> texts;

  /** For each text of the working order where it was handed in. */
  private final List<Integer> order;

  Joining(List<Text> texts) {
    if (texts.size() < 2) {
      throw new IllegalArgumentException("An alignment needs two texts or more.");
    }
    this.texts = List.copyOf(texts);
    List<Integer> places = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
    places.sort((a, b) -> Order.compare(texts.get(a), texts.get(b)));
    this.order = List.copyOf(places);
  }

  /** Every two of the texts. */
  List<TextPair> pairs() {
    List<TextPair> pairs = new ArrayList<>();
    for (int a = 0; a < order.size(); a++) {
      for (int b = a + 1; b < order.size(); b++) {
        pairs.add(new TextPair(texts.get(order.get(a)), texts.get(order.get(b))));
      }
    }
    return pairs;
  }

  /** The answer from those for the {@linkplain #pairs pairs}. */
  Joint joint(List<Alignment> alignments) {
    List<Joint.Objection> objections = new ArrayList<>();
    int next = 0;
    for (int a = 0; a < order.size(); a++) {
      for (int b = a + 1; b < order.size(); b++) {
        Verdict verdict = alignments.get(next++).verdict();
        if (verdict != Verdict.ALIGNED) {
          int first = Math.min(order.get(a), order.get(b));
          objections.add(new Joint.Objection(first, Math.max(order.get(a), order.get(b)), verdict));
        }
      }
    }
    if (!objections.isEmpty()) {
      return new Joint(List.of(), objections);
    }
    int[] sizes = order.stream().mapToInt(place -> texts.get(place).sentences().size()).toArray();
    List<Group> groups =
        new Grouping(sizes, alignments.stream().map(Alignment::beads).toList()).groups();
    return new Joint(groups.stream().map(this::asGiven).toList(), List.of());
  }

  private Group asGiven(Group group) {
    List<List<Integer>> sides = new ArrayList<>(Collections.nCopies(order.size(), List.of()));
    for (int t = 0; t < order.size(); t++) {
      sides.set(order.get(t), group.sides().get(t));
    }
    return new Group(sides, group.confidence(), group.contradicted());
  }
}
