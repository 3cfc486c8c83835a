package dragoman.alignment;

/** A witness's links as they hold between two given sentences. */
interface Bonds {
  /** The tokens of the other text that may answer a token. */
  int[] others(int token);

  /** How surely, from 0 to 1, the k-th of them answers it, wherever they stand. */
  float strength(int token, int k);

  /** The same for a token of one sentence and its answer in another. */
  default float strength(int token, int k, int sentence, int other) {
    return strength(token, k);
  }

  /** The same seen from the other text. */
  Bonds reversed();
}
