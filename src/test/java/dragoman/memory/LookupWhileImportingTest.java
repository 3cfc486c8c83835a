package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.text.TaggedText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten threads look sentences up, and one confirms, while another imports units like those that they
 * look for. The scan before and the scan after bound what each lookup between them may say.
 */
class LookupWhileImportingTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final LanguageTag RU = LanguageTag.of("ru");
  private static final int THREADS = 10;
  private static final int BEFORE = 600;
  private static final int IMPORTED = 5_400;
  private static final int CONFIRMED = 10;
  private static final int QUERIES = 20;
  private static final int MOST_PASSES = 3;
  private static final long MOST_SECONDS = 240;

  private final Corpus corpus = new Corpus(17, 700);
  private final List<String> sentences = new ArrayList<>();
  private final List<Query> queries = new ArrayList<>();
  private final AtomicBoolean imported = new AtomicBoolean();

  /** What a lookup says of a unit; a unit has one source in these. */
  private record Said(long unit, int score, String source, String target) {
    static Set<Said> of(List<Match> matches) {
      Set<Said> said = new HashSet<>();
      for (Match m : matches) {
        assertTrue(
            said.add(
                new Said(
                    m.unit().id(),
                    m.score(),
                    m.source().text().plain(),
                    m.target().text().plain())),
            "said twice: unit " + m.unit().id());
      }
      return said;
    }
  }

  @Test
  void tenThreadsLoseNothingSayNothingWrongAndWaitForNobodyWhileOneImports(@TempDir Path folder)
      throws Exception {
    try (Database database = Database.inFolder(folder);
        Memories memories = Memories.open(database, folder.resolve("index"))) {
      Memory memory = memories.create("news", "");
      fill(memories, memory);
      List<Set<Said>> before = scanned(memories);
      assertTrue(before.stream().mapToInt(Set::size).sum() > QUERIES / 2, "nothing to lose");

      List<List<Set<Said>>> said = new ArrayList<>();
      queries.forEach(query -> said.add(new ArrayList<>()));
      // Each looks all of them up once before the import may go on from its middle.
      CountDownLatch lookedUp = new CountDownLatch(THREADS + 1);
      CountDownLatch begun = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS + 2);
      try {
        List<Future<?>> work = new ArrayList<>();
        work.add(threads.submit(importing(memories, memory, begun, lookedUp)));
        work.add(threads.submit(confirming(memories, memory, begun, lookedUp)));
        for (int i = 0; i < THREADS; i++) {
          int first = i;
          work.add(threads.submit(() -> lookingUp(memories, first, begun, lookedUp, said)));
        }
        for (Future<?> one : work) {
          one.get(MOST_SECONDS, TimeUnit.SECONDS);
        }
      } finally {
        threads.shutdownNow();
      }

      List<Set<Said>> after = scanned(memories);
      for (int i = 0; i < QUERIES; i++) {
        String asked = queries.get(i).source().plain();
        assertTrue(said.get(i).size() >= THREADS, "never looked up while importing: " + asked);
        for (Set<Said> found : said.get(i)) {
          assertEquals(Set.of(), without(before.get(i), found), "lost for: " + asked);
          assertEquals(Set.of(), without(found, after.get(i)), "wrong for: " + asked);
        }
        assertEquals(after.get(i), Said.of(memories.lookup(queries.get(i))), asked);
      }
      assertTrue(
          after.stream().mapToInt(Set::size).sum() > before.stream().mapToInt(Set::size).sum());
    }
  }

  private void fill(Memories memories, Memory memory) {
    try (UnitWriter writer = memories.writer(memory, "x")) {
      for (int i = 0; i < BEFORE; i++) {
        String sentence = corpus.sentence();
        sentences.add(sentence);
        writer.add(NewUnit.of(variant(EN, sentence), variant(AZ, "az " + i)));
      }
    }
    for (int i = 0; i < QUERIES; i++) {
      // Every other one is of a sentence that the import merges into, the rest get more like them.
      String sentence = corpus.varied(sentences.get(i * (BEFORE / QUERIES) + i % 2));
      queries.add(Query.of(EN, AZ, TaggedText.of(sentence), 65, 5_000));
    }
  }

  private List<Set<Said>> scanned(Memories memories) {
    return memories.lookupExhaustively(queries).stream().map(Said::of).toList();
  }

  private Callable<Void> importing(
      Memories memories, Memory memory, CountDownLatch begun, CountDownLatch lookedUp) {
    List<NewUnit> units = new ArrayList<>();
    for (int i = 0; i < IMPORTED; i++) {
      String like = sentences.get(i % sentences.size());
      // One in ten merges into a unit that is there: it moves in the index while it is looked for.
      units.add(
          i % 10 == 0
              ? NewUnit.of(variant(EN, like), variant(RU, "ru " + i % sentences.size()))
              : NewUnit.of(variant(EN, like + " x" + i), variant(AZ, "new " + i)));
    }
    return () -> {
      try (UnitWriter writer = memories.writer(memory, "import")) {
        for (int i = 0; i < IMPORTED; i++) {
          writer.add(units.get(i));
          if (i == IMPORTED - 500) {
            begun.countDown();
          } else if (i == IMPORTED - 100) {
            assertTrue(lookedUp.await(MOST_SECONDS, TimeUnit.SECONDS), "lookups are blocked");
          }
        }
      } finally {
        begun.countDown();
        imported.set(true);
      }
      return null;
    };
  }

  private Callable<Void> confirming(
      Memories memories, Memory memory, CountDownLatch begun, CountDownLatch confirmed) {
    return () -> {
      begun.await();
      for (int i = 0; i < CONFIRMED; i++) {
        TaggedText source = TaggedText.of("Qasr" + i + " was confirmed meanwhile.");
        memories.confirm(
            new Confirmation(
                memory.id(),
                EN,
                source,
                AZ,
                TaggedText.of("təsdiq " + i),
                new Context(EN, Optional.empty(), Optional.empty()),
                "Leyla",
                OptionalLong.empty(),
                Map.of("segment", "s" + i)));
        List<Match> found = memories.lookup(Query.of(EN, AZ, source, 100, 5));
        assertEquals(1, found.size(), "not found at once: " + source.plain());
      }
      assertFalse(imported.get(), "confirmed only once the import was through");
      confirmed.countDown();
      return null;
    };
  }

  private Void lookingUp(
      Memories memories,
      int first,
      CountDownLatch begun,
      CountDownLatch lookedUp,
      List<List<Set<Said>>> said)
      throws InterruptedException {
    begun.await();
    for (int pass = 0; pass == 0 || pass < MOST_PASSES && !imported.get(); pass++) {
      for (int i = 0; i < QUERIES; i++) {
        int at = (first * 4 + i) % QUERIES;
        Set<Said> found = Said.of(memories.lookup(queries.get(at)));
        synchronized (said.get(at)) {
          said.get(at).add(found);
        }
      }
      if (pass == 0) {
        lookedUp.countDown();
      }
    }
    return null;
  }

  private static Set<Said> without(Set<Said> all, Set<Said> some) {
    Set<Said> left = new HashSet<>(all);
    left.removeAll(some);
    return left;
  }

  private static Variant variant(LanguageTag language, String text) {
    return Variant.of(language, TaggedText.of(text));
  }
}
