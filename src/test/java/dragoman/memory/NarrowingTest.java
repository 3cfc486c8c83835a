package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The index loses nothing, on texts made to be hard for it, at any threshold, limit and penalty.
 */
class NarrowingTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AR = LanguageTag.of("ar");
  private static final LanguageTag TR = LanguageTag.of("tr");
  private static final String[] WORDS = {
    "school", "schools", "the", "the", "damage", "damaged", "7", "40", "open", "opening", "road"
  };
  private static final String[] ARABIC = {
    "مدرسة", "المدرسة", "مدارس", "طريق", "الطريق", "٤٠", "في", "من"
  };
  private static final List<String> SOURCES = new ArrayList<>();

  private static Path folder;
  private static Database database;
  private static Memories memories;

  @BeforeContainer
  static void fill() throws IOException {
    folder = Files.createTempDirectory("narrowing");
    database = Database.inFolder(folder);
    memories = Memories.open(database, folder.resolve("index"));
    Random random = new Random(9);
    for (int i = 0; i < 500; i++) {
      SOURCES.add(made(random, i % 3 == 0 ? ARABIC : WORDS, random.nextInt(12)));
    }
    SOURCES.addAll(
        List.of("…", "***", "* * *", "—", "the the the the the", "school ".repeat(80).strip()));
    SOURCES.add(made(random, WORDS, 5_000));
    SOURCES.add(made(random, WORDS, 3_600));
    Memory trusted = memories.create("trusted", "");
    Memory doubted = memories.create("doubted", "");
    doubted =
        memories.update(new Memory(doubted.id(), "doubted", "", 3, 7, false, doubted.version()));
    try (UnitWriter one = memories.writer(trusted, "x");
        UnitWriter other = memories.writer(doubted, "x")) {
      for (int i = 0; i < SOURCES.size(); i++) {
        String source = SOURCES.get(i);
        if (!source.isBlank()) {
          LanguageTag language =
              source.codePoints().anyMatch(c -> c > 0x5ff && c < 0x700) ? AR : EN;
          NewUnit unit =
              NewUnit.of(
                  Variant.of(language, TaggedText.of(source)),
                  Variant.of(TR, TaggedText.of("tr " + i)));
          (i % 4 == 1 ? other : one).add(unit);
        }
      }
    }
    memories.awaitIndex(Duration.ofMinutes(1));
  }

  @AfterContainer
  static void close() throws IOException {
    memories.close();
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 150)
  void aLookupIsTheScanInContentAndOrder(
      @ForAll("queries") String text,
      @ForAll @IntRange(min = 1, max = 101) int threshold,
      @ForAll @IntRange(min = 1, max = 700) int limit,
      @ForAll boolean arabic,
      @ForAll boolean doubtedOnly) {
    List<Long> asked =
        doubtedOnly ? List.of(memories.find("doubted").orElseThrow().id()) : List.of();
    Query query =
        new Query(
            arabic ? AR : EN, TR, TaggedText.of(text), Optional.empty(), threshold, limit, asked);
    assertEquals(told(memories.lookupExhaustively(query)), told(memories.lookup(query)));
  }

  private static List<String> told(List<Match> matches) {
    return matches.stream()
        .map(m -> m.unit().id() + " " + m.score() + " " + m.kind() + " " + m.reasons())
        .toList();
  }

  @Provide
  Arbitrary<String> queries() {
    Arbitrary<String> made =
        Arbitraries.integers()
            .between(0, 14)
            .flatMap(
                length ->
                    Arbitraries.integers()
                        .between(0, 1_000_000)
                        .map(
                            seed ->
                                made(new Random(seed), seed % 3 == 0 ? ARABIC : WORDS, length)));
    Arbitrary<String> known = Arbitraries.integers().between(0, 505).map(SOURCES::get);
    Arbitrary<String> hard =
        Arbitraries.of(
            "",
            " ",
            "…",
            "* * *",
            "?",
            "?!",
            "€",
            "(€)",
            "the",
            "the the the",
            "40",
            "7 7 7",
            "school school",
            "SCHOOL!",
            "school ".repeat(75),
            "unknown words only",
            "من");
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, made),
        net.jqwik.api.Tuple.of(3, known),
        net.jqwik.api.Tuple.of(2, hard));
  }

  private static String made(Random random, String[] words, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(words[random.nextInt(words.length)]).append(random.nextInt(9) == 0 ? ", " : " ");
    }
    return text.toString().strip();
  }
}
