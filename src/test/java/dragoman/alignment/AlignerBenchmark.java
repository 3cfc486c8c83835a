package dragoman.alignment;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to align two texts of made-up words, by their length: it should grow as the length does. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class AlignerBenchmark {
  private static final String[] LATIN = {
    "ba", "ra", "ko", "mi", "tu", "len", "dor", "sha", "gan", "ves", "nik", "pol", "zu", "fe"
  };
  private static final String[] CYRILLIC = {
    "ба", "ра", "ко", "ми", "ту", "лен", "дор", "ша", "ган", "вес", "ник", "пол", "зу", "фе"
  };
  private static final int VOCABULARY = 6000;
  private static final int WORDS = 18;

  /** Sentences on a side. */
  @Param({"250", "1000", "4000", "16000"})
  public int sentences;

  private final Aligner aligner = new Aligner();
  final List<String> source = new ArrayList<>();
  final List<String> target = new ArrayList<>();

  /**
   * One word in four sounds alike in both languages, the others have a translation of their own.
   */
  @Setup
  public void write() {
    Random random = new Random(7);
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int k = 0; k < VOCABULARY; k++) {
      StringBuilder a = new StringBuilder();
      StringBuilder b = new StringBuilder();
      for (int n = 2 + random.nextInt(3); n > 0; n--) {
        int syllable = random.nextInt(LATIN.length);
        a.append(LATIN[syllable]);
        b.append(CYRILLIC[k % 4 == 0 ? syllable : random.nextInt(CYRILLIC.length)]);
      }
      left.add(a.toString());
      right.add(b.toString());
    }
    for (int i = 0; i < sentences; i++) {
      StringBuilder a = new StringBuilder();
      StringBuilder b = new StringBuilder();
      for (int n = 5 + random.nextInt(WORDS); n > 0; n--) {
        int word = (int) (VOCABULARY * Math.pow(random.nextDouble(), 3));
        a.append(left.get(word)).append(' ');
        b.append(right.get(word)).append(' ');
      }
      int chance = random.nextInt(20);
      if (chance != 0) {
        source.add(a.toString().strip() + ".");
      }
      if (chance != 1) {
        target.add(b.toString().strip() + ".");
      }
    }
  }

  /** Aligns both texts. */
  @Benchmark
  public Alignment align() {
    return aligner.align(LanguageTag.of("en"), source, LanguageTag.of("ru"), target);
  }
}
