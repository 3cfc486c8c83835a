package dragoman.alignment;

import java.util.List;

/**
 * One of the two texts as the witnesses see it.
 *
 * @param tokens the text's different words and numbers
 * @param sentences for each sentence its tokens' places in {@code tokens}, each once, rising
 * @param lengths for each sentence its length in characters
 * @param marks for each sentence its punctuation
 * @param starts for each sentence whether it opens a paragraph; empty where paragraphs are unknown
 */
record Side(
    List<Token> tokens, int[][] sentences, int[] lengths, List<Marks> marks, boolean[] starts) {

  int size() {
    return sentences.length;
  }

  /** For each token the sentences it stands in, rising. */
  int[][] postings() {
    int[] counts = new int[tokens.size()];
    for (int[] sentence : sentences) {
      for (int token : sentence) {
        counts[token]++;
      }
    }
    int[][] postings = new int[tokens.size()][];
    for (int token = 0; token < postings.length; token++) {
      postings[token] = new int[counts[token]];
    }
    int[] filled = new int[tokens.size()];
    for (int i = 0; i < sentences.length; i++) {
      for (int token : sentences[i]) {
        postings[token][filled[token]++] = i;
      }
    }
    return postings;
  }
}
