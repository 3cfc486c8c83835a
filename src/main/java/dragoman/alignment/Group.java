package dragoman.alignment;

import java.util.List;

/**
 * Sentences of two or more texts that answer each other, or those of one text that nothing answers.
 *
 * @param sides for each text the places of its sentences, from 0, one behind the other; empty where
 *     the text has none
 * @param confidence how probable it is, from 0 to 1, that exactly these belong together
 * @param contradicted whether the pairs of texts contradict each other here
 */
public record Group(List<List<Integer>> sides, double confidence, boolean contradicted) {

  /** Keeps copies of the lists. */
  public Group {
    sides = sides.stream().map(List::copyOf).toList();
  }

  /** Whether only one text has a sentence here. */
  public boolean open() {
    return sides.stream().filter(side -> !side.isEmpty()).count() < 2;
  }
}
