package dragoman.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AlignmentProperties {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag RU = LanguageTag.of("ru");
  private static final String[] SYLLABLES = {
    "ba", "ra", "ko", "mi", "tu", "len", "dor", "sha", "gan", "ves", "nik", "pol"
  };
  private static final String[] SILABY = {
    "ба", "ра", "ко", "ми", "ту", "лен", "дор", "ша", "ган", "вес", "ник", "пол"
  };

  private final Aligner aligner = new Aligner();

  /** Two texts of made-up names, some sentences of which were dropped or joined. */
  private static List<List<String>> texts(long seed, int size) {
    Random random = new Random(seed);
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      StringBuilder a = new StringBuilder();
      StringBuilder b = new StringBuilder();
      for (int words = 3 + random.nextInt(9); words > 0; words--) {
        for (int k = 2 + random.nextInt(2); k > 0; k--) {
          int syllable = random.nextInt(SYLLABLES.length);
          a.append(SYLLABLES[syllable]);
          b.append(SILABY[syllable]);
        }
        a.append(words == 1 ? "." : " ");
        b.append(words == 1 ? "." : " ");
      }
      int chance = random.nextInt(10);
      if (chance != 0) {
        left.add(a.toString());
      }
      if (chance == 1 && !right.isEmpty()) {
        right.set(right.size() - 1, right.get(right.size() - 1) + " " + b);
      } else if (chance != 2) {
        right.add(b.toString());
      }
    }
    return List.of(left, right);
  }

  @Property(tries = 25)
  void linksCoverEachSentenceOnceAndInOrder(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int size) {
    List<List<String>> texts = texts(seed, size);
    Alignment found = aligner.align(EN, texts.get(0), RU, texts.get(1));
    if (found.verdict() == Verdict.ALIGNED) {
      Properties.covers(found, texts.get(0).size(), texts.get(1).size());
    }
  }

  @Property(tries = 15)
  void swappingTheSidesSwapsTheAnswer(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int size) {
    List<List<String>> texts = texts(seed, size);
    assertEquals(
        aligner.align(EN, texts.get(0), RU, texts.get(1)),
        aligner.align(RU, texts.get(1), EN, texts.get(0)).swapped());
  }

  @Property(tries = 2)
  void theBandFindsWhatTheWholePlaneFinds(
      @ForAll long seed, @ForAll @IntRange(min = 240, max = 300) int size) {
    List<List<String>> texts = texts(seed, size);
    Sounds sounds = new Sounds();
    Side source = new Reader(EN, sounds, Meanings.of(EN)).read(Text.of(EN, texts.get(0)));
    Side target = new Reader(RU, sounds, Meanings.of(RU)).read(Text.of(RU, texts.get(1)));
    Map<Witness, Bonds> bonds = new EnumMap<>(Witness.class);
    bonds.put(Witness.NUMBER, Anchors.numbers(source, target));
    bonds.put(Witness.SOUND, Anchors.sounds(source, target));
    List<Bead> banded = Pass.align(source, target, 1, bonds, Weights.ANCHORS);
    List<Bead> whole =
        Pass.align(
            source, target, 1, bonds, Weights.ANCHORS, Band.full(source.size(), target.size()));
    assertEquals(links(whole), links(banded));
  }

  @Property(tries = 25)
  void probabilitiesAreThoseOfAllWaysCountedOneByOne(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int n,
      @ForAll @IntRange(min = 1, max = 4) int m) {
    Random random = new Random(seed);
    double[][][] scores = new double[n + 1][m + 1][Shape.ALL.length];
    for (double[][] row : scores) {
      for (double[] cell : row) {
        for (int k = 0; k < cell.length; k++) {
          cell[k] = (float) random.nextGaussian();
        }
      }
    }
    Trellis trellis =
        new Trellis(n, m, Band.full(n, m), (i, j, shape) -> scores[i][j][shape.ordinal()]);
    double[][][] sums = new double[n + 1][m + 1][Shape.ALL.length];
    double total = everyWay(scores, n, m, 0, 0, 1, sums);
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        for (Shape shape : Shape.ALL) {
          assertEquals(sums[i][j][shape.ordinal()] / total, trellis.probability(i, j, shape), 1e-4);
        }
      }
    }
  }

  /** The slow oracle: walks every way, and gives each bead the weight of the ways through it. */
  private static double everyWay(
      double[][][] scores, int n, int m, int i, int j, double weight, double[][][] sums) {
    if (i == n && j == m) {
      return weight;
    }
    double total = 0;
    for (Shape shape : Shape.ALL) {
      int ni = i + shape.source;
      int nj = j + shape.target;
      if (ni <= n && nj <= m) {
        double factor = Math.exp(scores[i][j][shape.ordinal()]);
        double through = everyWay(scores, n, m, ni, nj, weight * factor, sums);
        sums[i][j][shape.ordinal()] += through;
        total += through;
      }
    }
    return total;
  }

  private static List<String> links(List<Bead> beads) {
    return beads.stream().map(bead -> bead.source() + " " + bead.target()).toList();
  }
}
