package dragoman.alignment;

import java.util.Arrays;

/**
 * How much of a sentence one witness finds again in one, two or three sentences of the other text,
 * for all places in a band: each word gives what its best answer there is worth. A word whose
 * answers stand everywhere is worth nothing, one whose answer stands in one place is worth most.
 * Sums are made when a sentence is first asked for, and can be let go behind it.
 */
final class Evidence {
  /** The most sentences on one side of a bead. */
  static final int SPAN = 3;

  /** How many sentences around count as everywhere, however long the text. */
  private static final double NEIGHBOURHOOD = 20;

  private final Side side;
  private final Bonds bonds;
  private final Band band;
  private final int[][] postings;
  private final int otherSize;
  private final float[] worth;
  private final float[][][] sums;
  private final byte[][][] hits;
  private final float[] best;
  private final int[] touched;
  private int released;

  /**
   * Prepares the sums of one side's sentences.
   *
   * @param band places of this side's sentences against the other's
   */
  Evidence(Side side, Bonds bonds, Side other, Band band) {
    this.side = side;
    this.bonds = bonds;
    this.band = band;
    this.postings = other.postings();
    this.otherSize = other.size();
    this.worth = worth(bonds, postings, side.tokens().size(), otherSize);
    this.sums = new float[side.size()][][];
    this.hits = new byte[side.size()][][];
    this.best = new float[otherSize];
    this.touched = new int[otherSize];
  }

  /** What a sentence finds in so many (1 to 3) of the other text's sentences from one on. */
  float of(int sentence, int other, int span) {
    if (sums[sentence] == null) {
      sum(sentence);
    }
    return sums[sentence][span - 1][other - band.first()[sentence]];
  }

  /** How many of a sentence's words are found there at all. */
  int hits(int sentence, int other, int span) {
    if (sums[sentence] == null) {
      sum(sentence);
    }
    return hits[sentence][span - 1][other - band.first()[sentence]];
  }

  /** Lets go the sums of the sentences before one. */
  void release(int before) {
    for (; released < before; released++) {
      sums[released] = null;
      hits[released] = null;
    }
  }

  private void sum(int sentence) {
    int from = band.first()[sentence];
    int width = band.last()[sentence] - from + 1;
    int to = Math.min(band.last()[sentence] + SPAN, otherSize);
    sums[sentence] = new float[SPAN][width];
    hits[sentence] = new byte[SPAN][width];
    for (int token : side.sentences()[sentence]) {
      if (bonds.others(token).length > 0) {
        int count = answers(sentence, token, from, to);
        for (int k = 0; k < count; k++) {
          add(sentence, touched[k], from, worth[token]);
        }
        for (int k = 0; k < count; k++) {
          best[touched[k]] = 0;
        }
      }
    }
  }

  /** Notes for each sentence in sight how good the best answer there is. */
  private int answers(int sentence, int token, int from, int to) {
    int count = 0;
    int[] others = bonds.others(token);
    for (int k = 0; k < others.length; k++) {
      int[] places = postings[others[k]];
      int at = Arrays.binarySearch(places, from);
      for (int p = at < 0 ? -at - 1 : at; p < places.length && places[p] < to; p++) {
        float strength = bonds.strength(token, k, sentence, places[p]);
        if (strength > 0) {
          if (best[places[p]] == 0) {
            touched[count++] = places[p];
          }
          best[places[p]] = Math.max(best[places[p]], strength);
        }
      }
    }
    return count;
  }

  /** Adds an answer to each span in which it is the first of the best. */
  private void add(int sentence, int place, int from, float value) {
    float gain = best[place];
    float before = 0;
    for (int back = 0; back < SPAN; back++) {
      int begin = place - back;
      if (back > 0 && begin >= 0) {
        before = Math.max(before, best[begin]);
      }
      int at = begin - from;
      if (at < 0 || gain <= before) {
        return;
      }
      float behind = 0;
      for (int b = back; b < SPAN; b++) {
        int end = begin + b;
        if (end > place && end < otherSize) {
          behind = Math.max(behind, best[end]);
        }
        if (at < sums[sentence][b].length && gain >= behind) {
          sums[sentence][b][at] += value * gain;
          hits[sentence][b][at]++;
        }
      }
    }
  }

  private static float[] worth(Bonds bonds, int[][] postings, int tokens, int size) {
    float[] worth = new float[tokens];
    double around = Math.min(size, NEIGHBOURHOOD);
    for (int token = 0; token < tokens; token++) {
      int[] others = bonds.others(token);
      double strongest = 0;
      double places = 0;
      for (int k = 0; k < others.length; k++) {
        strongest = Math.max(strongest, bonds.strength(token, k));
      }
      if (strongest > 0) {
        for (int k = 0; k < others.length; k++) {
          places += postings[others[k]].length * bonds.strength(token, k) / strongest;
        }
        double near = Math.max(1, Math.min(places, size) * around / size);
        worth[token] = (float) Math.log((around + 1) / near);
      }
    }
    return worth;
  }
}
