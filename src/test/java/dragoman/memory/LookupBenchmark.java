package dragoman.memory;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A lookup by the index, and the same by scoring every unit: {@code mvn -Pbench verify -DskipTests
 * -Dbench=Lookup}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 2, time = 5)
public class LookupBenchmark {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final int VARIED = 4;

  @Param({"20000", "200000"})
  private int units;

  private Path folder;
  private Database database;
  private Memories memories;
  private List<Query> queries;
  private int next;

  /** A memory of made-up sentences, each with some like it, and queries like some of them. */
  @Setup
  public void fill() throws IOException {
    folder = Files.createTempDirectory("lookup");
    database = Database.inFolder(folder);
    memories = Memories.open(database, folder.resolve("index"));
    Corpus corpus = new Corpus(5, 30_000);
    queries = new ArrayList<>();
    try (UnitWriter writer = memories.writer(memories.create("archive", ""), "benchmark")) {
      for (int i = 0; i < units / (VARIED + 1); i++) {
        String sentence = corpus.sentence();
        add(writer, sentence);
        for (int k = 0; k < VARIED; k++) {
          add(writer, corpus.varied(sentence));
        }
        if (queries.size() < 1_000) {
          queries.add(Query.of(EN, AZ, TaggedText.of(corpus.varied(sentence)), 70, 20));
        }
      }
    }
    memories.awaitIndex(Duration.ofMinutes(10));
  }

  private static void add(UnitWriter writer, String sentence) {
    writer.add(
        new NewUnit(
            List.of(
                Variant.of(EN, TaggedText.of(sentence)),
                Variant.of(AZ, TaggedText.of(sentence + " (az)"))),
            Metadata.EMPTY,
            List.of()));
  }

  /** The next of the queries. */
  @Benchmark
  public List<Match> byIndex() {
    return memories.lookup(query());
  }

  /** The proof. */
  @Benchmark
  public List<Match> byScoringEveryUnit() {
    return memories.lookupExhaustively(query());
  }

  private Query query() {
    next = (next + 1) % queries.size();
    return queries.get(next);
  }

  /** Leaves nothing behind. */
  @TearDown
  public void empty() throws IOException {
    memories.close();
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
