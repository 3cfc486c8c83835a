package dragoman.segmentation;

import dragoman.language.LanguageTag;
import java.util.List;
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

/**
 * One thread over one long paragraph of a million UTF-16 units: the fixtures, each sentence in
 * doubt, so slower than news; a language of each file of rules. Operations a second are millions of
 * units a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SegmenterBenchmark {
  private static final int LENGTH = 1_000_000;

  @Param({"en", "az", "ru", "uk", "tr", "hy", "ka", "de", "fr", "ar", "he", "pl", "und", "dots"})
  private String text;

  private Segmenter segmenter;
  private LanguageTag language;
  private String paragraph;

  /** Builds the paragraph. */
  @Setup
  public void build() {
    segmenter = Segmenter.ofBundledRules();
    language = LanguageTag.of(text.equals("dots") ? "en" : text.equals("und") ? "zxx" : text);
    StringBuilder built = new StringBuilder();
    while (built.length() < LENGTH) {
      if (text.equals("dots")) {
        built.append("? ");
      } else {
        Fixtures.of(text).forEach(p -> built.append(p.text()).append(' '));
      }
    }
    paragraph = built.substring(0, LENGTH);
  }

  /** Splits it. */
  @Benchmark
  public List<Sentence> split() {
    return segmenter.split(language, paragraph);
  }
}
