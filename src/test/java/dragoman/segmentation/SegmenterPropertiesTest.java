package dragoman.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SegmenterPropertiesTest {
  private static final Segmenter SEGMENTER = Segmenter.ofBundledRules();

  private static final SrxDocument BUNDLED = Segmenter.bundled();
  private static final Map<List<SrxRule>, Rules> READY = new ConcurrentHashMap<>();

  private static Rules ready(List<SrxRule> rules) {
    try {
      return new Rules(rules);
    } catch (SrxException e) {
      throw new AssertionError(e);
    }
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of(Fixtures.LANGUAGES).map(tag -> tag.equals("und") ? "zxx" : tag);
  }

  /** Pieces that the rules are about, in any order. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            ". ",
            ".",
            "? ",
            "! ",
            "... ",
            "…",
            " ",
            "\u00A0",
            "\n",
            "\n\n",
            "A",
            "b",
            "Mr.",
            "e.g.",
            "U.S. ",
            "5. ",
            "12",
            "г. ",
            "т. е. ",
            "prof. ",
            "и др. ",
            "II. ",
            "am 3. ",
            "z. B. ",
            "»",
            "« ",
            "“",
            "” ",
            "\" ",
            "'",
            "(",
            ") ",
            "[1]",
            "— ",
            ", ",
            ": ",
            "։ ",
            "؟ ",
            "。",
            "《",
            "》",
            "• ",
            "1) ",
            "a.m. ",
            "No. ",
            "The ",
            "He said ",
            "word ",
            "Слово ",
            "слово",
            "სიტყვა ",
            "Բառ ",
            "كلمة ",
            "د. ",
            "字",
            "\uD83D\uDE00",
            "\uD800\uDC00",
            "\uD835\uDC00",
            "\uD835\uDFCF. ",
            "\uD800",
            "\uDC00",
            "word.Next ")
        .list()
        .ofMinSize(0)
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 2000)
  void theTextIsItsSentencesAndTheWhiteSpaceBetween(
      @ForAll("languages") String language, @ForAll("texts") String text) {
    int at = 0;
    for (Sentence sentence : SEGMENTER.split(LanguageTag.of(language), text)) {
      assertTrue(sentence.start() >= at && sentence.end() > sentence.start());
      assertTrue(blank(text.substring(at, sentence.start())));
      assertEquals(sentence.of(text), sentence.of(text).strip());
      at = sentence.end();
    }
    assertTrue(blank(text.substring(at)));
  }

  private static boolean blank(String text) {
    return Pattern.compile("\\s*", Pattern.UNICODE_CHARACTER_CLASS).matcher(text).matches();
  }

  @Property(tries = 2000)
  void aSentenceSplitAloneGivesItself(
      @ForAll("languages") String language, @ForAll("texts") String text) {
    LanguageTag tag = LanguageTag.of(language);
    for (Sentence sentence : SEGMENTER.split(tag, text)) {
      String alone = sentence.of(text);
      assertEquals(List.of(new Sentence(0, alone.length())), SEGMENTER.split(tag, alone), alone);
    }
  }

  @Property(tries = 60)
  void aParagraphBetweenChangesNoOthersSentences(
      @ForAll("languages") String language,
      @ForAll("texts") String before,
      @ForAll("texts") String between,
      @ForAll("texts") String after) {
    LanguageTag tag = LanguageTag.of(language);
    Segmenter fresh = Segmenter.ofBundledRules();
    List<List<Sentence>> without = List.of(fresh.split(tag, before), fresh.split(tag, after));
    List<Sentence> first = SEGMENTER.split(tag, before);
    SEGMENTER.split(tag, between);
    assertEquals(without, List.of(first, SEGMENTER.split(tag, after)));
  }

  /** SRX 2.0 word for word: each rule at each place, by the JDK's regular expressions. */
  @Property(tries = 1500)
  void theEngineDoesWhatTheStandardSays(
      @ForAll("languages") String language, @ForAll("texts") String text) {
    List<SrxRule> rules = BUNDLED.rulesFor(LanguageTag.of(language));
    List<Integer> breaks = new ArrayList<>();
    READY
        .computeIfAbsent(rules, SegmenterPropertiesTest::ready)
        .decide(
            text,
            0,
            text.length(),
            (at, by) -> {
              if (by.breaks()) {
                breaks.add(at);
              }
            });
    assertEquals(SlowRules.of(rules).breaks(text), breaks);
  }
}
