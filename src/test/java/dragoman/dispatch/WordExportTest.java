package dragoman.dispatch;

import static dragoman.dispatch.Desk.AR;
import static dragoman.dispatch.Desk.AZ;
import static dragoman.dispatch.Desk.EN;
import static dragoman.dispatch.Docx.paragraph;
import static dragoman.dispatch.Docx.part;
import static dragoman.dispatch.Docx.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Word document given back is the original but for the translated paragraphs. */
class WordExportTest {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
  private static final String STYLES =
      HEAD
          + "<w:styles"
          + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
          + "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/><w:lang w:val=\"en-GB\"/>"
          + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr>"
          + "</w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\""
          + " w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style></w:styles>";
  private static final String TABLE =
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"T\"/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>"
          + "<w:tblGrid><w:gridCol w:w=\"9\"/></w:tblGrid><w:tr><w:tc>"
          + paragraph(run("Cell"))
          + "</w:tc></w:tr></w:tbl>";

  private static byte[] document(String... body) {
    Map<String, String> parts = Docx.parts(String.join("", body));
    parts.put(
        "word/document.xml",
        parts.get("word/document.xml").replaceFirst("<\\?xml[^>]*>\\s*", HEAD));
    parts.put("word/styles.xml", STYLES);
    parts.put(
        "[Content_Types].xml",
        parts
            .get("[Content_Types].xml")
            .replace(
                "</Types>",
                "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxml"
                    + "formats-officedocument.wordprocessingml.styles+xml\"/></Types>"));
    parts.put(
        "word/_rels/document.xml.rels",
        parts
            .get("word/_rels/document.xml.rels")
            .replace(
                "</Relationships>",
                "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/"
                    + "officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
                    + "</Relationships>"));
    return Docx.zip(parts);
  }

  private static byte[] written(byte[] docx, LanguageTag to, String... texts) {
    Map<Integer, TaggedText> changed = new HashMap<>();
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        changed.put(i, TaggedText.of(texts[i]));
      }
    }
    byte[] out = Documents.open(new Upload("a.docx", docx)).write(EN, to, changed).bytes();
    for (String name : List.of("word/document.xml", "word/styles.xml", "word/footnotes.xml")) {
      assertInOrder(part(out, name));
    }
    return out;
  }

  /** Every element of properties has them in the schema's order, each once. */
  private static void assertInOrder(String xml) {
    for (WordOrder order : WordOrder.values()) {
      String name = "w:" + order.element();
      for (Markup.Element found : Markup.outermost(xml, name)) {
        String properties = found.of(xml);
        assertEquals(order.sorted(properties, "w:"), properties.replace("<" + name + "/>", ""));
      }
    }
  }

  @Test
  void whatIsNotTranslatedStaysByteForByte() {
    String odd =
        "<w:p w:rsidR='00A1'><w:pPr><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr></w:pPr>"
            + "<w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"00A2\" ><w:rPr><w:noProof/>"
            + "<w:lang w:val=\"en-GB\"/></w:rPr><w:t>Ol</w:t></w:r><w:r><w:t>d</w:t></w:r></w:p>";
    byte[] docx = document(odd, paragraph(run("New")), TABLE);
    byte[] out = written(docx, AZ, "", "Yeni");
    String expected =
        part(docx, "word/document.xml")
            .replace(
                run("New"),
                "<w:r><w:rPr><w:lang w:val=\"az-Latn-AZ\"/></w:rPr><w:t>Yeni</w:t></w:r>");
    assertEquals(
        expected, part(out, "word/document.xml").replace(" xml:space=\"preserve\">Yeni", ">Yeni"));
    for (String name :
        List.of("[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/header1.xml")) {
      assertEquals(part(docx, name), part(out, name));
    }
    assertArrayEquals(
        docx, Documents.open(new Upload("a.docx", docx)).write(EN, AZ, Map.of()).bytes());
  }

  @Test
  void arabicTurnsWhatIsTranslatedAndLeavesTheRest() {
    byte[] docx =
        document(
            paragraph(
                "<w:pPr><w:spacing w:after=\"0\"/></w:pPr>",
                run("The road", "<w:b/>", "<w:sz w:val=\"32\"/>")),
            paragraph(run("Left as it is.")),
            TABLE);
    String xml = part(written(docx, AR, "الطريق", "", "خلية"), "word/document.xml");
    assertTrue(
        xml.contains(
            "<w:pPr><w:bidi/><w:spacing w:after=\"0\"/></w:pPr><w:r><w:rPr><w:b/><w:bCs/>"
                + "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:rtl/>"
                + "<w:lang w:bidi=\"ar-EG\"/></w:rPr>"),
        xml);
    assertTrue(xml.contains(paragraph(run("Left as it is."))), xml);
    assertTrue(xml.contains("<w:tblStyle w:val=\"T\"/><w:bidiVisual/><w:tblW"), xml);
  }

  @Test
  void aRunThatStayedEnglishInAnArabicParagraphKeepsItsDirection() {
    byte[] docx = document(paragraph(run("Open. "), run("See the map.", "<w:b/>")));
    Document document = Documents.open(new Upload("a.docx", docx));
    TaggedText source = document.paragraphs().get(0).text();
    TaggedText mixed =
        new TaggedText(
            "مفتوح. See the map.",
            List.of(source.tags().get(0).moved(7), source.tags().get(1).moved(19)));
    String xml = part(document.write(EN, AR, Map.of(0, mixed)).bytes(), "word/document.xml");
    assertInOrder(xml);
    assertEquals(1, xml.split("<w:rtl/>", -1).length - 1, xml);
    assertTrue(xml.contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">See the map."), xml);
  }

  @Test
  void fromArabicTheTextRunsFromTheLeft() {
    byte[] docx =
        document(
            paragraph("<w:pPr><w:bidi/></w:pPr>", run("الطريق مفتوح.", "<w:rtl/>")),
            paragraph("<w:pPr><w:bidi/></w:pPr>", run("خلية", "<w:rtl/>")));
    byte[] out =
        Documents.open(new Upload("a.docx", docx))
            .write(AR, EN, Map.of(0, TaggedText.of("The road is open.")))
            .bytes();
    String xml = part(out, "word/document.xml");
    assertInOrder(xml);
    assertTrue(xml.contains("<w:bidi w:val=\"0\"/>") && xml.contains("<w:rtl w:val=\"0\"/>"), xml);
    assertTrue(xml.contains(paragraph("<w:pPr><w:bidi/></w:pPr>", run("خلية", "<w:rtl/>"))), xml);
  }

  @Test
  void trackedChangesAreAcceptedAndTheDocumentStaysInOrder() {
    byte[] docx =
        document(
            paragraph(
                run("The "),
                "<w:ins w:id=\"1\" w:author=\"A\">" + run("new ") + "</w:ins>",
                "<w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText>old</w:delText></w:r></w:del>",
                run("road", "<w:b/>")),
            paragraph(
                "<w:del w:id=\"3\" w:author=\"A\"><w:r><w:delText>Gone</w:delText></w:r></w:del>"),
            paragraph(run("Second.")));
    Document document = Documents.open(new Upload("a.docx", docx));
    assertTrue(document.notice().orElseThrow().contains("tracked changes"));
    assertEquals("The new road", document.paragraphs().get(0).text().plain());
    for (LanguageTag to : List.of(AZ, AR)) {
      String xml = part(written(docx, to, "", "الثاني"), "word/document.xml");
      assertFalse(xml.contains("<w:ins") || xml.contains("<w:del"), xml);
      assertTrue(xml.startsWith(HEAD) && xml.contains("الثاني"), xml);
      assertFalse(xml.substring(0, xml.indexOf("road")).contains("rtl"), xml);
    }
  }
}
