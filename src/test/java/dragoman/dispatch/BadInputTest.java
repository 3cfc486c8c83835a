package dragoman.dispatch;

import static dragoman.dispatch.Docx.paragraph;
import static dragoman.dispatch.Docx.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Each file that cannot be taken in gets one sentence: what, where, what to do. */
class BadInputTest {

  @Test
  void emptyOrBlank() {
    says("“a.txt” has no text in it; send the file that the dispatch is in.", "a.txt", "");
    says("“a.txt” has no text in it; send the file that the dispatch is in.", "a.txt", " \r\n\t\n");
    says("The text has no text in it; paste or type some first.", "", "");
    says(
        "“a.html” has no text in it; send the file that the dispatch is in.",
        "a.html",
        "<html><body><p>&nbsp;</p><img src=x></body></html>");
    says(
        "“a.docx” has no text in it; send the file that the dispatch is in.",
        "a.docx",
        emptyDocx());
  }

  private static byte[] emptyDocx() {
    Map<String, String> parts = Docx.parts("<w:p/>");
    parts.put("word/header1.xml", parts.get("word/header1.xml").replace("Morning bulletin", " "));
    parts.put(
        "word/footnotes.xml",
        parts.get("word/footnotes.xml").replace("Counted in the evening.", ""));
    return Docx.zip(parts);
  }

  @Test
  void largerThanTheLimit() {
    says(
        "“a.txt” is larger than 50 MB; divide it, or take the pictures out, and send the parts.",
        "a.txt",
        new byte[Upload.LIMIT + 1]);
  }

  @Test
  void binary() {
    byte[] noise = new byte[4000];
    new Random(1).nextBytes(noise);
    String said = refused("a.txt", noise);
    assertTrue(said.startsWith("“a.txt” is no text: it has binary data in line "), said);
    says(
        "“a.txt” is no text: it has binary data in line 2; send a .txt, .html or .docx file.",
        "a.txt",
        "One line.\nTwo\0 lines.");
  }

  @Test
  void halfOfACharacter() {
    assertEquals(
        "The text has half of a character in it, as a cut emoji leaves one; copy it again from"
            + " where it is whole.",
        message(() -> Upload.pasted("Road \uD83D open")));
    byte[] utf16 = "\uFEFFRoad ".getBytes(StandardCharsets.UTF_16LE);
    byte[] cut = Arrays.copyOf(utf16, utf16.length + 2);
    cut[utf16.length] = 0x3D;
    cut[utf16.length + 1] = (byte) 0xD8;
    says(
        "“a.txt” says it is UTF-16LE but is not at byte 13; save it as UTF-8 and send it again.",
        "a.txt",
        cut);
  }

  @Test
  void wrongEncodingBehindAMark() {
    byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xE9, 'b'};
    says(
        "“a.txt” says it is UTF-8 but is not at byte 5; save it as UTF-8 and send it again.",
        "a.txt",
        bytes);
  }

  @Test
  void htmlThatIsNone() {
    says(
        "“a.html” is called HTML but has no HTML element at its beginning; if it is plain text,"
            + " give it the ending .txt and send it again.",
        "a.html",
        "The road is open.");
  }

  @Test
  void encryptedOrOldWord() {
    byte[] ole = new byte[2048];
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(magic, 0, ole, 0, 8);
    says(
        "“a.docx” is a document of Word 97 to 2003; save it as .docx and send that.",
        "a.docx",
        ole.clone());
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, ole, 1024, name.length);
    says(
        "“a.docx” is encrypted; open it with its password, save it without one, and send that.",
        "a.docx",
        ole);
  }

  @Test
  void brokenWord() {
    byte[] docx = Docx.of(paragraph(run("The road is open.")));
    for (int length = 5; length < docx.length; length += 97) {
      says(
          "“a.docx” is broken: its zip archive breaks off; fetch or save the file again and send"
              + " that.",
          "a.docx",
          Arrays.copyOf(docx, length));
    }
    byte[] damaged = docx.clone();
    Arrays.fill(damaged, 60, 200, (byte) 0x55);
    String unpacked = refused("a.docx", damaged);
    assertTrue(unpacked.startsWith("“a.docx” is broken"), unpacked);
    assertEquals(1, unpacked.lines().count());
    says(
        "“a.docx” is called .docx but is no Word document; save it from Word again, or give it the"
            + " ending that it has.",
        "a.docx",
        "The road is open.");
    Map<String, String> parts = Docx.parts(paragraph(run("The road is open.")));
    parts.put("word/document.xml", parts.get("word/document.xml").replace("</w:t>", "</w:x>"));
    String said = refused("a.docx", Docx.zip(parts));
    assertTrue(said.startsWith("“a.docx” cannot be read as a Word document ("), said);
    assertEquals(1, said.lines().count());
  }

  @Test
  void otherZips() {
    says(
        "“a.xlsx” is an Excel workbook; save the text as .docx in Word and send that.",
        "a.xlsx",
        Docx.zip(Map.of("xl/workbook.xml", "<a/>")));
    says(
        "“a.zip” is a zip archive without a Word document in it; save the text as .docx in Word and"
            + " send that.",
        "a.zip",
        Docx.zip(Map.of("a.txt", "x")));
    says("“a.pdf” is a PDF; save it as .docx, .html or .txt and send that.", "a.pdf", "%PDF-1.7 …");
  }

  @Test
  void zipBombs() {
    Map<String, String> parts = Docx.parts(paragraph(run("x")));
    parts.put("word/media/image1.xml", "<a>" + " ".repeat(40 << 20) + "</a>");
    String said = refused("a.docx", Docx.zip(parts));
    assertTrue(said.startsWith("“a.docx” unpacks to more than "), said);
    assertTrue(said.contains("word/media/image1.xml"), said);
  }

  @Test
  void entityAttacks() {
    for (String attack :
        new String[] {
          "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
          "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
        }) {
      Map<String, String> parts = Docx.parts(paragraph(run("x &x;")));
      parts.put(
          "word/document.xml",
          parts.get("word/document.xml").replace("<w:document", attack + "<w:document"));
      says(
          "“a.docx” defines XML entities in its part word/document.xml, which no Word document does"
              + " and an attack may; it was not read: ask the sender for another copy.",
          "a.docx",
          Docx.zip(parts));
    }
  }

  @Test
  void aPageThatPointsToFilesIsReadWithoutThem() {
    String page =
        "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><html><head>"
            + "<link rel=\"its-rules\" href=\"file:///etc/hostname\"></head>"
            + "<body><p>The road &x; is open.</p></body></html>";
    Document document = Documents.open(new Upload("a.html", page.getBytes(StandardCharsets.UTF_8)));
    assertTrue(
        document.paragraphs().stream()
            .anyMatch(p -> p.text().plain().equals("The road &x; is open.")),
        "" + document.paragraphs());
  }

  private static void says(String sentence, String name, String text) {
    says(sentence, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void says(String sentence, String name, byte[] content) {
    assertEquals(sentence, refused(name, content));
  }

  private static String refused(String name, byte[] content) {
    return message(() -> Documents.open(new Upload(name, content)));
  }

  private static String message(Executable open) {
    return assertThrows(DocumentException.class, open).getMessage();
  }
}
