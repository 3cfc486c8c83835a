package dragoman.alignment;

/**
 * What each measure of a bead weighs. The weights make the probability of right alignments greatest
 * (a conditional random field), fitted on news in ten language pairs and on German and French
 * mountaineering prose; a bead's probability is therefore its confidence.
 */
final class Weights {
  /** For the witnesses that need no lexicon. */
  static final Weights ANCHORS =
      new Weights(
          new double[] {
            -2.086, 0.918, -0.550, -1.027, -5.108, -2.275, -1.301, 0.079, 0.736, 1.041, 0.370,
            0.545, 0.000, 1.056, 0.970, 1.547, 0.000, 1.565, -1.383, -1.944, -1.288, 0.049, -1.149,
            0.207, -1.404, -1.500, -0.700
          });

  /** With a lexicon that one short text taught. */
  private static final Weights FEW =
      new Weights(
          new double[] {
            -2.196, 0.633, -0.313, -0.794, -4.691, -1.903, -1.297, 0.007, 0.433, 0.445, -0.399,
            -0.111, -1.005, 0.214, 0.557, 1.124, 0.755, 3.316, -1.408, -1.688, -1.119, 0.042,
            -1.252, 0.004, -1.392, -1.500, -0.700
          });

  /** With a lexicon that a long text or many texts taught. */
  private static final Weights MANY =
      new Weights(
          new double[] {
            -1.153, 1.043, -0.236, -0.514, -3.632, -1.438, -1.079, 0.001, 0.616, 0.375, -0.150,
            -0.140, -0.189, 0.159, 0.000, 0.237, 1.976, 2.907, -1.236, -1.486, -0.968, 0.015,
            -1.078, 0.068, -1.218, -1.500, -0.700
          });

  /** Sure beads of one short text, and of many texts. */
  private static final double FEW_LESSONS = 30;

  private static final double MANY_LESSONS = 400;

  private final double[] weights;

  Weights(double[] weights) {
    this.weights = weights.clone();
  }

  /**
   * For all witnesses, with a lexicon taught by so many sure beads: the more, the more it weighs.
   */
  static Weights taught(int lessons) {
    double share =
        Math.log(Math.max(1, lessons) / FEW_LESSONS) / Math.log(MANY_LESSONS / FEW_LESSONS);
    double trust = Math.max(0, Math.min(1, share));
    double[] mixed = new double[Measures.COUNT];
    for (int k = 0; k < mixed.length; k++) {
      mixed[k] = FEW.weights[k] + trust * (MANY.weights[k] - FEW.weights[k]);
    }
    return new Weights(mixed);
  }

  double score(double[] measures) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * measures[k];
    }
    return sum;
  }
}
