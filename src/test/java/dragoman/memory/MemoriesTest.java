package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.storage.Database;
import dragoman.storage.StaleVersionException;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a memory promises, on each database that it runs on. */
class MemoriesTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final LanguageTag RU = LanguageTag.of("ru");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static EmbeddedPostgres postgres;

  @TempDir Path folder;

  enum Store {
    H2,
    POSTGRES
  }

  @BeforeAll
  static void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    postgres.close();
  }

  private Database open(Store store) {
    if (store == Store.H2) {
      return Database.inFolder(folder);
    }
    String name = "memories" + NUMBER.incrementAndGet();
    try (Database server =
        Database.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")) {
      server.jdbi().useHandle(h -> h.execute("CREATE DATABASE " + name));
    }
    return Database.at(postgres.getJdbcUrl("postgres", name), "postgres", "postgres");
  }

  private Memories memories(Database database) {
    return Memories.open(database, folder.resolve("index" + NUMBER.incrementAndGet()));
  }

  @ParameterizedTest
  @EnumSource
  void aConfirmedSentenceIsFoundAtOnceInEveryDirection(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("news", "desk");
      long unit =
          confirm(memories, memory, "The road to Barda is open.", AZ, "Bərdəyə gedən yol açıqdır.")
              .unit()
              .id();
      Confirmed russian =
          confirm(memories, memory, "The road to Barda is open.", RU, "Дорога в Барду открыта.");
      assertEquals(unit, russian.unit().id());
      assertEquals(Outcome.MERGED, russian.outcome());
      Match match = only(memories, Query.of(AZ, RU, text("Bərdəyə gedən yol açıqdır."), 70, 20));
      assertEquals(100, match.score());
      assertEquals(Kind.EXACT, match.kind());
      assertEquals("Дорога в Барду открыта.", match.target().text().plain());
      assertEquals(unit, match.unit().id());
      assertEquals("s1", match.unit().origin().get("segment"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneOfSixWordsExchangedIs83(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("news", "");
      confirm(memories, memory, "Two schools were damaged on Sunday.", AZ, "Bazar günü.");
      Match match =
          only(memories, Query.of(EN, AZ, text("Two schools were damaged on Monday."), 70, 20));
      assertEquals(83, match.score());
      assertEquals(Kind.FUZZY, match.kind());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameUnitsTwiceDoubleNothing(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("news", "");
      List<NewUnit> units = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        units.add(
            NewUnit.of(
                Variant.of(EN, text("Sentence " + i)), Variant.of(RU, text("Предложение " + i))));
      }
      assertEquals(new Tally(20, 0, 0), write(memories, memory, units));
      assertEquals(new Tally(0, 0, 20), write(memories, memory, units));
      assertEquals(
          new Tally(1, 1, 0),
          write(
              memories,
              memory,
              List.of(
                  NewUnit.of(Variant.of(EN, text("Sentence 3")), Variant.of(AZ, text("Cümlə 3"))),
                  NewUnit.of(Variant.of(EN, text("Sentence 3")), Variant.of(RU, text("Другое"))))));
      List<Unit> read = new ArrayList<>();
      memories.eachUnit(memory, read::add);
      assertEquals(21, read.size());
      assertEquals(3, read.get(3).variants().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void tagsMetadataAndContextsAreKept(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("news", "");
      TaggedText tagged =
          new TaggedText(
              "A bold word",
              List.of(
                  new Tag(2, Tag.Kind.OPEN, 1, "b", "<b>"),
                  new Tag(6, Tag.Kind.CLOSE, 1, "b", "</b>")));
      Metadata metadata =
          new Metadata(
              Map.of("creationid", "LEYLA"),
              List.of(new Property("x-project", "", "flood")),
              List.of("a note"));
      NewUnit unit =
          new NewUnit(
              List.of(new Variant(EN, tagged, metadata), Variant.of(AZ, text("Qalın söz"))),
              metadata,
              List.of(new Context(EN, Optional.of("Before."), Optional.of(""))));
      write(memories, memory, List.of(unit));
      Query plain = Query.of(EN, AZ, tagged, 70, 20);
      Match match = only(memories, plain);
      assertEquals(100, match.score());
      assertEquals(tagged, match.source().text());
      assertEquals(metadata, match.source().metadata());
      assertEquals(metadata, match.unit().metadata());
      Query between =
          new Query(
              EN,
              AZ,
              tagged,
              Optional.of(new Context(EN, Optional.of("Before."), Optional.of(""))),
              70,
              20,
              List.of(memory.id()));
      assertEquals(101, only(memories, between).score());
      assertEquals(99, only(memories, Query.of(EN, AZ, text("A bold word"), 70, 20)).score());
    }
  }

  @ParameterizedTest
  @EnumSource
  void historyIsNeverOverwrittenAndAStaleVersionIsRefused(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("news", "");
      Unit unit = confirm(memories, memory, "One came.", AZ, "Biri gəldi.").unit();
      Unit edited =
          memories.updateVariant(unit.id(), unit.version(), AZ, text("Bir nəfər gəldi."), "Rauf");
      assertThrows(
          StaleVersionException.class,
          () -> memories.updateVariant(unit.id(), unit.version(), AZ, text("x"), "Leyla"));
      Unit deleted = memories.delete(unit.id(), edited.version(), "Rauf");
      assertTrue(deleted.deleted());
      assertTrue(memories.lookup(Query.of(EN, AZ, text("One came."), 70, 20)).isEmpty());
      memories.restore(unit.id(), deleted.version(), "Leyla");
      assertEquals(
          "Bir nəfər gəldi.",
          only(memories, Query.of(EN, AZ, text("One came."), 70, 20)).target().text().plain());
      List<UnitChange> history = memories.history(unit.id());
      assertEquals(
          List.of(
              UnitChange.What.RESTORED,
              UnitChange.What.DELETED,
              UnitChange.What.EDITED,
              UnitChange.What.CONFIRMED),
          history.stream().map(UnitChange::what).toList());
      assertEquals("Biri gəldi.", history.get(3).variants().get(1).text().plain());
      assertEquals("Leyla", history.get(3).who());
    }
  }

  @ParameterizedTest
  @EnumSource
  void confirmingAgainCorrectsWhatNoOtherSegmentStandsBehind(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("news", "");
      Unit first = confirm(memories, memory, "One came.", AZ, "Biri gəldi.", "s1", 0).unit();
      Unit corrected =
          confirm(memories, memory, "One came.", AZ, "Bir nəfər gəldi.", "s1", first.id()).unit();
      assertEquals(first.id(), corrected.id());
      assertEquals("Bir nəfər gəldi.", corrected.variant(AZ).orElseThrow().text().plain());
      Confirmed same = confirm(memories, memory, "One came.", AZ, "Bir nəfər gəldi.", "s2", 0);
      assertEquals(Outcome.UNCHANGED, same.outcome());
      Confirmed own = confirm(memories, memory, "One came.", AZ, "Gəldi.", "s2", same.unit().id());
      assertEquals(Outcome.ADDED, own.outcome());
      assertEquals(2, memories.lookup(Query.of(EN, AZ, text("One came."), 70, 20)).size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMemoryThatReplacesOffersTheLastTargetAloneAndKeepsTheOthersInTheHistory(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory both = memories.create("news", "");
      assertEquals(Updating.KEEP_BOTH, both.updating());
      Unit first = confirm(memories, both, "One came.", AZ, "Biri gəldi.").unit();
      confirm(memories, both, "One came.", RU, "Один пришёл.");
      Unit second = confirm(memories, both, "One came.", AZ, "Gəldi.", "s2", 0).unit();
      assertEquals(2, memories.lookup(Query.of(EN, AZ, text("One came."), 70, 20)).size());
      Memory replaces = memories.update(both.with(Updating.REPLACE));
      assertEquals(Updating.REPLACE, memories.get(both.id()).updating());

      Confirmed last = confirm(memories, replaces, "One came.", AZ, "Bir nəfər gəldi.", "s3", 0);
      Match match = only(memories, Query.of(EN, AZ, text("One came."), 70, 20));
      assertEquals("Bir nəfər gəldi.", match.target().text().plain());
      assertEquals(first.id(), last.unit().id());
      assertEquals("Один пришёл.", last.unit().variant(RU).orElseThrow().text().plain());
      assertTrue(memories.unit(second.id()).deleted(), "it says nothing that the other lacks");

      UnitChange before = memories.history(first.id()).get(1);
      assertEquals("Biri gəldi.", before.variants().get(1).text().plain());
      memories.updateVariant(
          first.id(), last.unit().version(), AZ, before.variants().get(1).text(), "Rauf");
      assertEquals(
          "Biri gəldi.",
          only(memories, Query.of(EN, AZ, text("One came."), 70, 20)).target().text().plain());
      assertEquals(
          Outcome.UNCHANGED,
          confirm(memories, replaces, "One came.", AZ, "Biri gəldi.", "s4", 0).outcome());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReplacedTargetLeavesWhatOnlyTheOtherUnitSays(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("news", "");
      confirm(memories, memory, "One came.", AZ, "Biri gəldi.");
      Unit other = confirm(memories, memory, "One came.", AZ, "Gəldi.", "s2", 0).unit();
      memories.updateVariant(other.id(), other.version(), RU, text("Пришёл."), "Rauf");
      Memory replaces = memories.update(memory.with(Updating.REPLACE));
      confirm(memories, replaces, "One came.", AZ, "Bir nəfər gəldi.", "s3", 0);
      assertEquals("Bir nəfər gəldi.", only(memories, AZ, RU, "Bir nəfər gəldi.").source());
      assertEquals("Пришёл.", only(memories, AZ, RU, "Bir nəfər gəldi.").target());
    }
  }

  private record Pair(String source, String target) {}

  private static Pair only(Memories memories, LanguageTag from, LanguageTag to, String source) {
    Match match = only(memories, Query.of(from, to, text(source), 70, 20));
    return new Pair(match.source().text().plain(), match.target().text().plain());
  }

  @ParameterizedTest
  @EnumSource
  void aReadOnlyMemoryRefusesAndAPenaltyIsShown(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("news", "");
      Unit unit = confirm(memories, memory, "One came.", AZ, "Biri gəldi.").unit();
      Memory changed =
          memories.update(new Memory(memory.id(), "archive", "desk", 3, 5, true, memory.version()));
      assertThrows(StaleVersionException.class, () -> memories.update(memory));
      assertThrows(
          IllegalArgumentException.class,
          () -> confirm(memories, changed, "Two came.", AZ, "İkisi gəldi."));
      assertThrows(
          IllegalArgumentException.class, () -> memories.delete(unit.id(), unit.version(), "Rauf"));
      assertThrows(IllegalArgumentException.class, () -> memories.create("archive", ""));
      Match match = only(memories, Query.of(EN, AZ, text("One came."), 70, 20));
      assertEquals(95, match.score());
      assertEquals(5, match.reasons().get(0).points());
      assertTrue(memories.lookup(Query.of(EN, AZ, text("One came."), 96, 20)).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void languagesMeetByScriptAndAreKeptAsGiven(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("news", "");
      write(
          memories,
          memory,
          List.of(
              NewUnit.of(
                  Variant.of(LanguageTag.of("az-Latn-AZ"), text("Salam")),
                  Variant.of(LanguageTag.of("en-GB"), text("Hello")))));
      Match match = only(memories, Query.of(AZ, EN, text("Salam"), 70, 20));
      assertEquals("az-Latn-AZ", match.source().language().value());
      assertTrue(
          memories
              .lookup(Query.of(LanguageTag.of("az-Cyrl"), EN, text("Salam"), 70, 20))
              .isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyPartOfATextIsFoundWithoutRegardToCaseByLanguage(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("news", "");
      Unit unit = confirm(memories, memory, "In Imishli.", AZ, "İmişlidə IŞIQ var.").unit();
      confirm(memories, memory, "In Ganja.", AZ, "Gəncədə.");
      assertEquals(1, search(memories, memory, "işlidə ışıq", Optional.empty(), false));
      assertEquals(0, search(memories, memory, "işlidə işıg", Optional.empty(), false));
      assertEquals(0, search(memories, memory, "işlidə", Optional.of(EN), false));
      assertEquals(2, search(memories, memory, "", Optional.empty(), false));
      memories.delete(unit.id(), unit.version(), "Rauf");
      assertEquals(0, search(memories, memory, "işlidə", Optional.empty(), false));
      assertEquals(1, search(memories, memory, "işlidə", Optional.empty(), true));
      assertEquals(
          "In Ganja.",
          memories
              .concordance("GƏNC", AZ, EN, List.of(), 0, 10)
              .items()
              .get(0)
              .other()
              .orElseThrow()
              .text()
              .plain());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSearchThatFindsNothingGoesOnWithoutMarksAndSigns(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("news", "");
      confirm(memories, memory, "In Baku.", AZ, "Bakıda.");
      confirm(memories, memory, "The ICRC came.", AZ, "BQXK «yardım» gətirdi.");
      assertEquals(1, search(memories, memory, "baki", Optional.empty(), false));
      assertEquals(1, search(memories, memory, "BAKİ", Optional.empty(), false));
      assertEquals(1, search(memories, memory, "icrc*", Optional.empty(), false));
      assertEquals(1, search(memories, memory, "\"yardim", Optional.of(AZ), false));
      assertEquals(1, memories.concordance("baki", AZ, EN, List.of(), 0, 10).total());
      confirm(memories, memory, "Baki is a name.", AZ, "Baki bir addır.");
      assertEquals(
          1, search(memories, memory, "Bakı", Optional.of(AZ), false), "what is exact comes alone");
      assertEquals(0, search(memories, memory, "*", Optional.empty(), false));
    }
  }

  @ParameterizedTest
  @EnumSource
  void unitsThatCouldNotBeWrittenBehindFailTheNextCall(Store store) {
    try (Database database = open(store);
        Memories memories = memories(database)) {
      Memory memory = memories.create("desk", "");
      UnitWriter writer = memories.writer(memory, "Leyla");
      memories.update(
          new Memory(memory.id(), "desk", "", memory.priority(), 0, true, memory.version()));
      NewUnit unit =
          NewUnit.of(
              Variant.of(EN, text("Ships wait.")), Variant.of(AZ, text("Gəmilər gözləyir.")));
      for (int i = 0; i < 5_000; i++) {
        writer.add(unit);
      }
      assertThrows(RuntimeException.class, writer::flush);
      assertThrows(RuntimeException.class, writer::close);
      assertEquals(0, search(memories, memory, "*", Optional.empty(), false));
    }
  }

  private static long search(
      Memories memories,
      Memory memory,
      String text,
      Optional<LanguageTag> language,
      boolean deleted) {
    return memories.search(new UnitSearch(memory.id(), text, language, deleted, 0, 10)).total();
  }

  private static Tally write(Memories memories, Memory memory, List<NewUnit> units) {
    UnitWriter writer = memories.writer(memory, "Leyla");
    try (writer) {
      units.forEach(writer::add);
    }
    return writer.tally();
  }

  private static Match only(Memories memories, Query query) {
    List<Match> matches = memories.lookup(query);
    assertEquals(1, matches.size(), matches::toString);
    assertEquals(matches, memories.lookupExhaustively(query));
    return matches.get(0);
  }

  private static Confirmed confirm(
      Memories memories, Memory memory, String source, LanguageTag to, String target) {
    return confirm(memories, memory, source, to, target, "s1", 0);
  }

  private static Confirmed confirm(
      Memories memories,
      Memory memory,
      String source,
      LanguageTag to,
      String target,
      String segment,
      long previous) {
    return memories.confirm(
        new Confirmation(
            memory.id(),
            EN,
            text(source),
            to,
            text(target),
            new Context(EN, Optional.of(""), Optional.of("")),
            "Leyla",
            previous == 0 ? OptionalLong.empty() : OptionalLong.of(previous),
            Map.of("segment", segment, "slug", "road")));
  }

  private static TaggedText text(String plain) {
    return TaggedText.of(plain);
  }
}
