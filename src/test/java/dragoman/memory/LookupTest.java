package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.storage.StorageException;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index finds is what is there, whatever has become of the index. */
class LookupTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir Path folder;

  private Memories open(Database database) {
    return Memories.open(database, folder.resolve("index"));
  }

  @Test
  void aLookupIsTheSameAsScoringEveryUnit() {
    Corpus corpus = new Corpus(1, 3_000);
    List<String> sentences = new ArrayList<>();
    while (sentences.size() < 20_000) {
      String sentence = corpus.sentence();
      sentences.add(sentence);
      for (int i = 0; i < 4; i++) {
        sentences.add(corpus.varied(sentence));
      }
    }
    try (Database database = Database.inFolder(folder);
        Memories memories = open(database)) {
      Memory trusted = memories.create("trusted", "");
      Memory other = memories.create("other", "");
      other = memories.update(new Memory(other.id(), "other", "", 5, 3, false, other.version()));
      fill(memories, trusted, sentences.subList(0, 12_000));
      fill(memories, other, sentences.subList(12_000, 20_000));
      assertTrue(memories.awaitIndex(LONG));
      int found = 0;
      int[] thresholds = {70, 60, 70, 30, 50, 85, 95, 100};
      List<Query> queries = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String text = corpus.varied(sentences.get(i * 97));
        int threshold = thresholds[i % thresholds.length];
        queries.add(
            new Query(EN, AZ, text(text), Optional.empty(), threshold, 1 + i % 30, List.of()));
      }
      List<List<Match>> expected = memories.lookupExhaustively(queries);
      for (int i = 0; i < queries.size(); i++) {
        List<Match> matches = memories.lookup(queries.get(i));
        assertEquals(expected.get(i), matches, queries.get(i).source().plain());
        found += matches.size();
      }
      assertTrue(found > 300, "only " + found + " matches: the corpus shows nothing");
      for (Query query :
          List.of(
              Query.of(EN, AZ, text(sentences.get(5)), 1, 50),
              Query.of(EN, AZ, text(""), 1, 50),
              Query.of(EN, AZ, text("…"), 1, 50),
              Query.of(EN, AZ, text("12"), 1, 50))) {
        assertEquals(memories.lookupExhaustively(query), memories.lookup(query));
      }
    }
  }

  @Test
  void anIndexThatIsDeletedCorruptedOrBehindMendsItself() throws IOException {
    Corpus corpus = new Corpus(2, 500);
    List<String> sentences = Stream.generate(corpus::sentence).limit(3_000).distinct().toList();
    try (Database database = Database.inFolder(folder)) {
      Memory memory;
      Path saved = folder.resolve("saved");
      try (Memories memories = open(database)) {
        memory = memories.create("news", "");
        fill(memories, memory, sentences.subList(0, 1_000));
        assertTrue(memories.awaitIndex(LONG));
      }
      copy(folder.resolve("index"), saved);
      try (Memories memories = open(database)) {
        fill(memories, memory, sentences.subList(1_000, sentences.size()));
        everythingIsFound(memories, sentences);
      }
      delete(folder.resolve("index"));
      try (Memories memories = open(database)) {
        everythingIsFound(memories, sentences);
      }
      delete(folder.resolve("index"));
      copy(saved, folder.resolve("index"));
      try (Memories memories = open(database)) {
        everythingIsFound(memories, sentences);
      }
      for (String kind : List.of(".si", ".cfs", "segments_")) {
        damage(folder.resolve("index"), kind);
        try (Memories memories = open(database)) {
          everythingIsFound(memories, sentences);
        }
      }
    }
  }

  @Test
  void anotherProcessOnTheIndexFolderIsSaidInOneSentence() {
    try (Database database = Database.inFolder(folder);
        Memories memories = open(database)) {
      StorageException e = assertThrows(StorageException.class, () -> open(database));
      assertTrue(e.getMessage().startsWith("Another process uses the index folder"));
      assertTrue(memories.indexState().current());
    }
  }

  @Test
  void anIndexOfAnotherDatabaseIsDropped() {
    try (Database database = Database.inFolder(folder.resolve("one"));
        Memories memories = open(database)) {
      fill(memories, memories.create("news", ""), List.of("One came."));
      assertTrue(memories.awaitIndex(LONG));
    }
    try (Database database = Database.inFolder(folder.resolve("two"));
        Memories memories = open(database)) {
      fill(memories, memories.create("news", ""), List.of("Two went away."));
      assertTrue(memories.lookup(Query.of(EN, AZ, text("One came."), 70, 20)).isEmpty());
      assertFalse(memories.lookup(Query.of(EN, AZ, text("Two went away."), 70, 20)).isEmpty());
    }
  }

  @Test
  void twoWhoConfirmAtOnceLoseNothingAndOthersFindItAtOnce() throws Exception {
    try (Database database = Database.inFolder(folder);
        Memories memories = open(database)) {
      Memory memory = memories.create("news", "");
      ExecutorService people = Executors.newFixedThreadPool(3);
      List<Future<?>> work = new ArrayList<>();
      for (int person = 0; person < 3; person++) {
        String name = "person" + person;
        work.add(
            people.submit(
                () -> {
                  for (int i = 0; i < 40; i++) {
                    String sentence = "Sentence " + name + " word" + i + ".";
                    confirm(memories, memory, sentence, name + i);
                    List<Match> matches =
                        memories.lookup(Query.of(EN, AZ, text(sentence), 100, 20));
                    assertEquals(1, matches.size(), sentence);
                  }
                  return null;
                }));
      }
      for (Future<?> future : work) {
        future.get();
      }
      people.shutdown();
      List<Unit> units = new ArrayList<>();
      memories.eachUnit(memory, units::add);
      assertEquals(120, units.size());
      assertEquals(120, units.stream().map(Unit::id).distinct().count());
    }
  }

  @Test
  void lookupsWhileAnImportRunsAreRight() throws Exception {
    Corpus corpus = new Corpus(3, 2_000);
    List<String> sentences = Stream.generate(corpus::sentence).limit(8_000).distinct().toList();
    try (Database database = Database.inFolder(folder);
        Memories memories = open(database)) {
      Memory memory = memories.create("news", "");
      fill(memories, memory, sentences.subList(0, 500));
      ExecutorService importer = Executors.newSingleThreadExecutor();
      Future<?> importing =
          importer.submit(() -> fill(memories, memory, sentences.subList(500, sentences.size())));
      int at = 0;
      while (!importing.isDone()) {
        String known = sentences.get(at++ % 500);
        assertFalse(memories.lookup(Query.of(EN, AZ, text(known), 100, 5)).isEmpty(), known);
      }
      importing.get();
      importer.shutdown();
      everythingIsFound(memories, sentences);
    }
  }

  private static void everythingIsFound(Memories memories, List<String> sentences) {
    for (int i = 0; i < sentences.size(); i += 37) {
      Query query = Query.of(EN, AZ, text(sentences.get(i)), 100, 5);
      assertFalse(memories.lookup(query).isEmpty(), sentences.get(i));
    }
    assertTrue(memories.awaitIndex(LONG));
    Query query = Query.of(EN, AZ, text(sentences.get(3)), 40, 50);
    assertEquals(memories.lookupExhaustively(query), memories.lookup(query));
  }

  private static void confirm(Memories memories, Memory memory, String source, String segment) {
    memories.confirm(
        new Confirmation(
            memory.id(),
            EN,
            text(source),
            AZ,
            text("az " + source),
            new Context(EN, Optional.of(""), Optional.of("")),
            "Leyla",
            OptionalLong.empty(),
            Map.of("segment", segment)));
  }

  private static void fill(Memories memories, Memory memory, List<String> sentences) {
    try (UnitWriter writer = memories.writer(memory, "import")) {
      for (String sentence : sentences) {
        writer.add(
            NewUnit.of(Variant.of(EN, text(sentence)), Variant.of(AZ, text("az " + sentence))));
      }
    }
  }

  private static TaggedText text(String plain) {
    return TaggedText.of(plain);
  }

  private static void damage(Path index, String kind) throws IOException {
    try (Stream<Path> files = Files.list(index)) {
      Path file =
          files
              .filter(f -> f.getFileName().toString().contains(kind))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no file " + kind + " in the index"));
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), channel.size() / 2);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
