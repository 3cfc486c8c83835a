package dragoman.alignment;

import java.util.List;

/** How much of the lexicon two sentences taught themselves: the weight of the bead they shared. */
record Taught(int[] first, int[] last, float[] weight) {

  static Taught of(List<Bead> beads, int source, int target) {
    int[] first = new int[source];
    int[] last = new int[source];
    float[] weight = new float[source];
    java.util.Arrays.fill(first, target);
    for (Bead bead : beads) {
      for (int place : bead.source()) {
        first[place] = bead.target().get(0);
        last[place] = bead.target().get(bead.target().size() - 1);
        weight[place] = (float) bead.confidence();
      }
    }
    return new Taught(first, last, weight);
  }

  float weight(int source, int target) {
    return target >= first[source] && target <= last[source] ? weight[source] : 0;
  }
}
