package dragoman.memory;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.storage.Page;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
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
 * A concordance by the index, and the same by reading every unit: {@code mvn -Pbench verify
 * -DskipTests -Dbench=Concordance}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 2, time = 5)
public class ConcordanceBenchmark {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");

  @Param({"20000", "200000"})
  private int units;

  @Param({"WORD", "LETTERS", "PHRASE", "ABSENT"})
  private Searched searched;

  private Path folder;
  private Database database;
  private Memories memories;
  private List<String> queries;
  private int next;

  /** What is looked for. */
  public enum Searched {
    /** A word of a sentence. */
    WORD,
    /** Three letters from anywhere in a sentence. */
    LETTERS,
    /** Two words that stand together. */
    PHRASE,
    /** Two words that hardly ever do. */
    ABSENT
  }

  /** A memory of made-up sentences, and queries from some of them. */
  @Setup
  public void fill() throws IOException {
    folder = Files.createTempDirectory("concordance");
    database = Database.inFolder(folder);
    memories = Memories.open(database, folder.resolve("index"));
    Corpus corpus = new Corpus(5, 30_000);
    Random random = new Random(7);
    queries = new ArrayList<>();
    try (UnitWriter writer = memories.writer(memories.create("archive", ""), "benchmark")) {
      for (int i = 0; i < units; i++) {
        String sentence = corpus.sentence();
        writer.add(
            NewUnit.of(
                Variant.of(EN, TaggedText.of(sentence)),
                Variant.of(AZ, TaggedText.of(sentence + " (az)"))));
        String[] words = sentence.split(" ");
        if (i % 50 == 0 && queries.size() < 1_000 && words.length > 3) {
          queries.add(query(sentence, words, random));
        }
      }
    }
    memories.awaitIndex(Duration.ofMinutes(10));
  }

  private String query(String sentence, String[] words, Random random) {
    int word = random.nextInt(words.length - 2);
    int letter = random.nextInt(sentence.length() - 3);
    return switch (searched) {
      case WORD -> words[word];
      case LETTERS -> sentence.substring(letter, letter + 3);
      case PHRASE -> words[word] + " " + words[word + 1];
      case ABSENT -> words[word + 2] + " " + words[word];
    };
  }

  /** The next of the queries, a screen full. */
  @Benchmark
  public Page<Concordance> byIndex() {
    return memories.concordance(query(), EN, AZ, List.of(), 0, 50);
  }

  /** The proof. */
  @Benchmark
  public Page<Concordance> byReadingEveryUnit() {
    return memories.concordanceExhaustively(query(), EN, AZ, List.of(), 0, 50);
  }

  private String query() {
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
