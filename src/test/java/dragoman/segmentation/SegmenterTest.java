package dragoman.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmenterTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final String HEAD =
      "<?xml version=\"1.0\"?><srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">"
          + "<header segmentsubflows=\"yes\" cascade=\"CASCADE\"/><body><languagerules>";

  @TempDir Path folder;

  private static List<String> split(Segmenter segmenter, String language, String text) {
    return segmenter.split(LanguageTag.of(language), text).stream().map(s -> s.of(text)).toList();
  }

  private Path srx(String cascade, String rulesAndMaps) throws IOException {
    String text = HEAD.replace("CASCADE", cascade) + rulesAndMaps + "</body></srx>";
    return Files.writeString(folder.resolve("own.srx"), text);
  }

  private static String rule(String breaks, String before, String after) {
    return "<rule break=\""
        + breaks
        + "\"><beforebreak>"
        + before
        + "</beforebreak><afterbreak>"
        + after
        + "</afterbreak></rule>";
  }

  @Test
  void anEmptyOrBlankParagraphHasNoSentences() {
    Segmenter segmenter = Segmenter.ofBundledRules();
    assertEquals(List.of(), segmenter.split(EN, ""));
    assertEquals(List.of(), segmenter.split(EN, " \t\u00A0\n "));
    assertEquals(List.of(), segmenter.explain(EN, ""));
  }

  @Test
  void aSentenceIsItsCoreWithoutTheWhiteSpaceAround() {
    assertEquals(
        List.of(new Sentence(2, 7), new Sentence(10, 15)),
        Segmenter.ofBundledRules().split(EN, "  Come.   Stay. "));
  }

  @Test
  void anUnknownLanguageIsSplitByTheDefaultRules() {
    assertEquals(
        List.of("Xo a. Bo ku.".substring(0, 5), "Bo ku."),
        split(Segmenter.ofBundledRules(), "qaa", "Xo a. Bo ku."));
  }

  @Test
  void aTagIsMatchedByLanguageAndScript() {
    Segmenter segmenter = Segmenter.ofBundledRules();
    String text = "O, prof. Əliyevdir. Gəldi.";
    assertEquals(2, split(segmenter, "az-Latn-AZ", text).size());
    assertEquals(2, split(segmenter, "AZ_az", text).size());
  }

  @Test
  void explainTellsWhichRuleDecidedEachPlace() {
    List<Decision> decisions =
        Segmenter.ofBundledRules().explain(EN, "Gen. Smith came. He left at once.");
    assertEquals(2, decisions.size());
    assertFalse(decisions.get(0).breaks());
    assertEquals(4, decisions.get(0).at());
    assertTrue(
        decisions.get(0).rule().matches(".*\\(english\\.srx:\\d+\\)"), decisions.get(0).rule());
    assertTrue(decisions.get(0).rule().contains("titles and ranks"), decisions.get(0).rule());
    assertTrue(decisions.get(1).breaks());
    assertEquals(16, decisions.get(1).at());
  }

  /** The standard counts code points: “г.” abbreviates only where it is a whole word. */
  @Test
  void aLetterBeyondTheBasicPlaneIsPartOfItsWord() {
    Segmenter segmenter = Segmenter.ofBundledRules();
    assertEquals(List.of("г. A"), split(segmenter, "ru", "г. A"));
    assertEquals(List.of("\uD800\uDC00г.", "A"), split(segmenter, "ru", "\uD800\uDC00г. A"));
  }

  @Test
  void theFirstRuleThatMatchesDecides() throws Exception {
    Path own =
        srx(
            "yes",
            "<languagerule languagerulename=\"a\">"
                + rule("no", "\\bMr\\.", "\\s")
                + rule("yes", "\\.", "\\s")
                + "</languagerule></languagerules><maprules>"
                + "<languagemap languagepattern=\".*\" languagerulename=\"a\"/></maprules>");
    assertEquals(
        List.of("Mr. A came.", "Then b."),
        split(Segmenter.ofSrx(own), "en", "Mr. A came. Then b."));
  }

  @Test
  void cascadeUsesEveryListThatMapsAndItsLackOnlyTheFirst() throws Exception {
    String body =
        "<languagerule languagerulename=\"special\">"
            + rule("yes", ";", "\\s")
            + "</languagerule><languagerule languagerulename=\"all\">"
            + rule("yes", "\\.", "\\s")
            + "</languagerule></languagerules><maprules>"
            + "<languagemap languagepattern=\"[Ee][Nn].*\" languagerulename=\"special\"/>"
            + "<languagemap languagepattern=\".*\" languagerulename=\"all\"/></maprules>";
    String text = "a; b. c";
    assertEquals(List.of("a;", "b.", "c"), split(Segmenter.ofSrx(srx("yes", body)), "en", text));
    assertEquals(List.of("a;", "b. c"), split(Segmenter.ofSrx(srx("no", body)), "en-GB", text));
    assertEquals(List.of("a; b.", "c"), split(Segmenter.ofSrx(srx("yes", body)), "de", text));
  }

  @Test
  void lookAroundAndBackReferencesOfForeignRulesWork() throws Exception {
    Path own =
        srx(
            "yes",
            "<languagerule languagerulename=\"a\">"
                + rule("no", "(?&lt;=\\b(?:op|cit))\\.", "\\s(?!Then)")
                + rule("no", "([a-z])\\1\\.", "\\s")
                + rule("yes", "\\.", "\\s")
                + "</languagerule></languagerules><maprules>"
                + "<languagemap languagepattern=\".*\" languagerulename=\"a\"/></maprules>");
    assertEquals(
        List.of("See op. cit.", "Then all. of.", "It."),
        split(Segmenter.ofSrx(own), "en", "See op. cit. Then all. of. It."));
  }

  @Test
  void aRuleThatRunsAwayIsStoppedAndNamed() throws Exception {
    Path own =
        srx(
            "yes",
            "<languagerule languagerulename=\"a\">"
                + rule("yes", "(?=a)(?:(?:a+)+b|(a)\\1+)\\.", "\\s")
                + "</languagerule></languagerules><maprules>"
                + "<languagemap languagepattern=\".*\" languagerulename=\"a\"/></maprules>");
    Segmenter segmenter = Segmenter.ofSrx(own);
    String hostile = "c" + "a".repeat(400) + "x. d";
    RunawayRuleException e =
        assertThrows(RunawayRuleException.class, () -> segmenter.split(EN, hostile));
    assertTrue(e.getMessage().contains("own.srx:1"), e.getMessage());
  }

  @Test
  void aFileThatIsNoSrxIsRefusedInOneSentence() throws Exception {
    assertRefused(folder.resolve("none.srx"), "does not exist");
    assertRefused(Files.writeString(folder.resolve("a.srx"), "<html/>"), "its root is <html>");
    assertRefused(
        Files.writeString(folder.resolve("b.srx"), "<srx><body>"), "breaks off in line 1");
    assertRefused(Files.writeString(folder.resolve("c.srx"), ""), "is empty");
    assertRefused(
        srx(
            "yes",
            "</languagerules><maprules>"
                + "<languagemap languagepattern=\".*\" languagerulename=\"gone\"/></maprules>"),
        "“gone”");
    assertRefused(
        srx(
            "yes",
            "<languagerule languagerulename=\"a\">"
                + rule("yes", "(\\.", "\\s")
                + "</languagerule></languagerules><maprules>"
                + "<languagemap languagepattern=\".*\" languagerulename=\"a\"/></maprules>"),
        "no valid regular expression");
  }

  private static void assertRefused(Path file, String why) {
    SrxException e = assertThrows(SrxException.class, () -> Segmenter.ofSrx(file));
    assertTrue(e.getMessage().contains(why), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
  }

  @Test
  void anEntityOfAForeignFileIsNotRead() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "sesame");
    Path evil =
        Files.writeString(
            folder.resolve("evil.srx"),
            "<!DOCTYPE srx [<!ENTITY x SYSTEM \""
                + secret.toUri()
                + "\">]><srx><body>&x;</body></srx>");
    SrxException e = assertThrows(SrxException.class, () -> Segmenter.ofSrx(evil));
    assertFalse(e.getMessage().contains("sesame"), e.getMessage());
  }
}
