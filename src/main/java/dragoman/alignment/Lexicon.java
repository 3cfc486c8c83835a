package dragoman.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which words answer which, learned from beads that are sure already: IBM Model 1 (Brown et al.
 * 1993) in both directions, of which the more doubtful one counts. A word that stands in one bead
 * only teaches nothing, and a bead is never judged by what it taught itself.
 */
final class Lexicon {
  private static final int ROUNDS = 5;
  private static final int MOST_LESSONS = 20_000;
  private static final double FAINT = 0.1;
  private static final double LEAST = 0.05;
  private static final double CAUTION = 0.5;

  /** What a word that answers none may take; it keeps rare words from taking everything. */
  private static final double NONE = 0.02;

  private final Map<String, Integer> sourceStems;
  private final Map<String, Integer> targetStems;
  private final int[][] others;
  private final float[][] counts;
  private final float[] sourceTotals;
  private final float[] targetTotals;
  private final int lessons;

  /**
   * Words of a sure bead.
   *
   * @param source stems of the source side, each once
   * @param target stems of the target side, each once
   * @param weight how sure it is, from 0 to 1
   */
  record Lesson(Set<String> source, Set<String> target, double weight) {

    static Lesson of(Side source, Side target, Bead bead) {
      return new Lesson(
          stems(source, bead.source()), stems(target, bead.target()), bead.confidence());
    }

    private static Set<String> stems(Side side, List<Integer> places) {
      Set<String> stems = new TreeSet<>();
      for (int place : places) {
        for (int token : side.sentences()[place]) {
          if (!side.tokens().get(token).number()) {
            stems.add(side.tokens().get(token).stem());
          }
        }
      }
      return stems;
    }
  }

  private Lexicon(
      Map<String, Integer> sourceStems,
      Map<String, Integer> targetStems,
      PairTable pairs,
      float[] expected,
      float[] sourceTotals,
      float[] targetTotals,
      int lessons) {
    this.lessons = lessons;
    this.sourceStems = sourceStems;
    this.targetStems = targetStems;
    this.sourceTotals = sourceTotals;
    this.targetTotals = targetTotals;
    int[] sizes = new int[sourceStems.size()];
    for (int pair = 0; pair < pairs.size(); pair++) {
      sizes[pairs.source(pair)] += expected[pair] > FAINT ? 1 : 0;
    }
    this.others = new int[sizes.length][];
    this.counts = new float[sizes.length][];
    for (int stem = 0; stem < sizes.length; stem++) {
      others[stem] = new int[sizes[stem]];
      counts[stem] = new float[sizes[stem]];
    }
    for (int pair = pairs.size() - 1; pair >= 0; pair--) {
      if (expected[pair] > FAINT) {
        int stem = pairs.source(pair);
        int at = --sizes[stem];
        others[stem][at] = pairs.target(pair);
        counts[stem][at] = expected[pair];
      }
    }
  }

  /** Learns from sure beads; of very many, from evenly spread ones. */
  static Lexicon learn(List<Lesson> all) {
    List<Lesson> lessons = spread(all);
    Map<String, Integer> sourceStems = repeated(lessons.stream().map(Lesson::source).toList());
    Map<String, Integer> targetStems = repeated(lessons.stream().map(Lesson::target).toList());
    int[][] sources = new int[lessons.size()][];
    int[][] targets = new int[lessons.size()][];
    int[][] places = new int[lessons.size()][];
    PairTable pairs = new PairTable();
    float[] sourceTotals = new float[sourceStems.size()];
    float[] targetTotals = new float[targetStems.size()];
    for (int k = 0; k < places.length; k++) {
      float weight = (float) lessons.get(k).weight();
      sources[k] = known(lessons.get(k).source(), sourceStems);
      targets[k] = known(lessons.get(k).target(), targetStems);
      places[k] = new int[sources[k].length * targets[k].length];
      int at = 0;
      for (int s : sources[k]) {
        sourceTotals[s] += weight;
        for (int t : targets[k]) {
          places[k][at++] = pairs.place(s, t);
        }
      }
      for (int t : targets[k]) {
        targetTotals[t] += weight;
      }
    }
    Model forth = new Model(pairs.size());
    Model back = new Model(pairs.size());
    for (int round = 0; round < ROUNDS; round++) {
      for (int k = 0; k < places.length; k++) {
        float weight = (float) lessons.get(k).weight();
        forth.expect(places[k], sources[k].length, targets[k].length, true, weight);
        back.expect(places[k], sources[k].length, targets[k].length, false, weight);
      }
      forth.maximize(place -> pairs.source(place), sourceTotals.length);
      back.maximize(place -> pairs.target(place), targetTotals.length);
    }
    float[] expected = new float[pairs.size()];
    for (int place = 0; place < expected.length; place++) {
      expected[place] = Math.min(forth.last[place], back.last[place]);
    }
    return new Lexicon(
        sourceStems, targetStems, pairs, expected, sourceTotals, targetTotals, all.size());
  }

  /** How many sure beads taught it. */
  int lessons() {
    return lessons;
  }

  /**
   * What the lexicon says of two texts.
   *
   * @param taught the beads of these two texts that were lessons
   */
  Bonds bonds(Side source, Side target, List<Bead> taught) {
    Map<Integer, List<Integer>> places = new HashMap<>();
    int[] targetIds = ids(target, targetStems);
    for (int t = 0; t < targetIds.length; t++) {
      if (targetIds[t] >= 0) {
        places.computeIfAbsent(targetIds[t], any -> new ArrayList<>()).add(t);
      }
    }
    int[] sourceIds = ids(source, sourceStems);
    Links.Builder links = new Links.Builder(sourceIds.length, targetIds.length);
    for (int s = 0; s < sourceIds.length; s++) {
      if (sourceIds[s] >= 0) {
        int id = sourceIds[s];
        int[] stems = others[id];
        for (int k = 0; k < stems.length; k++) {
          if (strength(counts[id][k], sourceTotals[id], targetTotals[stems[k]]) < LEAST) {
            continue;
          }
          for (int t : places.getOrDefault(stems[k], List.of())) {
            links.add(s, t, counts[id][k]);
          }
        }
      }
    }
    return new LexiconBonds(
        links.build(),
        totals(sourceIds, sourceTotals),
        totals(targetIds, targetTotals),
        Taught.of(taught, source.size(), target.size()));
  }

  /** How much an expected count says, beside how often the two words occur at all. */
  static float strength(float count, float source, float target) {
    return count <= FAINT
        ? 0
        : (float) Math.min(1, count / Math.sqrt((source + CAUTION) * (target + CAUTION)));
  }

  private static float[] totals(int[] ids, float[] totals) {
    float[] each = new float[ids.length];
    for (int token = 0; token < ids.length; token++) {
      each[token] = ids[token] < 0 ? 0 : totals[ids[token]];
    }
    return each;
  }

  private static int[] ids(Side side, Map<String, Integer> stems) {
    int[] ids = new int[side.tokens().size()];
    for (int token = 0; token < ids.length; token++) {
      Token each = side.tokens().get(token);
      ids[token] = each.number() ? -1 : stems.getOrDefault(each.stem(), -1);
    }
    return ids;
  }

  private static List<Lesson> spread(List<Lesson> lessons) {
    int step = (lessons.size() + MOST_LESSONS - 1) / MOST_LESSONS;
    if (step <= 1) {
      return lessons;
    }
    List<Lesson> some = new ArrayList<>();
    for (int k = 0; k < lessons.size(); k += step) {
      some.add(lessons.get(k));
    }
    return some;
  }

  private static Map<String, Integer> repeated(List<Set<String>> lessons) {
    Map<String, Integer> ids = new HashMap<>();
    Set<String> once = new HashSet<>();
    for (Set<String> stems : lessons) {
      for (String stem : stems) {
        if (!once.add(stem)) {
          ids.putIfAbsent(stem, ids.size());
        }
      }
    }
    return ids;
  }

  private static int[] known(Set<String> stems, Map<String, Integer> ids) {
    return stems.stream().filter(ids::containsKey).mapToInt(ids::get).toArray();
  }

  /** One direction of Model 1. */
  private static final class Model {
    private final float[] chances;
    private float[] expected;
    private float[] last;

    Model(int pairs) {
      chances = new float[pairs];
      expected = new float[pairs];
      last = new float[pairs];
      Arrays.fill(chances, 1);
    }

    /** Each word of the told side shares itself among the words of the telling side. */
    void expect(int[] places, int sources, int targets, boolean targetTold, float weight) {
      int told = targetTold ? targets : sources;
      int telling = targetTold ? sources : targets;
      int step = targetTold ? targets : 1;
      int start = targetTold ? 1 : targets;
      for (int k = 0; k < told; k++) {
        double sum = NONE;
        for (int q = 0, at = k * start; q < telling; q++, at += step) {
          sum += chances[places[at]];
        }
        for (int q = 0, at = k * start; q < telling; q++, at += step) {
          expected[places[at]] += (float) (weight * chances[places[at]] / sum);
        }
      }
    }

    void maximize(java.util.function.IntUnaryOperator given, int size) {
      double[] totals = new double[size];
      for (int place = 0; place < expected.length; place++) {
        totals[given.applyAsInt(place)] += expected[place];
      }
      for (int place = 0; place < expected.length; place++) {
        double total = totals[given.applyAsInt(place)];
        chances[place] = total == 0 ? 0 : (float) (expected[place] / total);
      }
      last = expected;
      expected = new float[last.length];
    }
  }
}
