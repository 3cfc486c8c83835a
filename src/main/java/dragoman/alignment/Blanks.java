package dragoman.alignment;

import java.util.ArrayList;
import java.util.List;

/**
 * A text without its blank sentences: those answer nothing, and bound paragraphs where nothing else
 * does.
 *
 * @param text the rest
 * @param places where each sentence of the rest stood
 * @param size how many sentences there were
 */
record Blanks(Text text, List<Integer> places, int size) {

  static Blanks without(Text text) {
    List<String> sentences = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<Integer> paragraphs = new ArrayList<>();
    boolean known = !text.paragraphs().isEmpty();
    boolean begins = true;
    int next = 0;
    for (int i = 0; i < text.sentences().size(); i++) {
      if (next < text.paragraphs().size() && text.paragraphs().get(next) == i) {
        begins = true;
        next++;
      }
      String sentence = text.sentences().get(i);
      if (sentence.isBlank()) {
        begins |= !known;
      } else {
        if (begins) {
          paragraphs.add(sentences.size());
          begins = false;
        }
        sentences.add(sentence);
        places.add(i);
      }
    }
    Text rest = new Text(text.language(), sentences, paragraphs);
    return new Blanks(rest, places, text.sentences().size());
  }

  /** The beads with the places of the whole texts, and an open bead for each blank sentence. */
  static List<Bead> restore(List<Bead> beads, Blanks source, Blanks target) {
    List<Bead> restored = new ArrayList<>();
    int i = 0;
    int j = 0;
    for (Bead bead : beads) {
      List<Integer> left = bead.source().stream().map(source.places::get).toList();
      List<Integer> right = bead.target().stream().map(target.places::get).toList();
      i = blanks(restored, i, left.isEmpty() ? i : left.get(0), true, left);
      j = blanks(restored, j, right.isEmpty() ? j : right.get(0), false, right);
      restored.add(new Bead(left, right, bead.confidence()));
      i = left.isEmpty() ? i : blanks(restored, i, left.get(left.size() - 1) + 1, true, left);
      j = right.isEmpty() ? j : blanks(restored, j, right.get(right.size() - 1) + 1, false, right);
    }
    blanks(restored, i, source.size, true, List.of());
    blanks(restored, j, target.size, false, List.of());
    return restored;
  }

  private static int blanks(
      List<Bead> beads, int from, int to, boolean source, List<Integer> taken) {
    for (int place = from; place < to; place++) {
      if (!taken.contains(place)) {
        List<Integer> blank = List.of(place);
        beads.add(source ? new Bead(blank, List.of(), 1) : new Bead(List.of(), blank, 1));
      }
    }
    return to;
  }
}
