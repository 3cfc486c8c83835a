package dragoman.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SrxFaultsTest {
  private static final String HEAD = "<srx><body><languagerules>\n";
  private static final String RULE =
      "<languagerule languagerulename=\"A\">\n<rule break=\"no\"><beforebreak>%s</beforebreak>"
          + "<afterbreak/></rule>\n</languagerule>\n</languagerules><maprules>\n";
  private static final String TAIL = "</maprules></body></srx>";
  private static final String MAP =
      "<languagemap languagepattern=\"%s\" languagerulename=\"%s\"/>\n";

  private static String said(String file) {
    return assertThrows(
            SrxException.class,
            () ->
                SrxDocument.read(
                    new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "a.srx"))
        .getMessage();
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    assertEquals("The SRX file a.srx is empty.", said(""));
  }

  @Test
  void aCutFileIsSaidToBreakOff() {
    assertEquals(
        "The SRX file a.srx breaks off in line 3, before </srx>; get the whole file.",
        said(HEAD + RULE.formatted("x").substring(0, 60)));
  }

  @Test
  void anEntityOfADocumentTypeIsNotTakenAndSaid() {
    assertEquals(
        "The SRX file a.srx has a document type (<!DOCTYPE> in line 1), whose entities are not"
            + " taken (line 4); write what they stand for.",
        said("<!DOCTYPE srx [<!ENTITY x \"y\">]>\n" + HEAD + RULE.formatted("&x;") + TAIL));
  }

  @Test
  void whatIsBrokenInTheMiddleIsNamedByItsLine() {
    assertEquals(
        "The SRX file a.srx is not well-formed XML near line 2.", said(HEAD + "<a & b>\n" + TAIL));
  }

  @Test
  void everyFaultIsListedWithItsLine() {
    assertEquals(
        "The SRX file a.srx cannot be used, line 3: the expression “[.” is not a regular"
            + " expression; line 6: it maps to the rules “nope”, which it lacks; line 7: the"
            + " language pattern “(” is not a regular expression; line 8: <languagemap> lacks"
            + " languagepattern.",
        said(
            HEAD
                + RULE.formatted("[.")
                + MAP.formatted("en", "nope")
                + MAP.formatted("(", "A")
                + "<languagemap languagerulename=\"A\"/>"
                + TAIL));
  }
}
