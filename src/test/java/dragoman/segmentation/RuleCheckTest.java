package dragoman.segmentation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that a person might send to stop the server, or by a slip. */
class RuleCheckTest {
  private static final LanguageTag EN = LanguageTag.of("en");

  private static String refused(String before, String after) {
    SrxException e =
        assertThrows(
            SrxException.class,
            () -> Segmenter.check(new SrxRule(true, before, after, "given", "")));
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
    return e.getMessage();
  }

  @Test
  void everyBundledRuleIsSound() {
    for (List<SrxRule> rules : Segmenter.bundled().rules().values()) {
      for (SrxRule rule : rules) {
        assertDoesNotThrow(() -> Segmenter.check(rule), rule::describe);
      }
    }
  }

  /** Each with its mirror image, since what stands before a place is read backwards. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "(a|b)*a(a|b){400}¦(a|b){400}a(a|b)*",
        ".*(?:a.{1,9}){9}.{300}z¦z.{300}(?:.{1,9}a){9}.*",
        "[ab]*a[ab]{30}[ab]{0,30}c¦c[ab]{0,30}[ab]{30}a[ab]*",
        "\\p{L}*\\p{Lu}\\p{L}{300}¦\\p{L}{300}\\p{Lu}\\p{L}*",
        "((a{500}){500}){500}¦((a{500}){500}){500}",
        "(((){1000}){1000}){1000}¦(((){1000}){1000}){1000}"
      })
  void whatRepeatsTooMuchIsRefusedOnEitherSide(String hostile, String mirrored) {
    assertTrue(refused("x", hostile).contains("after the place repeats too much"), hostile);
    assertTrue(refused(mirrored, "").contains("before the place repeats too much"), mirrored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+\\1",
        "a++b",
        "(?>a+)b",
        "(?<=abc)d",
        "(?!abc)d",
        "(?=(a+)+b)",
        "(.)\\1{9}(a|aa)+"
      })
  void whatOnlyBacktrackingCouldRunIsRefusedAndTheReasonSaid(String hostile) {
    String message = refused(hostile, "");
    assertTrue(message.contains("bounded time at character "), message);
    assertTrue(message.contains("back reference"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "(ab¦before the place is wrong at its end",
        "a[b-¦before the place is wrong at its end",
        "ab*+*c¦before the place is wrong at character",
        "x{3,1}¦before the place is wrong at character",
        "Gen\\.)¦before the place is wrong at character 6",
        "\\p{Latinn}¦before the place is wrong at character"
      })
  void aSlipIsNamedWithItsPlace(String pattern, String what) {
    String message = refused(pattern, "\\s");
    assertTrue(message.contains(what), message);
  }

  @Test
  void depthLengthAndNothingAreRefused() {
    assertTrue(refused("(".repeat(900) + ")".repeat(900), "").contains("deep"));
    assertTrue(refused("(".repeat(20_000), "").contains("shorten it to 4,000"));
    assertTrue(refused("[".repeat(1_500), "x").length() < 300);
    assertTrue(refused("", "").contains("write at least one"));
  }

  @Test
  void aForeignFileNestedWithoutEndIsRefusedToo() {
    SrxRule rule = new SrxRule(true, "(".repeat(50_000) + ")".repeat(50_000), "", "x.srx:1", "");
    SrxException e = assertThrows(SrxException.class, () -> new Rules(List.of(rule)));
    assertTrue(e.getMessage().contains("x.srx:1"), e.getMessage());
  }

  /** What the check lets through looks at a text in time linear in its length. */
  @ParameterizedTest
  @ValueSource(strings = {"(a+)+b", "(a|aa)+", "(a*)*b", "([ab]+[ab]+)+c", "(?:a?){40}a{40}"})
  void nestedRepetitionThatStopsOtherEnginesIsHarmlessHere(String pattern) throws SrxException {
    SrxRule rule = new SrxRule(true, pattern, "\\s", "given", "");
    Segmenter.check(rule);
    Segmenter segmenter = Segmenter.ofBundledRules().with(Optional.of(EN), List.of(rule));
    String text = "a".repeat(40_000) + " c. D";
    assertTrue(segmenter.split(EN, text).size() >= 2);
  }

  /** Beyond the trial: states that are made without end are let go again. */
  @Test
  void memoryStaysBoundedWhateverTheTextAsksFor() throws Exception {
    Expression expression = ExpressionParser.parse("(a|b)*a(a|b){60}c").orElseThrow();
    List<com.ibm.icu.text.UnicodeSet> sets = new java.util.ArrayList<>();
    Expression.collect(expression, sets::add);
    Automaton automaton = new Automaton(expression, new Alphabet(sets), false);
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 120_000; i++) {
      text.append(random.nextBoolean() ? 'a' : 'b');
    }
    for (int at = 0; at < text.length(); at += 500) {
      assertFalse(automaton.matches(text, 0, text.length(), at));
    }
    assertTrue(automaton.states() <= 20_000, "" + automaton.states());
    assertEquals(true, automaton.nodes() < 200);
  }
}
