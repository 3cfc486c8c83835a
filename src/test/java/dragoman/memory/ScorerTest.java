package dragoman.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.Casing;
import dragoman.language.LanguageTag;
import dragoman.language.Stems;
import dragoman.language.Words;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * A score is what the rule says: examples by hand, and any texts against the rule written plainly.
 */
class ScorerTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");

  private final Analyzer analyzer = new Analyzer();

  @Test
  void theSameTextIs100() {
    assertEquals(100, score("The road to Barda is open.", "The road to Barda is open."));
  }

  @Test
  void eachKindOfDifferenceBetweenTheSameWordsTakesOnePoint() {
    assertEquals(99, score("Room 12 is open.", "Room 14 is open."));
    assertEquals(99, score("Room 12 is open.", "room 12 IS open."));
    assertEquals(99, score("Room 12 is open.", "Room 12  is open!"));
    assertEquals(97, score("Room 12 is open.", "room 14 is open"));
    TaggedText bold =
        new TaggedText(
            "Room 12 is open.",
            List.of(
                new Tag(5, Tag.Kind.OPEN, 1, "b", "<b>"),
                new Tag(7, Tag.Kind.CLOSE, 1, "b", "</b>")));
    assertEquals(99, score(EN, TaggedText.of("Room 12 is open."), bold));
    assertEquals(96, score(EN, TaggedText.of("room 14 is open"), bold));
  }

  @Test
  void textsWithoutWordsThatDifferInPunctuationOnlyAre99() {
    assertEquals(99, score("?", "?!"));
    assertEquals(99, score("…", "* * *"));
    assertEquals(99, score("(€)", "€"));
    assertEquals(100, score("?!", "?!"));
    assertEquals(0, score("€", "$"));
    assertEquals(0, score("?", "Who?"));
  }

  @Test
  void anotherPlaceOfATagIsADifference() {
    TaggedText one = new TaggedText("a b", List.of(new Tag(1, Tag.Kind.ALONE, 1, "br", "<br>")));
    TaggedText other = new TaggedText("a b", List.of(new Tag(2, Tag.Kind.ALONE, 1, "br", "<br>")));
    assertEquals(99, score(EN, one, other));
    assertEquals(100, score(EN, one, one));
  }

  @Test
  void aWordExchangedInsertedOrDeletedCostsOneAndAnotherFormHalf() {
    assertEquals(
        83, score("Two schools were damaged on Sunday.", "Two schools were damaged on Monday."));
    assertEquals(
        91, score("Two schools were damaged on Sunday.", "Two school were damaged on Sunday."));
    assertEquals(
        85,
        score("Two schools were damaged on Sunday.", "Two big schools were damaged on Sunday."));
    assertEquals(
        83, score("Two schools were damaged on Sunday.", "Two schools were damaged Sunday."));
  }

  @Test
  void otherWordsLeave94AtMost() {
    String many = "one two three four five six seven eight nine ten ".repeat(4);
    assertEquals(94, score(many + "last", many + "other"));
  }

  @Test
  void caseIsTheLanguages() {
    assertEquals(99, score(AZ, TaggedText.of("IŞIQ var"), TaggedText.of("ışıq var")));
    assertEquals(50, score(AZ, TaggedText.of("IŞIQ var"), TaggedText.of("işiq var")));
  }

  @Test
  void textsWithoutWordsMatchByThemselves() {
    assertEquals(100, score("***", "***"));
    assertEquals(99, score("* * *", "***"));
    assertEquals(99, score("***", "—"));
    assertEquals(0, score("***", "Yes"));
    assertEquals(100, score("", ""));
  }

  @Property(tries = 500)
  void anyTextsAgainstTheRuleWrittenPlainly(
      @ForAll("texts") String one, @ForAll("texts") String other) {
    int expected = plainly(one, other);
    int actual = score(one, other);
    assertEquals(expected, actual, one + " | " + other);
    assertEquals(actual, score(other, one));
  }

  @Property(tries = 500)
  void theHashedScoreOfTheIndexIsNeverBelowTheTrueOne(
      @ForAll("texts") String one, @ForAll("texts") String other) {
    Analysis query = analyzer.analyze(EN, TaggedText.of(one));
    Analysis found = analyzer.analyze(EN, TaggedText.of(other));
    if (query.length() == 0 || found.length() == 0) {
      return;
    }
    UnitRows.Placed placed =
        new UnitRows.Placed(
            new Unit(
                7,
                3,
                1,
                List.of(),
                Metadata.EMPTY,
                false,
                java.time.Instant.EPOCH,
                "x",
                java.util.Map.of()),
            9,
            List.of());
    IndexedText text = new IndexedText();
    text.read(IndexedText.of(placed, -1L, "en-Latn", found));
    assertEquals(found.length(), text.words());
    assertEquals(7, text.unitId());
    long[] tokens = new long[query.length()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = query.lexemes()[i].token();
    }
    int doubled = new QueryWords(tokens).doubled(text, Integer.MAX_VALUE / 4);
    int hashed =
        doubled == 0
            ? text.sameWords(IndexedText.Kinds.of("en-Latn", query))
            : Scorer.fuzzyScore(doubled, Math.max(query.length(), found.length()));
    assertEquals(Scorer.score(query, found).score(), hashed);
  }

  @Property(tries = 300)
  void theDistanceByBitsIsTheDistanceByTheTable(
      @ForAll("rows") long[] one, @ForAll("rows") long[] other) {
    assertEquals(table(one, other), WordDistance.doubled(one, other, Integer.MAX_VALUE / 4));
    int most = Math.max(one.length, other.length) / 2;
    int bounded = WordDistance.doubled(one, other, most);
    int exact = table(one, other);
    assertTrue(exact <= most ? bounded == exact : bounded > most, exact + " " + bounded);
  }

  @Provide
  Arbitrary<long[]> rows() {
    Arbitrary<Long> token =
        Arbitraries.longs()
            .between(0, 11)
            .map(i -> ((i / 3) << Analysis.Lexeme.FORM_BITS) | (i % 3));
    return token.array(long[].class).ofMinSize(0).ofMaxSize(150);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "school", "schools", "School", "damaged", "damage", "the", "The", "12", "3.5", "open",
            "opens", "opened", "мост", "مدرسة", "المدرسة", "İ", "ı", "a");
    Arbitrary<String> gaps = Arbitraries.of(" ", " ", " ", ", ", "  ", " — ", "… ");
    return net.jqwik.api.Combinators.combine(words, gaps)
        .as((word, gap) -> word + gap)
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts).strip());
  }

  private int score(String one, String other) {
    return score(EN, TaggedText.of(one), TaggedText.of(other));
  }

  private int score(LanguageTag language, TaggedText one, TaggedText other) {
    return Scorer.score(analyzer.analyze(language, one), analyzer.analyze(language, other)).score();
  }

  /** The rule as design has it, word for word, with the whole table of costs. */
  private static int plainly(String one, String other) {
    List<Words.Word> a = Words.of(EN, one);
    List<Words.Word> b = Words.of(EN, other);
    if (one.equals(other)) {
      return 100;
    }
    if (a.isEmpty() || b.isEmpty()) {
      boolean same = a.isEmpty() && b.isEmpty();
      return same && one.replaceAll("\\s", "").equals(other.replaceAll("\\s", "")) ? 99 : 0;
    }
    double[][] cost = new double[a.size() + 1][b.size() + 1];
    for (int i = 0; i <= a.size(); i++) {
      for (int j = 0; j <= b.size(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        cost[i][j] =
            Math.min(
                cost[i - 1][j - 1] + exchange(a.get(i - 1), b.get(j - 1)),
                Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
      }
    }
    double d = cost[a.size()][b.size()];
    if (d > 0) {
      int most = Math.max(a.size(), b.size());
      return Math.min(94, (int) Math.floor(100 * (most - d) / most + 1e-9));
    }
    boolean numbers = false;
    boolean letters = false;
    StringBuilder gapsA = new StringBuilder(one);
    StringBuilder gapsB = new StringBuilder(other);
    for (int i = a.size() - 1; i >= 0; i--) {
      boolean differ = !a.get(i).form().equals(b.get(i).form());
      numbers |= differ && a.get(i).number();
      letters |= differ && !a.get(i).number();
      gapsA.replace(a.get(i).start(), a.get(i).end(), "w");
      gapsB.replace(b.get(i).start(), b.get(i).end(), "w");
    }
    boolean gaps = !gapsA.toString().contentEquals(gapsB);
    return 100 - (numbers ? 1 : 0) - (letters ? 1 : 0) - (gaps ? 1 : 0);
  }

  private static double exchange(Words.Word a, Words.Word b) {
    String one = a.number() ? "#" : Casing.folded(EN, a.form());
    String other = b.number() ? "#" : Casing.folded(EN, b.form());
    if (one.equals(other)) {
      return 0;
    }
    boolean forms = !a.number() && !b.number() && Stems.stem(EN, one).equals(Stems.stem(EN, other));
    return forms ? 0.5 : 1;
  }

  private static int table(long[] a, long[] b) {
    int[][] cost = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        cost[i][j] =
            i == 0 || j == 0
                ? 2 * (i + j)
                : Math.min(
                    cost[i - 1][j - 1] + WordDistance.exchange(a[i - 1], b[j - 1]),
                    Math.min(cost[i - 1][j], cost[i][j - 1]) + 2);
      }
    }
    return cost[a.length][b.length];
  }
}
