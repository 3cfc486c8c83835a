package dragoman.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the band in which two texts are aligned: short texts whole, long ones along the sentences
 * that are surely one because they share rare names and numbers. It is narrow where those stand
 * close together, and wider the farther they are apart.
 */
final class Corridor {
  /** Up to so many places the whole plane is looked at. */
  static final long WHOLE = 40_000;

  private static final int MARGIN = 10;
  private static final int RARE = 4;

  /** In a long text a word may stand in more places, one for so many sentences. */
  private static final int SENTENCES_FOR_EACH = 300;

  private static final int SELDOM = 32;

  /** How far from the straight line such a word is looked for, in sentences and in the whole. */
  private static final double NEARBY = 100;

  private static final double NEARBY_SHARE = 0.04;
  private static final double LIKELY = 0.15;
  private static final double CLEARLY = 2.5;
  private static final float STRONG = 0.4f;
  private static final double SURE = 0.7;
  private static final double SLACK = 0.15;
  private static final int AROUND = 24;
  private static final long MOST_PLACES = 12_000_000;

  private final int n;
  private final int m;
  private final double[] centre;
  private final double[] half;

  private Corridor(int n, int m) {
    this.n = n;
    this.m = m;
    this.centre = new double[n + 1];
    this.half = new double[n + 1];
  }

  private record Point(int i, int j, double weight) {}

  /** The corridor between two texts whose words are bound by these witnesses. */
  static Corridor between(Side source, Side target, Iterable<? extends Bonds> bonds) {
    Corridor corridor = new Corridor(source.size(), target.size());
    List<Point> points = new ArrayList<>();
    if ((long) corridor.n * corridor.m > WHOLE) {
      points.addAll(chain(mutual(source, target, bonds), corridor.m));
    }
    corridor.lay(points);
    return corridor;
  }

  /** The places to look at now. */
  Band band() {
    if ((long) n * m <= WHOLE) {
      return Band.full(n, m);
    }
    double widest = Math.max(4 * MARGIN, (double) MOST_PLACES / (n + 1) / 2);
    int[] first = new int[n + 1];
    int[] last = new int[n + 1];
    for (int i = 0; i <= n; i++) {
      double width = Math.min(widest, half[i]);
      first[i] = (int) Math.max(0, Math.min(m, Math.floor(centre[i] - width)));
      last[i] = (int) Math.max(0, Math.min(m, Math.ceil(centre[i] + width)));
    }
    first[0] = 0;
    last[n] = m;
    for (int i = n - 1; i >= 0; i--) {
      first[i] = Math.min(first[i], first[i + 1]);
    }
    for (int i = 1; i <= n; i++) {
      last[i] = Math.max(last[i], last[i - 1]);
      first[i] = Math.min(first[i], last[i - 1]);
    }
    return new Band(first, last);
  }

  /** Widens the band where a way runs along its edge; gives whether it did. */
  boolean widen(List<Bead> way) {
    Band band = band();
    double widest = Math.max(4 * MARGIN, (double) MOST_PLACES / (n + 1) / 2);
    boolean[] wider = new boolean[n + 1];
    boolean any = false;
    int i = 0;
    int j = 0;
    for (Bead bead : way) {
      i += bead.source().size();
      j += bead.target().size();
      boolean edge =
          j <= band.first()[i] + 1 && band.first()[i] > 0
              || j >= band.last()[i] - 1 && band.last()[i] < m;
      if (edge && half[i] < widest) {
        any = true;
        Arrays.fill(wider, Math.max(0, i - AROUND), Math.min(n + 1, i + AROUND), true);
      }
    }
    for (int k = 0; k <= n; k++) {
      half[k] *= wider[k] ? 2 : 1;
    }
    return any;
  }

  private void lay(List<Point> chain) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, 0, 0));
    points.addAll(chain);
    points.add(new Point(n, m, 0));
    for (int k = 1; k < points.size(); k++) {
      Point from = points.get(k - 1);
      Point to = points.get(k);
      int rows = to.i() - from.i();
      int columns = to.j() - from.j();
      double width = MARGIN + Math.abs(rows - columns) + SLACK * Math.max(rows, columns);
      for (int i = from.i(); i <= to.i(); i++) {
        double along = rows == 0 ? 0 : (double) (i - from.i()) / rows;
        centre[i] = from.j() + along * columns;
        half[i] = Math.max(half[i], width);
      }
    }
  }

  /** Pairs of sentences each of which is the other's best, by what only they share. */
  private static List<Point> mutual(Side source, Side target, Iterable<? extends Bonds> bonds) {
    int[][] left = source.postings();
    int[][] right = target.postings();
    List<Map<Integer, Double>> shared = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      shared.add(new TreeMap<>());
    }
    int longer = Math.max(source.size(), target.size());
    int seldom = Math.max(RARE, Math.min(SELDOM, longer / SENTENCES_FOR_EACH));
    double nearby = Math.max(NEARBY, NEARBY_SHARE * longer);
    for (Bonds bond : bonds) {
      for (int token = 0; token < left.length; token++) {
        int[] others = bond.others(token);
        for (int k = 0; k < others.length; k++) {
          float strength = bond.strength(token, k);
          int[] places = right[others[k]];
          int common = Math.max(left[token].length, places.length);
          if (strength < STRONG || common > seldom) {
            continue;
          }
          double reach = common <= RARE ? target.size() : nearby;
          for (int i : left[token]) {
            double straight = (double) i * target.size() / source.size();
            for (int j : places) {
              if (Math.abs(j - straight) <= reach) {
                shared.get(i).merge(j, (double) strength / common, Double::sum);
              }
            }
          }
        }
      }
    }
    double[] best = new double[target.size()];
    shared.forEach(row -> row.forEach((j, weight) -> best[j] = Math.max(best[j], weight)));
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < shared.size(); i++) {
      int at = -1;
      double most = 0;
      double second = 0;
      for (Map.Entry<Integer, Double> each : shared.get(i).entrySet()) {
        if (each.getValue() > most) {
          second = most;
          most = each.getValue();
          at = each.getKey();
        } else {
          second = Math.max(second, each.getValue());
        }
      }
      boolean sure = most >= SURE && second < most || most >= LIKELY && most >= CLEARLY * second;
      if (at >= 0 && sure && most >= best[at]) {
        points.add(new Point(i, at, most));
      }
    }
    return points;
  }

  /** The heaviest chain of points in which both places rise. */
  private static List<Point> chain(List<Point> points, int m) {
    double[] tree = new double[m + 2];
    int[] ends = new int[m + 2];
    Arrays.fill(ends, -1);
    int[] before = new int[points.size()];
    double top = 0;
    int end = -1;
    for (int k = 0; k < points.size(); k++) {
      double heaviest = 0;
      before[k] = -1;
      for (int at = points.get(k).j(); at > 0; at -= at & -at) {
        if (tree[at] > heaviest) {
          heaviest = tree[at];
          before[k] = ends[at];
        }
      }
      double weight = heaviest + points.get(k).weight();
      for (int at = points.get(k).j() + 1; at < tree.length; at += at & -at) {
        if (weight > tree[at]) {
          tree[at] = weight;
          ends[at] = k;
        }
      }
      if (weight > top) {
        top = weight;
        end = k;
      }
    }
    List<Point> chain = new ArrayList<>();
    for (int k = end; k >= 0; k = before[k]) {
      chain.add(points.get(k));
    }
    java.util.Collections.reverse(chain);
    return chain;
  }
}
