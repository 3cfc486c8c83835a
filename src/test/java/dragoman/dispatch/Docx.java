package dragoman.dispatch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Makes Word documents for tests, as small as Word's format allows. */
final class Docx {
  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String REL =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private Docx() {}

  static String run(String text, String... properties) {
    String rPr = properties.length == 0 ? "" : "<w:rPr>" + String.join("", properties) + "</w:rPr>";
    return "<w:r>" + rPr + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  static String paragraph(String... runs) {
    return "<w:p>" + String.join("", runs) + "</w:p>";
  }

  static byte[] of(String... body) {
    return zip(parts(String.join("", body)));
  }

  static Map<String, String> parts(String body) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        XML
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + override("document", "document.main")
            + override("header1", "header")
            + override("footnotes", "footnotes")
            + "</Types>");
    parts.put(
        "_rels/.rels",
        XML + relations(relation("rId1", "officeDocument", "word/document.xml", false)));
    parts.put(
        "word/document.xml",
        XML
            + "<w:document "
            + W
            + "><w:body>"
            + body
            + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId7\"/></w:sectPr>"
            + "</w:body></w:document>");
    parts.put(
        "word/_rels/document.xml.rels",
        XML
            + relations(
                relation("rId7", "header", "header1.xml", false)
                    + relation("rId8", "footnotes", "footnotes.xml", false)
                    + relation("rId9", "hyperlink", "https://example.org/", true)));
    parts.put(
        "word/header1.xml",
        XML + "<w:hdr " + W + ">" + paragraph(run("Morning bulletin")) + "</w:hdr>");
    parts.put(
        "word/footnotes.xml",
        XML
            + "<w:footnotes "
            + W
            + "><w:footnote w:id=\"2\">"
            + paragraph("<w:r><w:footnoteRef/></w:r>", run(" Counted in the evening."))
            + "</w:footnote></w:footnotes>");
    return parts;
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static String part(byte[] docx, String name) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      throw new AssertionError("no part " + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/word/"
        + part
        + ".xml\" ContentType=\""
        + TYPE
        + type
        + "+xml\"/>";
  }

  private static String relations(String relations) {
    return "<Relationships"
        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + relations
        + "</Relationships>";
  }

  private static String relation(String id, String type, String target, boolean external) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + REL
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\""
        + (external ? " TargetMode=\"External\"" : "")
        + "/>";
  }
}
