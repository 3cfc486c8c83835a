package dragoman.alignment;

/** The lexicon's links between two texts, less what two sentences taught it themselves. */
final class LexiconBonds implements Bonds {
  private final Links counts;
  private final float[] totals;
  private final float[] otherTotals;
  private final Taught taught;
  private final boolean reversed;

  LexiconBonds(Links counts, float[] totals, float[] otherTotals, Taught taught) {
    this(counts, totals, otherTotals, taught, false);
  }

  private LexiconBonds(
      Links counts, float[] totals, float[] otherTotals, Taught taught, boolean reversed) {
    this.counts = counts;
    this.totals = totals;
    this.otherTotals = otherTotals;
    this.taught = taught;
    this.reversed = reversed;
  }

  @Override
  public int[] others(int token) {
    return counts.others(token);
  }

  @Override
  public float strength(int token, int k) {
    int other = counts.others(token)[k];
    return Lexicon.strength(counts.strength(token, k), totals[token], otherTotals[other]);
  }

  @Override
  public float strength(int token, int k, int sentence, int place) {
    float own = reversed ? taught.weight(place, sentence) : taught.weight(sentence, place);
    int other = counts.others(token)[k];
    return Lexicon.strength(
        counts.strength(token, k) - own, totals[token] - own, otherTotals[other] - own);
  }

  @Override
  public LexiconBonds reversed() {
    return new LexiconBonds(counts.reversed(), otherTotals, totals, taught, !reversed);
  }
}
