package dragoman.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GivenRulesTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag AZ = LanguageTag.of("az");
  private static final Segmenter BUNDLED = Segmenter.ofBundledRules();

  private static List<String> split(Segmenter segmenter, LanguageTag language, String text) {
    return segmenter.split(language, text).stream().map(s -> s.of(text)).toList();
  }

  private static SrxRule rule(boolean breaks, String before, String after) {
    return new SrxRule(breaks, before, after, "given", "");
  }

  private static Segmenter abbreviation(LanguageTag language, String text) {
    return BUNDLED.with(
        Optional.of(language),
        Abbreviation.rules(Optional.of(language), text, "abbreviation “" + text + "”", ""));
  }

  @Test
  void anAbbreviationHoldsAsWrittenCapitalizedAndInCapitals() {
    String text = "The qzlr. Harun came. QZLR. Harun left. Qzlr. Harun slept. Xqzlr. He woke.";
    assertEquals(8, split(BUNDLED, EN, text).size());
    assertEquals(
        List.of(
            "The qzlr. Harun came.",
            "QZLR. Harun left.",
            "Qzlr. Harun slept.",
            "Xqzlr.",
            "He woke."),
        split(abbreviation(EN, "qzlr."), EN, text));
  }

  @Test
  void aCapitalIsTheLanguagesOwn() {
    Segmenter segmenter = abbreviation(AZ, "iqtz.");
    assertEquals(1, split(segmenter, AZ, "İqtz. Naziri gəldi.").size());
    assertEquals(1, split(segmenter, AZ, "İQTZ. Naziri gəldi.").size());
    assertEquals(2, split(segmenter, AZ, "Iqtz. Naziri gəldi.").size());
  }

  @Test
  void anAbbreviationOfSeveralPartsHoldsBetweenThem() {
    Segmenter segmenter = abbreviation(EN, "Qx. Zrt.");
    assertEquals(1, split(segmenter, EN, "He met Qx. Zrt. Ali there.").size());
    assertEquals(1, split(segmenter, EN, "He met Qx.\u00A0Zrt. Ali there.").size());
    assertEquals(2, split(segmenter, EN, "He met Qx. Later he left.").size());
  }

  @Test
  void theLanguagesGivenRulesComeBeforeThoseForEveryLanguageAndBothBeforeTheBundled() {
    Segmenter held = BUNDLED.with(Optional.empty(), List.of(rule(false, "wozu\\.", "\\s")));
    String text = "It was wozu. Then it was not.";
    assertEquals(2, split(BUNDLED, EN, text).size());
    assertEquals(1, split(held, EN, text).size());
    assertEquals(1, split(held, AZ, text).size());
    Segmenter broken =
        held.with(
            Optional.of(EN), List.of(rule(true, "wozu\\.", "\\s"), rule(false, "wozu\\.", "")));
    assertEquals(2, split(broken, EN, text).size(), "the first that matches decides");
    assertEquals(1, split(broken, AZ, text).size());
    assertEquals(2, split(BUNDLED, EN, text).size(), "what was extended stays as it was");
    assertEquals(2, split(broken.with(Optional.empty(), List.of()), AZ, text).size());
  }

  @Test
  void aGivenRuleBreaksWhereNoBundledRuleWould() {
    Segmenter segmenter = BUNDLED.with(Optional.of(EN), List.of(rule(true, "\\s[*]{3}", "\\s")));
    assertEquals(List.of("one ***", "two"), split(segmenter, EN, "one *** two"));
  }

  @Test
  void explainNamesTheGivenRule() {
    Decision decision =
        abbreviation(EN, "qzlr.").explain(EN, "The qzlr. Harun came. He left.").get(0);
    assertTrue(decision.rule().startsWith("abbreviation “qzlr.”"), decision.rule());
    assertEquals("abbreviation “qzlr.”", decision.by().name());
    assertEquals(9, decision.at());
  }

  @Test
  void aLanguageWithoutGivenRulesSharesTheRulesThatAreReady() {
    Segmenter segmenter = abbreviation(EN, "qzlr.");
    String text = "Gəldi. Getdi.";
    assertEquals(BUNDLED.explain(AZ, text), segmenter.explain(AZ, text));
    assertSame(BUNDLED.explain(AZ, text).get(0).by(), segmenter.explain(AZ, text).get(0).by());
  }

  @Test
  void aThousandAbbreviationsStaySane() {
    List<SrxRule> rules = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      rules.addAll(
          Abbreviation.rules(Optional.of(EN), "qz" + Integer.toString(i, 26) + "y.", "n", ""));
    }
    Segmenter segmenter = BUNDLED.with(Optional.of(EN), rules);
    String text = "The qz0y. Harun came. Nobody saw qzpy. Harun there. ".repeat(200);
    assertEquals(400, segmenter.split(EN, text).size());
  }
}
