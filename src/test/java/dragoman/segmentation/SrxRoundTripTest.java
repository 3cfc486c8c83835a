package dragoman.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.language.LanguageTag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SrxRoundTripTest {

  private static byte[] written(SrxDocument document) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.write(out);
    return out.toByteArray();
  }

  private static SrxDocument read(byte[] bytes) throws Exception {
    return SrxDocument.read(new ByteArrayInputStream(bytes), "own.srx");
  }

  private static List<String> said(List<SrxRule> rules) {
    return rules.stream()
        .map(r -> r.breaks() + "\t" + r.before() + "\t" + r.after() + "\t" + r.comment())
        .toList();
  }

  @Test
  void theBundledRulesComeBackAsTheyAre() throws Exception {
    SrxDocument bundled = SrxDocument.bundled();
    byte[] once = written(bundled);
    SrxDocument back = read(once);
    assertEquals(bundled.cascade(), back.cascade());
    assertEquals(
        List.copyOf(bundled.rules().keySet()), List.copyOf(back.rules().keySet()), "the order");
    for (String language : List.of("en", "az", "ru", "hy", "ka", "de", "ar", "qaa")) {
      LanguageTag tag = LanguageTag.of(language);
      assertEquals(said(bundled.rulesFor(tag)), said(back.rulesFor(tag)), language);
    }
    assertEquals(
        new String(once, StandardCharsets.UTF_8),
        new String(written(back), StandardCharsets.UTF_8));
  }

  @Test
  void whatXmlReadsOtherwiseComesBackAsItWas() throws Exception {
    Map<String, List<SrxRule>> lists = new LinkedHashMap<>();
    lists.put(
        "a \"b\" <c> & d",
        List.of(
            new SrxRule(true, "<&>\"'", " \t\n\r x ", "", "one - two"),
            new SrxRule(false, "", "۔\uD835\uDD04", "", "")));
    SrxDocument document =
        new SrxDocument(
            false,
            lists,
            List.of(new SrxDocument.LanguageMap(Pattern.compile("az&.*"), "a \"b\" <c> & d")));
    SrxDocument back = read(written(document));
    assertEquals(false, back.cascade());
    assertEquals("az&.*", back.maps().get(0).languages().pattern());
    assertEquals(said(lists.get("a \"b\" <c> & d")), said(back.rules().get("a \"b\" <c> & d")));
  }

  @Test
  void aCommentOfHyphensIsStillXmlAndThenStaysAsItIs() throws Exception {
    SrxDocument document =
        new SrxDocument(
            true,
            Map.of("a", List.of(new SrxRule(true, "x", "y", "", "a -- b ---> c-"))),
            List.of(new SrxDocument.LanguageMap(Pattern.compile(".*"), "a")));
    byte[] once = written(document);
    assertEquals(
        new String(once, StandardCharsets.UTF_8),
        new String(written(read(once)), StandardCharsets.UTF_8));
  }
}
