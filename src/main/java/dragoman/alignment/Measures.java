package dragoman.alignment;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the witnesses say of a bead, as numbers to be weighed: the same numbers if the two texts
 * change places.
 */
final class Measures {
  /** How many numbers a bead is measured by. */
  static final int COUNT = 27;

  /** Variance of a translation's length for each character of it (Gale and Church 1993). */
  private static final double VARIANCE = 6.8;

  private static final double FARTHEST = 5;
  private static final int INNER = 0;
  private static final int QUESTIONS = 1;
  private static final int EXCLAMATIONS = 2;
  private static final int QUOTES = 3;
  private static final int BRACKETS = 4;
  private static final int PAUSES = 5;
  private static final int NUMBERS = 6;
  private static final int WORDS = 7;

  private final Side source;
  private final Side target;
  private final double[] sourceLengths;
  private final double[] targetLengths;
  private final int[][] sourceMarks;
  private final int[][] targetMarks;
  private final Band band;
  private final boolean paragraphs;
  private final Map<Witness, Evidence[]> evidence = new EnumMap<>(Witness.class);

  /**
   * Prepares the sums.
   *
   * @param ratio characters of the target for each of the source
   */
  Measures(Side source, Side target, double ratio, Map<Witness, Bonds> bonds, Band band) {
    this.source = source;
    this.target = target;
    double root = Math.sqrt(ratio);
    this.sourceLengths = sums(source.lengths(), root);
    this.targetLengths = sums(target.lengths(), 1 / root);
    this.sourceMarks = marks(source);
    this.targetMarks = marks(target);
    this.band = band;
    Band across = band.reversed();
    this.paragraphs = hasParagraphs(source) && hasParagraphs(target);
    bonds.forEach(
        (witness, bond) ->
            evidence.put(
                witness,
                new Evidence[] {
                  new Evidence(source, bond, target, band),
                  new Evidence(target, bond.reversed(), source, across)
                }));
  }

  /** Fills in what the witnesses say of the bead that begins at i and j. */
  void measure(int i, int j, Shape shape, double[] out) {
    java.util.Arrays.fill(out, 0);
    int a = shape.source;
    int b = shape.target;
    double x = sourceLengths[i + a] - sourceLengths[i];
    double y = targetLengths[j + b] - targetLengths[j];
    if (shape.open()) {
      out[0] = 1;
      out[1] = Math.log(1 + x + y) - 4.5;
      out[2] = between(sourceMarks, INNER, i, a) + between(targetMarks, INNER, j, b);
      return;
    }
    switch (shape) {
      case ONE_TWO, TWO_ONE -> out[3] = 1;
      case TWO_TWO -> out[4] = 1;
      case ONE_THREE, THREE_ONE -> out[5] = 1;
      default -> {}
    }
    double delta = Math.abs(y - x) / Math.sqrt(VARIANCE * (x + y + 20) / 2);
    out[6] = Math.min(delta, FARTHEST) * Math.min(delta, FARTHEST) / 2;
    out[7] = Math.min(delta, FARTHEST);
    out[8] = Math.abs(Math.log((y + 8) / (x + 8)));
    double total = 0;
    int at = 9;
    for (Witness witness : Witness.values()) {
      Evidence[] both = evidence.get(witness);
      double sum = both == null ? 0 : sum(both[0], i, a, j, b) + sum(both[1], j, b, i, a);
      out[at] = sum / 2;
      out[at + 4] = Math.sqrt(sum / 2);
      total += sum;
      at++;
    }
    out[17] =
        total
            / Math.sqrt(between(sourceMarks, WORDS, i, a) + between(targetMarks, WORDS, j, b) + 1);
    marks(i, a, j, b, shape, out);
    numbersLeft(i, a, j, b, out);
    if (paragraphs) {
      out[25] = bounds(source, i, a) + bounds(target, j, b);
      out[26] = starts(source, i) != starts(target, j) ? 1 : 0;
    }
  }

  /** Lets go what was summed for the rows before one. */
  void release(int row) {
    for (Evidence[] both : evidence.values()) {
      both[0].release(Math.min(row, source.size()));
      both[1].release(Math.min(band.first()[Math.min(row, source.size())], target.size()));
    }
  }

  private void marks(int i, int a, int j, int b, Shape shape, double[] out) {
    int ends = Math.min(3, apart(INNER, i, a, j, b, a - b));
    out[18] = ends;
    out[19] = shape == Shape.ONE_ONE ? 0 : Math.min(ends, 1);
    out[20] = Math.min(2, apart(QUESTIONS, i, a, j, b, 0));
    out[21] = Math.min(2, apart(EXCLAMATIONS, i, a, j, b, 0));
    boolean quoted = between(sourceMarks, QUOTES, i, a) > 0;
    out[22] = quoted == between(targetMarks, QUOTES, j, b) > 0 ? 0 : 1;
    out[23] =
        Math.min(2, apart(BRACKETS, i, a, j, b, 0))
            + 0.3 * Math.min(5, apart(PAUSES, i, a, j, b, 0));
  }

  private int apart(int mark, int i, int a, int j, int b, int more) {
    return Math.abs(between(sourceMarks, mark, i, a) - between(targetMarks, mark, j, b) + more);
  }

  private static int between(int[][] marks, int mark, int from, int span) {
    return marks[mark][from + span] - marks[mark][from];
  }

  private void numbersLeft(int i, int a, int j, int b, double[] out) {
    Evidence[] both = evidence.get(Witness.NUMBER);
    int there = between(sourceMarks, NUMBERS, i, a) + between(targetMarks, NUMBERS, j, b);
    int found =
        both == null || there == 0 ? 0 : count(both[0], i, a, j, b) + count(both[1], j, b, i, a);
    out[24] = Math.min(4, Math.max(0, there - found));
  }

  private static int count(Evidence evidence, int from, int span, int other, int otherSpan) {
    int sum = 0;
    for (int k = from; k < from + span; k++) {
      sum += evidence.hits(k, other, otherSpan);
    }
    return sum;
  }

  private static double sum(Evidence evidence, int from, int span, int other, int otherSpan) {
    double sum = 0;
    for (int k = from; k < from + span; k++) {
      sum += evidence.of(k, other, otherSpan);
    }
    return sum;
  }

  /** How many paragraphs begin inside. */
  private static int bounds(Side side, int from, int span) {
    int sum = 0;
    for (int k = from + 1; k < from + span; k++) {
      sum += starts(side, k) ? 1 : 0;
    }
    return sum;
  }

  private static boolean starts(Side side, int sentence) {
    return side.starts()[sentence];
  }

  /** Whether more than one paragraph is known to begin; one alone says nothing. */
  private static boolean hasParagraphs(Side side) {
    int starts = 0;
    for (boolean start : side.starts()) {
      starts += start ? 1 : 0;
    }
    return starts > 1;
  }

  private static double[] sums(int[] lengths, double factor) {
    double[] sums = new double[lengths.length + 1];
    for (int i = 0; i < lengths.length; i++) {
      sums[i + 1] = sums[i] + lengths[i] * factor;
    }
    return sums;
  }

  /** Marks, numbers and words before each sentence, to be subtracted from each other. */
  private static int[][] marks(Side side) {
    int[][] sums = new int[WORDS + 1][side.size() + 1];
    for (int i = 0; i < side.size(); i++) {
      Marks marks = side.marks().get(i);
      int numbers = 0;
      for (int token : side.sentences()[i]) {
        numbers += side.tokens().get(token).number() ? 1 : 0;
      }
      int[] each = {
        marks.inner(),
        marks.questions(),
        marks.exclamations(),
        marks.quotes(),
        marks.brackets(),
        marks.pauses(),
        numbers,
        side.sentences()[i].length
      };
      for (int k = 0; k < each.length; k++) {
        sums[k][i + 1] = sums[k][i] + each[k];
      }
    }
    return sums;
  }
}
