package dragoman.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts the alignments of every pair of several texts together, so that links through any pair say
 * the same: the surest bead first, each makes its sentences one group, unless that would cross what
 * is there, or a surer one links more. A bead that is not followed leaves the groups that it meets
 * contradicted.
 *
 * <p>The groups stand in one row at all times, in an order that every text's own order agrees with.
 * To make some of them one, those between are put before or behind; if one of those must be both,
 * the bead crosses. Beads reach over few groups, so this takes little more than a step a bead.
 */
final class Grouping {
  /** What remains of a group's confidence where the pairs contradict each other. */
  private static final double CONTRADICTED = 0.5;

  private final int[] sizes;
  private final List<Pair> pairs;
  private final int[][] groupOf;
  private final List<int[]> firsts = new ArrayList<>();
  private final List<int[]> lasts = new ArrayList<>();

  /** Groups by their place in the row; -1 where one was taken away. */
  private final int[] row;

  private final int[] placeOf;
  private final boolean[] behind;

  /** The beads of two of the texts. */
  private record Pair(int first, int second, List<Bead> beads) {}

  private record Claim(Pair pair, Bead bead) {}

  /**
   * @param sizes how many sentences each text has
   * @param beads for every two of the texts, the first with the others first, beads that hold each
   *     sentence of both once, in their order
   */
  Grouping(int[] sizes, List<List<Bead>> beads) {
    this.sizes = sizes.clone();
    this.pairs = new ArrayList<>();
    for (int first = 0; first < sizes.length; first++) {
      for (int second = first + 1; second < sizes.length; second++) {
        pairs.add(new Pair(first, second, beads.get(pairs.size())));
      }
    }
    groupOf = new int[sizes.length][];
    int count = Arrays.stream(sizes).sum();
    row = new int[count];
    placeOf = new int[count];
    behind = new boolean[count];
    record Sentence(int side, int place, double share) {}
    List<Sentence> sentences = new ArrayList<>();
    for (int side = 0; side < sizes.length; side++) {
      groupOf[side] = new int[sizes[side]];
      for (int place = 0; place < sizes[side]; place++) {
        sentences.add(new Sentence(side, place, (place + 0.5) / sizes[side]));
      }
    }
    sentences.sort(Comparator.comparingDouble(Sentence::share));
    for (Sentence sentence : sentences) {
      int group = firsts.size();
      int[] first = new int[sizes.length];
      int[] last = new int[sizes.length];
      Arrays.fill(first, -1);
      Arrays.fill(last, -1);
      first[sentence.side()] = sentence.place();
      last[sentence.side()] = sentence.place();
      firsts.add(first);
      lasts.add(last);
      groupOf[sentence.side()][sentence.place()] = group;
      row[group] = group;
      placeOf[group] = group;
    }
  }

  /** The groups that the beads make, in the order of the texts. */
  List<Group> groups() {
    List<Claim> claims = new ArrayList<>();
    for (Pair pair : pairs) {
      for (Bead bead : pair.beads()) {
        if (!bead.open()) {
          claims.add(new Claim(pair, bead));
        }
      }
    }
    claims.sort(Comparator.comparingDouble(claim -> -claim.bead().confidence()));
    for (Claim claim : claims) {
      join(claim);
    }
    List<Bead[][]> beadAt = pairs.stream().map(this::beadAt).toList();
    List<Group> groups = new ArrayList<>();
    for (int group : row) {
      if (group >= 0) {
        groups.add(group(group, beadAt));
      }
    }
    return groups;
  }

  private void join(Claim claim) {
    int[] members =
        IntStream.concat(
                claim.bead().source().stream().mapToInt(p -> groupOf[claim.pair().first()][p]),
                claim.bead().target().stream().mapToInt(p -> groupOf[claim.pair().second()][p]))
            .distinct()
            .map(group -> placeOf[group])
            .sorted()
            .toArray();
    if (members.length < 2 || tooLong(members) || saysMore(members, claim)) {
      return;
    }
    int from = members[0];
    int to = members[members.length - 1];
    List<Integer> before = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    boolean crosses = false;
    for (int place = from; place <= to && !crosses; place++) {
      int group = row[place];
      if (group >= 0) {
        if (Arrays.binarySearch(members, place) >= 0) {
          crosses = follows(group, after, -1, -1, members);
        } else if (follows(group, after, from, to, members)) {
          after.add(group);
          behind[group] = true;
        } else {
          before.add(group);
        }
      }
    }
    after.forEach(group -> behind[group] = false);
    if (!crosses) {
      rearrange(from, to, before, one(members), after);
    }
  }

  /** Whether a group stands, in a text, right behind one that is behind, or behind a member. */
  private boolean follows(int group, List<Integer> after, int from, int to, int[] members) {
    int[] first = firsts.get(group);
    for (int side = 0; side < sizes.length; side++) {
      if (first[side] > 0) {
        int previous = groupOf[side][first[side] - 1];
        if (!after.isEmpty() && behind[previous]) {
          return true;
        }
        int place = placeOf[previous];
        if (place >= from && place <= to && Arrays.binarySearch(members, place) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a surer bead has put more sentences of the claim's two texts there than it has. */
  private boolean saysMore(int[] members, Claim claim) {
    return count(members, claim.pair().first()) > claim.bead().source().size()
        || count(members, claim.pair().second()) > claim.bead().target().size();
  }

  private int count(int[] members, int side) {
    int count = 0;
    for (int place : members) {
      int group = row[place];
      if (firsts.get(group)[side] >= 0) {
        count += lasts.get(group)[side] - firsts.get(group)[side] + 1;
      }
    }
    return count;
  }

  private boolean tooLong(int[] members) {
    for (int side = 0; side < sizes.length; side++) {
      if (count(members, side) > Evidence.SPAN) {
        return true;
      }
    }
    return false;
  }

  /** Gives the first of the groups all that the others hold. */
  private int one(int[] members) {
    int kept = row[members[0]];
    int[] first = firsts.get(kept);
    int[] last = lasts.get(kept);
    for (int k = 1; k < members.length; k++) {
      int other = row[members[k]];
      for (int side = 0; side < sizes.length; side++) {
        int begin = firsts.get(other)[side];
        if (begin >= 0) {
          int end = lasts.get(other)[side];
          Arrays.fill(groupOf[side], begin, end + 1, kept);
          first[side] = first[side] < 0 ? begin : Math.min(first[side], begin);
          last[side] = Math.max(last[side], end);
        }
      }
    }
    return kept;
  }

  private void rearrange(int from, int to, List<Integer> before, int kept, List<Integer> after) {
    List<Integer> order = new ArrayList<>(before);
    order.add(kept);
    order.addAll(after);
    Arrays.fill(row, from, to + 1, -1);
    for (int k = 0; k < order.size(); k++) {
      row[from + k] = order.get(k);
      placeOf[order.get(k)] = from + k;
    }
  }

  /** The bead of each sentence of a pair's two texts. */
  private Bead[][] beadAt(Pair pair) {
    Bead[][] beads = {new Bead[sizes[pair.first()]], new Bead[sizes[pair.second()]]};
    for (Bead bead : pair.beads()) {
      bead.source().forEach(place -> beads[0][place] = bead);
      bead.target().forEach(place -> beads[1][place] = bead);
    }
    return beads;
  }

  private Group group(int group, List<Bead[][]> beadAt) {
    List<List<Integer>> sides = new ArrayList<>();
    for (int side = 0; side < sizes.length; side++) {
      int first = firsts.get(group)[side];
      sides.add(
          first < 0
              ? List.of()
              : IntStream.rangeClosed(first, lasts.get(group)[side]).boxed().toList());
    }
    double confidence = 1;
    boolean contradicted = false;
    for (int k = 0; k < pairs.size(); k++) {
      List<Integer> left = sides.get(pairs.get(k).first());
      List<Integer> right = sides.get(pairs.get(k).second());
      if (!left.isEmpty() || !right.isEmpty()) {
        Bead bead = left.isEmpty() ? beadAt.get(k)[1][right.get(0)] : beadAt.get(k)[0][left.get(0)];
        confidence = Math.min(confidence, bead.confidence());
        boolean agrees = left.equals(bead.source()) && right.equals(bead.target());
        // several sentences of one text stay open one by one
        boolean open = bead.open() && (left.isEmpty() || right.isEmpty());
        contradicted |= !agrees && !open;
      }
    }
    return new Group(sides, contradicted ? confidence * CONTRADICTED : confidence, contradicted);
  }
}
