package dragoman.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes sentences up, the same for the same seed: rare and common words, forms, numbers, repeats.
 */
final class Corpus {
  private static final String[] SYLLABLES =
      "ba be bo da de do ga go ka ke ko la le lo ma me mo na no pa po ra re ro sa se so ta te to va vo"
          .split(" ");
  private static final String[] ENDINGS = {"", "", "", "s", "ed", "ing", "er"};
  private static final String[] MARKS = {".", ".", ".", "!", "?", " …", ""};

  private final Random random;
  private final List<String> stems = new ArrayList<>();

  Corpus(long seed, int vocabulary) {
    random = new Random(seed);
    for (int i = 0; i < vocabulary; i++) {
      StringBuilder stem = new StringBuilder();
      int syllables = 1 + random.nextInt(3);
      for (int k = 0; k <= syllables; k++) {
        stem.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      stems.add(stem.append("nt").toString());
    }
  }

  String sentence() {
    int length = 1 + Math.min(random.nextInt(12), random.nextInt(25));
    List<String> words = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      words.add(word());
    }
    return String.join(" ", words) + MARKS[random.nextInt(MARKS.length)];
  }

  /** The sentence with a few words exchanged, put in, taken out, said twice, or in another form. */
  String varied(String sentence) {
    List<String> words = new ArrayList<>(List.of(sentence.split(" ")));
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(7)) {
        case 0, 1 -> words.set(at, word());
        case 2 -> words.add(at, word());
        case 3 -> {
          if (words.size() > 1) {
            words.remove(at);
          }
        }
        case 4 -> words.add(at, words.get(random.nextInt(words.size())));
        case 5 -> words.set(at, words.get(at).toUpperCase(java.util.Locale.ROOT));
        default -> words.set(at, words.get(at) + ENDINGS[random.nextInt(ENDINGS.length)]);
      }
    }
    return String.join(" ", words);
  }

  private String word() {
    if (random.nextInt(20) == 0) {
      return Integer.toString(random.nextInt(1000));
    }
    // Squared twice, so that some words are in every other sentence and most in few.
    double rank = Math.pow(random.nextDouble(), 4);
    return stems.get((int) (rank * stems.size())) + ENDINGS[random.nextInt(ENDINGS.length)];
  }
}
