package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.Casing;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The index finds what reading every unit finds, in the same order, on texts made to be hard. */
class SearchingTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final List<LanguageTag> LANGUAGES =
      Stream.of("en", "tr", "az", "ar", "lt", "ru", "ja", "en-GB").map(LanguageTag::of).toList();
  private static final String[] WORDS =
      """
      school schools damaged the The of DIYARBAKIR Iğdır İmişli ışıq IŞIQ BAKI Bakı baki Gəncə'də \
      Gəncədə Nyu-York 40 2,5 ½ 1½ naïve naïve café CAFÉ straße STRASSE ΣΟΦΟΣ σοφός school's \
      schoolʼs مدرسة المدرسة مُدَرِّسَة ٤٠ ﻻ school\u00adhouse J̇ ė̃ ёлка Ёлка дорога дороги дорогой 学校 学校は \
      がっこう ガッコウ ｶﾞ ㍿ ㊀a ℡ Ⅷ Ⓐ ﬁne 가각 😀 € % & … « » — ! ? ( ) ; ' ’ ́ ﹰ ͺ a\u00a0b a_b U.S. \
      """
          .strip()
          .split("\\s+");
  private static final String[] GAPS = {" ", " ", " ", " ", "  ", ", ", "", "\u00a0", "-", "\n"};
  private static final List<String> TEXTS = new ArrayList<>();

  private static Path folder;
  private static Database database;
  private static Memories memories;

  @BeforeContainer
  static void fill() throws IOException {
    folder = Files.createTempDirectory("searching");
    database = Database.inFolder(folder);
    memories = Memories.open(database, folder.resolve("index"));
    Random random = new Random(11);
    Memory one = memories.create("one", "");
    Memory other = memories.create("other", "");
    other = memories.update(new Memory(other.id(), "other", "", 3, 7, false, other.version()));
    TEXTS.add("x".repeat(255) + "y");
    TEXTS.add("x".repeat(256) + "y");
    TEXTS.add("z" + "x".repeat(300) + "y and more");
    try (UnitWriter first = memories.writer(one, "x");
        UnitWriter second = memories.writer(other, "x")) {
      for (int i = 0; i < 400; i++) {
        String text = i < TEXTS.size() ? TEXTS.get(i) : made(random, 1 + random.nextInt(8));
        if (i >= TEXTS.size()) {
          TEXTS.add(text);
        }
        LanguageTag from = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        LanguageTag to = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        String into = made(random, 1 + random.nextInt(8));
        if (!text.isBlank() && !into.isBlank() && !from.meets(to)) {
          (i % 3 == 0 ? second : first)
              .add(
                  NewUnit.of(
                      Variant.of(from, TaggedText.of(text)), Variant.of(to, TaggedText.of(into))));
        }
      }
    }
    for (Unit unit :
        memories.search(new UnitSearch(one.id(), "", Optional.empty(), false, 0, 30)).items()) {
      if (unit.id() % 3 == 0) {
        memories.delete(unit.id(), unit.version(), "x");
      } else {
        memories.updateVariant(
            unit.id(), unit.version(), EN, TaggedText.of("now the " + made(random, 3)), "x");
      }
    }
    assertTrue(memories.awaitIndex(Duration.ofMinutes(1)));
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

  @Property(tries = 600)
  void aSearchIsTheScan(
      @ForAll("texts") String text,
      @ForAll @IntRange(min = -8, max = 7) int language,
      @ForAll boolean other,
      @ForAll @IntRange(min = 0, max = 300) int offset,
      @ForAll @IntRange(min = 1, max = 60) int limit) {
    UnitSearch search =
        new UnitSearch(
            memories.find(other ? "other" : "one").orElseThrow().id(),
            text,
            language < 0 ? Optional.empty() : Optional.of(LANGUAGES.get(language)),
            false,
            offset,
            limit);
    assertSame(memories.searchExhaustively(search), memories.search(search));
  }

  @Property(tries = 600)
  void aConcordanceIsTheScan(
      @ForAll("texts") String text,
      @ForAll @IntRange(min = 0, max = 7) int language,
      @ForAll boolean other,
      @ForAll @IntRange(min = 0, max = 300) int offset,
      @ForAll @IntRange(min = 1, max = 60) int limit) {
    long second = memories.find("other").orElseThrow().id();
    List<Long> asked =
        other ? List.of(second) : List.of(memories.find("one").orElseThrow().id(), second);
    LanguageTag from = LANGUAGES.get(language);
    LanguageTag to = LANGUAGES.get((language + 1) % LANGUAGES.size());
    assertSame(
        memories.concordanceExhaustively(text, from, to, asked, offset, limit),
        memories.concordance(text, from, to, asked, offset, limit));
  }

  /** How many were counted may differ where not all were. */
  private static <T> void assertSame(Page<T> scanned, Page<T> found) {
    assertEquals(scanned.items(), found.items());
    if (!scanned.more() && !found.more()) {
      assertEquals(scanned.total(), found.total());
    }
  }

  @Example
  void pagesMakeTheWholeAnswer() {
    long memory = memories.find("one").orElseThrow().id();
    UnitSearch whole = new UnitSearch(memory, "a", Optional.empty(), false, 0, 1_000);
    List<Unit> all = memories.search(whole).items();
    assertTrue(all.size() > 20);
    List<Unit> paged = new ArrayList<>();
    Page<Unit> page;
    do {
      page = memories.search(new UnitSearch(memory, "a", Optional.empty(), false, paged.size(), 7));
      assertTrue(page.total() <= all.size());
      assertEquals(page.more(), page.total() < all.size());
      paged.addAll(page.items());
    } while (paged.size() < page.total());
    assertEquals(all, paged);
  }

  @Example
  void noLanguageMakesLettersSmallInAWayOfItsOwn() {
    StringBuilder every = new StringBuilder();
    IntStream.rangeClosed(1, 0x1ffff)
        .filter(c -> Character.isDefined(c) && (c < 0xd800 || c > 0xdfff))
        .forEach(c -> every.appendCodePoint(c).append(' '));
    List<String> known =
        Stream.of("en", "tr", "lt")
            .map(l -> Casing.folded(LanguageTag.of(l), every.toString()))
            .toList();
    for (String code : Locale.getISOLanguages()) {
      assertTrue(known.contains(Casing.folded(LanguageTag.of(code), every.toString())), code);
    }
  }

  @Example
  void changesBehindTheIndexAreSeen() throws IOException {
    Languages languages = new Languages();
    Analyzer analyzer = new Analyzer();
    UnitRows units = new UnitRows(database.jdbi(), languages);
    MemoryRows rows = new MemoryRows(database.jdbi(), false);
    Memory memory = memories.create("late", "");
    write(memory, "The bridge was opened.", "The bridge is shut.", "A tunnel.");
    IndexFollower follower =
        new IndexFollower(
            database.jdbi(),
            units,
            folder.resolve("second"),
            new IndexDocuments(analyzer, languages),
            database.jdbi().inTransaction(UnitRows::store),
            false);
    try (follower) {
      assertTrue(follower.await(follower.lastPlace(), Duration.ofMinutes(1)));
      UnitIndex.Snapshot snapshot = follower.snapshot().orElseThrow();
      UnitSearch bridge = new UnitSearch(memory.id(), "bridge", Optional.empty(), false, 0, 10);
      List<Unit> found = memories.search(bridge).items();
      memories.delete(found.get(0).id(), found.get(0).version(), "x");
      memories.updateVariant(
          found.get(1).id(), found.get(1).version(), EN, TaggedText.of("The road is shut."), "x");
      Unit tunnel =
          memories
              .search(new UnitSearch(memory.id(), "tunnel", Optional.empty(), false, 0, 10))
              .items()
              .get(0);
      memories.updateVariant(tunnel.id(), tunnel.version(), EN, TaggedText.of("A bridge."), "x");
      write(memory, "Bridges!");
      Searching searching =
          new Searching(
              database.jdbi(), rows, units, languages, analyzer, new Segments(), follower);
      Page<Unit> page = searching.search(bridge, snapshot, follower.lastPlace());
      assertEquals(2, page.total());
      assertEquals(memories.searchExhaustively(bridge), page);
      Lookup.release(snapshot);
    }
  }

  @Example
  void otherFormsComeBehindWhatIsSaidAndAreMarked() {
    Memory memory = memories.create("forms", "");
    write(
        memory, "Opened the roads.", "It opens the road.", "The open road.", "They open 7 roads.");
    List<Long> asked = List.of(memory.id());
    Page<Concordance> page =
        memories.concordance("opens the road", EN, LANGUAGES.get(1), asked, 0, 10);
    assertEquals(
        List.of("It opens the road. false", "Opened the roads. true"),
        page.items().stream().map(c -> c.found().text().plain() + " " + c.otherForm()).toList());
    assertEquals(
        List.of("They open 7 roads."),
        memories.concordance("opened 7 road", EN, LANGUAGES.get(1), asked, 0, 10).items().stream()
            .map(c -> c.found().text().plain())
            .toList());
    assertEquals(
        0, memories.concordance("opened 8 road", EN, LANGUAGES.get(1), asked, 0, 10).total());
  }

  @Example
  void ofVeryManySomeAreCounted() {
    Memory memory = memories.create("many", "");
    write(memory, IntStream.range(0, 500).mapToObj(i -> "Row " + i).toArray(String[]::new));
    assertTrue(memories.awaitIndex(Duration.ofMinutes(1)));
    Page<Unit> page =
        memories.search(new UnitSearch(memory.id(), "row", Optional.of(EN), false, 10, 5));
    assertTrue(page.more());
    assertEquals(200, page.total());
    assertEquals("Row 10", page.items().get(0).variants().get(0).text().plain());
    Page<Unit> deep =
        memories.search(new UnitSearch(memory.id(), "row", Optional.of(EN), false, 495, 10));
    assertFalse(deep.more());
    assertEquals(500, deep.total());
    assertEquals(5, deep.items().size());
    Page<Unit> all =
        memories.search(new UnitSearch(memory.id(), "", Optional.empty(), false, 0, 10));
    assertEquals(500, all.total());
    assertFalse(all.more());
  }

  private static void write(Memory memory, String... texts) {
    try (UnitWriter writer = memories.writer(memory, "x")) {
      for (String text : texts) {
        writer.add(
            NewUnit.of(
                Variant.of(EN, TaggedText.of(text)),
                Variant.of(LANGUAGES.get(1), TaggedText.of("tr of " + text.length()))));
      }
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> made =
        Arbitraries.integers().between(0, 1_000_000).map(seed -> made(new Random(seed), seed % 4));
    Arbitrary<String> part =
        Arbitraries.integers()
            .between(0, 10_000_000)
            .map(
                seed -> {
                  Random random = new Random(seed);
                  String text = TEXTS.get(random.nextInt(TEXTS.size()));
                  int[] points = text.codePoints().toArray();
                  if (points.length == 0) {
                    return "";
                  }
                  int from = random.nextInt(points.length);
                  int length = Math.min(points.length - from, 1 + random.nextInt(14));
                  String cut = new String(points, from, length);
                  return switch (random.nextInt(4)) {
                    case 0 -> cut.toUpperCase(Locale.ROOT);
                    case 1 -> cut.toLowerCase(Locale.forLanguageTag("tr"));
                    default -> cut;
                  };
                });
    Arbitrary<String> hard =
        Arbitraries.of(
            "", " ", "  ", "…", ".", "'", "́", "½", "1", "x".repeat(257), "i", "ı", "İ", "I");
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, made),
        net.jqwik.api.Tuple.of(8, part),
        net.jqwik.api.Tuple.of(1, hard));
  }

  private static String made(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
      text.append(GAPS[random.nextInt(GAPS.length)]);
    }
    return text.toString().strip();
  }
}
