package dragoman.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSuggestionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "JOIN;He met Gen.; ;Maharramov today.;HOLD;\\bGen\\.;\\s;He met Gen.| Maharramov today.",
        "JOIN;He met (Gen.; ;Maharramov today.;HOLD;\\bGen\\.;\\s;He met (Gen.| Maharramov today.",
        "JOIN;Made in the U.S.; ;Army base.;HOLD;\\bU\\.S\\.;\\s;in the U.S.| Army base.",
        "JOIN;He said “Yahoo!; ;said so.;HOLD;\\bYahoo!;\\s+said\\b;He said “Yahoo!| said so.",
        "JOIN;Bu, prof.; ;Əliyevdir.;HOLD;\\bprof\\.;\\s;Bu, prof.| Əliyevdir.",
        "SPLIT;He left on Monday; ;The road is open.;BREAK;\\bMonday;\\s+\\p{Lu};left on Monday| The road is",
        "SPLIT;This is the end.;``;Next one.;BREAK;\\bend\\.;\\p{Lu};is the end.|Next one.",
        "SPLIT;He left; ;“The road is open.;BREAK;\\bleft;\\s+“\\p{Lu};He left| “The road is",
        "SPLIT;قال إنه بخير؛; ;ثم غادر;BREAK;\\bبخير؛;\\s+ثم\\b;قال إنه بخير؛| ثم غادر"
      })
  void aChoiceSpeaksForTheRuleThatWouldHaveMadeIt(
      String did,
      String before,
      String gap,
      String after,
      RuleSuggestion.Kind kind,
      String beforePattern,
      String afterPattern,
      String example) {
    String between = gap == null || gap.isEmpty() ? after.startsWith("Next") ? "" : " " : gap;
    RuleSuggestion rule =
        RuleSuggestion.of(
                new SplittingExample(
                    1,
                    1,
                    LanguageTag.of("en"),
                    SplittingExample.Kind.valueOf(did),
                    before,
                    between,
                    after,
                    Instant.EPOCH,
                    "Leyla"))
            .orElseThrow();
    assertEquals(
        new RuleSuggestion(LanguageTag.of("en"), kind, beforePattern, afterPattern, example), rule);
    assertTrue(Pattern.compile("(?U)" + rule.before() + "$").matcher(before).find());
    assertTrue(Pattern.compile("(?U)^" + rule.after()).matcher(between + after).find());
  }

  @org.junit.jupiter.api.Test
  void whereThereIsNothingToHoldOnToNoRuleIsOffered() {
    assertEquals(
        Optional.empty(),
        RuleSuggestion.of(
            new SplittingExample(
                1,
                1,
                LanguageTag.of("en"),
                SplittingExample.Kind.JOIN,
                "  ",
                " ",
                "x",
                Instant.EPOCH,
                "Leyla")));
  }
}
