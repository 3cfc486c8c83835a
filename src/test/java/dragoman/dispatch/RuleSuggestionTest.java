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
        "JOIN;Bu, dos.; ;Əliyevdir.;HOLD;\\bdos\\.;\\s;Bu, dos.| Əliyevdir.",
        "JOIN;Then Capt.; ;Rae spoke.;HOLD;\\bCapt\\.;\\s;Then Capt.| Rae spoke.",
        "JOIN;On the 31.; ;October came.;HOLD;\\b31\\.;\\s+October\\b;On the 31.| October came.",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "JOIN;Gen. Smith came.;He left.;“came.” is an ordinary word",
        "JOIN;He lives in Baku.;He left.;“Baku.” is an ordinary word",
        "JOIN;Он пришёл.;Потом ушёл.;“пришёл.” is an ordinary word",
        "JOIN;What now?;He left.;“now?” is an ordinary word",
        "SPLIT;Rain fe;ll!;inside of “fell!”",
        "SPLIT;He didn’;t go.;inside of “didn’t”",
        "SPLIT;It is 3.;5 now.;inside of “3.5”",
      })
  void whatWouldHarmTheDesksOtherTextsIsRefusedInASentence(
      String did, String before, String after, String says) {
    SplittingExample example =
        new SplittingExample(
            1,
            1,
            LanguageTag.of("en"),
            SplittingExample.Kind.valueOf(did),
            before,
            did.equals("JOIN") ? " " : "",
            after,
            Instant.EPOCH,
            "Leyla");
    assertEquals(Optional.empty(), RuleSuggestion.of(example));
    String refusal = RuleSuggestion.refusal(example).orElseThrow();
    assertTrue(refusal.contains(says), refusal);
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
