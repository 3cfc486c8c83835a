package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.language.Words;
import dragoman.storage.Database;
import dragoman.text.TaggedText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What is offered of a sentence's parts where no unit is like the whole. */
class AssemblyTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final String DENIED =
      "A spokesman for the Ministry of Defence denied all of it yesterday evening.";

  /** Five that say it, and others that say half of it. */
  private static final List<Pair> MINISTRIES =
      List.of(
          pair("The Ministry of Defence bought tents.", "Müdafiə Nazirliyi çadır alıb."),
          pair("Tents came from the Ministry of Defence.", "Çadırlar Müdafiə Nazirliyindən gəlib."),
          pair("Officials at the Ministry of Defence slept.", "Müdafiə Nazirliyi rəsmiləri yatıb."),
          pair("The Ministry of Defence has a garden.", "Müdafiə Nazirliyinin bağı var."),
          pair("He likes the Ministry of Defence.", "O, Müdafiə Nazirliyi ilə razıdır."),
          pair("The Ministry of Culture bought chairs.", "Mədəniyyət Nazirliyi stul alıb."),
          pair("The Ministry of Culture has a hall.", "Mədəniyyət Nazirliyinin zalı var."),
          pair("Defence is costly.", "Müdafiə bahadır."),
          pair("She spoke of defence at noon.", "O, günorta müdafiədən danışıb."));

  private static Database database;
  private static Memories memories;

  /** Each test asks a memory of its own. */
  private Memory memory;

  @BeforeAll
  static void open(@TempDir Path folder) {
    database = Database.inFolder(folder);
    memories = Memories.open(database, folder.resolve("index"));
  }

  @BeforeEach
  void begin(TestInfo test) {
    memory = memories.create(test.getDisplayName(), "");
  }

  @AfterAll
  static void close() {
    memories.close();
    database.close();
  }

  @Test
  void aPhraseIsWhatTheTargetsOfTheUnitsThatSayItShareAndOthersLack() {
    write(MINISTRIES);
    assertEquals(List.of("Ministry of Defence = Müdafiə Nazirliyi (PHRASE)"), pieces(DENIED));
    Piece piece = memories.pieces(query(DENIED), Names.NONE, OptionalLong.empty()).get(0);
    assertEquals(5, piece.units());
    assertEquals("Ministry of Defence", DENIED.substring(piece.start(), piece.end()));
  }

  @Test
  void whatTwoUnitsSayOrOneSentenceThriceProvesNothing() {
    write(MINISTRIES.subList(3, 9));
    assertEquals(List.of(), pieces(DENIED));
    Memory first = memory;
    Memory second = memories.create("second", "");
    Memory third = memories.create("third", "");
    write(second, MINISTRIES.subList(3, 5));
    write(third, MINISTRIES.subList(3, 5));
    List<Long> all = List.of(first.id(), second.id(), third.id());
    Query query = new Query(EN, AZ, TaggedText.of(DENIED), Optional.empty(), 70, 9, all);
    assertEquals(List.of(), memories.pieces(query, Names.NONE, OptionalLong.empty()));
  }

  @Test
  void whatComesInOneTargetOnlyProvesNothing() {
    List<Pair> pairs = new ArrayList<>();
    for (String thing : List.of("tents", "chairs", "lamps", "ropes")) {
      pairs.add(pair("The Ministry of Defence bought " + thing + ".", "Müdafiə Nazirliyi alıb."));
    }
    write(pairs);
    assertEquals(List.of(), pieces(DENIED));
  }

  @Test
  void whatIsTooShortForThePhraseIsNotItsTranslation() {
    write(
        MINISTRIES.stream()
            .map(one -> pair(one.source, one.target.replace("Müdafiə Nazirliyi", "MN")))
            .toList());
    assertEquals(List.of(), pieces(DENIED));
  }

  @Test
  void whatOtherUnitsSayAsOftenIsNotTheTranslation() {
    List<Pair> pairs = new ArrayList<>(MINISTRIES);
    for (String where : List.of("Hall", "Garden", "Bridge", "Road", "School")) {
      pairs.add(pair(where + " five is open.", "Müdafiə Nazirliyi " + where + " beş açıqdır."));
    }
    write(pairs);
    assertEquals(List.of(), pieces(DENIED));
  }

  @Test
  void aUnitThatSaysAPartByItselfIsAPieceWithoutItsFullStop() {
    write(
        List.of(
            pair("Two lorries left Baku.", "İki yük maşını Bakıdan yola düşüb."),
            pair("Baku", "Bakı")));
    String sentence = "This morning two lorries left Baku for the mountain villages of the north.";
    assertEquals(
        List.of("two lorries left Baku = İki yük maşını Bakıdan yola düşüb (UNIT)"),
        pieces(sentence));
    Piece piece = memories.pieces(query(sentence), Names.NONE, OptionalLong.empty()).get(0);
    assertEquals(OptionalLong.of(unit("lorries").id()), piece.unit());
    assertEquals(
        List.of("Baku = Bakı (UNIT)"),
        pieces("Seven doctors went from Baku to see the wounded people there."));
  }

  @Test
  void aUnitWithAnotherNumberIsNoPiece() {
    write(List.of(pair("40 tonnes of flour", "40 ton un"), pair("50 tonnes", "50 ton")));
    String sentence = "They had brought 50 tonnes of flour to the village before the night fell.";
    assertEquals(List.of("50 tonnes = 50 ton (UNIT)"), pieces(sentence));
  }

  @Test
  void theLongestComesFirstAndTermsFillTheRest() {
    write(MINISTRIES);
    Names names =
        terms(List.of(pair("Defence", "müdafiə"), pair("spokesman", "sözçü"), pair("of", "x")));
    List<Piece> pieces = memories.pieces(query(DENIED), names, OptionalLong.empty());
    assertEquals(
        List.of(
            "spokesman = sözçü (TERM)",
            "Ministry of Defence = Müdafiə Nazirliyi (PHRASE)",
            "of = x (TERM)"),
        said(DENIED, pieces));
  }

  @Test
  void deletedUnitsAndTheSentencesOwnUnitSayNothing() {
    write(List.of(pair("Two lorries left", "İki yük maşını yola düşüb")));
    String sentence = "Two lorries left the town in the early hours of this cold morning.";
    assertEquals(1, pieces(sentence).size());
    Unit unit = unit("lorries");
    OptionalLong own = OptionalLong.of(unit.id());
    assertEquals(List.of(), memories.pieces(query(sentence), Names.NONE, own));
    memories.delete(unit.id(), unit.version(), "Leyla");
    assertEquals(List.of(), pieces(sentence));
  }

  @Test
  void anythingMayBeAskedFor() {
    write(MINISTRIES);
    for (String text : List.of("…", "40", "وزارة الدفاع قالت ذلك أمس", "x ".repeat(3000))) {
      assertEquals(List.of(), pieces(text));
    }
    String long1 = "Ministry of Defence ".repeat(100).strip();
    assertTrue(pieces(long1).size() <= 9);
  }

  @Test
  void piecesStandInOrderLapOverNothingAndAreTheSameEachTime() {
    Corpus corpus = new Corpus(3, 60);
    Random random = new Random(3);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String source = corpus.sentence();
      pairs.add(pair(source, source.replace('a', 'ə')));
    }
    write(pairs);
    int some = 0;
    for (int i = 0; i < 60; i++) {
      String sentence =
          corpus.sentence() + " " + pairs.get(random.nextInt(pairs.size())).source + " unheard";
      List<Piece> pieces = memories.pieces(query(sentence), Names.NONE, OptionalLong.empty());
      int end = 0;
      for (Piece piece : pieces) {
        assertTrue(piece.start() >= end && piece.end() > piece.start(), pieces.toString());
        end = piece.end();
        if (piece.kind() == Piece.Kind.UNIT) {
          Unit unit = memories.unit(piece.unit().orElseThrow());
          assertEquals(
              words(sentence.substring(piece.start(), piece.end())),
              words(unit.variant(EN).orElseThrow().text().plain()));
        }
      }
      some += pieces.isEmpty() ? 0 : 1;
      assertEquals(pieces, memories.pieces(query(sentence), Names.NONE, OptionalLong.empty()));
    }
    assertTrue(some > 30, "with pieces: " + some);
  }

  private Unit unit(String text) {
    UnitSearch search = new UnitSearch(memory.id(), text, Optional.empty(), false, 0, 1);
    return memories.search(search).items().get(0);
  }

  private static List<String> words(String text) {
    return Words.of(EN, dragoman.language.Casing.folded(EN, text)).stream()
        .map(Words.Word::form)
        .toList();
  }

  private List<String> pieces(String sentence) {
    return said(sentence, memories.pieces(query(sentence), Names.NONE, OptionalLong.empty()));
  }

  private static List<String> said(String sentence, List<Piece> pieces) {
    return pieces.stream()
        .map(
            one ->
                sentence.substring(one.start(), one.end())
                    + " = "
                    + one.text()
                    + " ("
                    + one.kind()
                    + ")")
        .toList();
  }

  private static Names terms(List<Pair> terms) {
    return new Names() {
      @Override
      public List<Name> in(LanguageTag language, String text) {
        List<Name> names = new ArrayList<>();
        for (Words.Word word : Words.of(language, text)) {
          for (Pair term : terms) {
            if (term.source.equals(word.form())) {
              names.add(new Name(term, word.start(), word.end(), term.source));
            }
          }
        }
        return names;
      }

      @Override
      public Optional<String> written(Object concept, LanguageTag language) {
        return Optional.of(((Pair) concept).target);
      }
    };
  }

  private Query query(String sentence) {
    return new Query(
        EN, AZ, TaggedText.of(sentence), Optional.empty(), 70, 9, List.of(memory.id()));
  }

  private void write(List<Pair> pairs) {
    write(memory, pairs);
  }

  private void write(Memory into, List<Pair> pairs) {
    try (UnitWriter writer = memories.writer(into, "Leyla")) {
      for (Pair pair : pairs) {
        writer.add(
            NewUnit.of(
                Variant.of(EN, TaggedText.of(pair.source)),
                Variant.of(AZ, TaggedText.of(pair.target))));
      }
    }
    assertTrue(memories.awaitIndex(Duration.ofSeconds(60)));
  }

  private record Pair(String source, String target) {}

  private static Pair pair(String source, String target) {
    return new Pair(source, target);
  }
}
