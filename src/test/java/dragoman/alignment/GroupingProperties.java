package dragoman.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Pairs of three texts and more, however they contradict each other, make consistent groups. */
class GroupingProperties {
  /** Beads of two texts as a dice throws them: each sentence once, in order. */
  private static List<Bead> beads(Random random, int n, int m) {
    List<Bead> beads = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < n || j < m) {
      int a = Math.min(n - i, random.nextInt(3));
      int b = Math.min(m - j, a > 1 ? 1 : random.nextInt(3));
      if (a + b > 0 && (a > 0 && b > 0 || a + b == 1)) {
        beads.add(new Bead(range(i, a), range(j, b), random.nextDouble()));
        i += a;
        j += b;
      }
    }
    return beads;
  }

  private static List<Integer> range(int from, int count) {
    return IntStream.range(from, from + count).boxed().toList();
  }

  @Property(tries = 200)
  void groupsHoldEachSentenceOnceInOrder(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 5) int texts,
      @ForAll @IntRange(min = 1, max = 30) int size) {
    Random random = new Random(seed);
    int[] sizes = random.ints(texts, 1, size + 1).toArray();
    List<List<Bead>> pairs = new ArrayList<>();
    for (int a = 0; a < texts; a++) {
      for (int b = a + 1; b < texts; b++) {
        pairs.add(beads(random, sizes[a], sizes[b]));
      }
    }
    List<Group> groups = new Grouping(sizes, pairs).groups();
    for (int side = 0; side < texts; side++) {
      int text = side;
      assertEquals(
          range(0, sizes[side]),
          groups.stream().flatMap(group -> group.sides().get(text).stream()).toList());
    }
    for (Group group : groups) {
      assertTrue(group.confidence() >= 0 && group.confidence() <= 1, group.toString());
      assertTrue(group.sides().stream().anyMatch(side -> !side.isEmpty()), "an empty group");
    }
  }

  @Property(tries = 100)
  void groupsOfTwoTextsAreTheirBeads(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
    Random random = new Random(seed);
    int[] sizes = {1 + random.nextInt(size), 1 + random.nextInt(size)};
    List<Bead> beads = beads(random, sizes[0], sizes[1]);
    List<Group> groups = new Grouping(sizes, List.of(beads)).groups();
    List<List<List<Integer>>> linked =
        beads.stream()
            .filter(bead -> !bead.open())
            .map(bead -> List.of(bead.source(), bead.target()))
            .toList();
    assertEquals(linked, groups.stream().filter(g -> !g.open()).map(Group::sides).toList());
    groups.forEach(group -> assertFalse(group.contradicted()));
  }

  @Example
  void aPairThatContradictsTwoSurerOnesLeavesTheGroupInDoubt() {
    Bead sure = new Bead(List.of(0), List.of(0), 0.99);
    Bead next = new Bead(List.of(1), List.of(1), 0.98);
    Bead wrong = new Bead(List.of(0), List.of(1), 0.6);
    Bead first = new Bead(List.of(), List.of(0), 0.6);
    Bead last = new Bead(List.of(1), List.of(), 0.6);
    List<Group> groups =
        new Grouping(
                new int[] {2, 2, 2},
                List.of(List.of(sure, next), List.of(sure, next), List.of(first, wrong, last)))
            .groups();
    assertEquals(List.of(range3(0), range3(1)), groups.stream().map(Group::sides).toList());
    groups.forEach(group -> assertTrue(group.contradicted() && group.confidence() < 0.5));
  }

  private static List<List<Integer>> range3(int place) {
    return List.of(List.of(place), List.of(place), List.of(place));
  }
}
