package dragoman.segmentation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes SRX 2.0, a readable file with a rule's comment above it. */
final class SrxWriter {
  private SrxWriter() {}

  static void write(SrxDocument document, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    writer.write("<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n");
    writer.write(
        "  <header segmentsubflows=\"yes\" cascade=\""
            + (document.cascade() ? "yes" : "no")
            + "\">\n");
    writer.write("    <formathandle type=\"start\" include=\"no\"/>\n");
    writer.write("    <formathandle type=\"end\" include=\"yes\"/>\n");
    writer.write("    <formathandle type=\"isolated\" include=\"no\"/>\n");
    writer.write("  </header>\n  <body>\n    <languagerules>\n");
    for (Map.Entry<String, List<SrxRule>> list : document.rules().entrySet()) {
      writer.write("      <languagerule languagerulename=\"" + escaped(list.getKey()) + "\">\n");
      for (SrxRule rule : list.getValue()) {
        if (writable(rule)) {
          write(rule, writer);
        }
      }
      for (SrxRule rule : list.getValue()) {
        if (!writable(rule)) {
          // behind the others, so that no rule takes it for its own comment
          comment(
              "Left out, because it has a character that XML cannot hold: " + rule.name(), writer);
        }
      }
      writer.write("      </languagerule>\n");
    }
    writer.write("    </languagerules>\n    <maprules>\n");
    for (SrxDocument.LanguageMap map : document.maps()) {
      writer.write(
          "      <languagemap languagepattern=\""
              + escaped(map.languages().pattern())
              + "\" languagerulename=\""
              + escaped(map.name())
              + "\"/>\n");
    }
    writer.write("    </maprules>\n  </body>\n</srx>\n");
    writer.flush();
  }

  private static boolean writable(SrxRule rule) {
    return legal(rule.before()).equals(rule.before()) && legal(rule.after()).equals(rule.after());
  }

  private static void comment(String text, Writer writer) throws IOException {
    // XML allows no double hyphen in a comment, nor a hyphen at its end
    writer.write("        <!-- " + legal(text).replaceAll("-(?=-)", "- ") + " -->\n");
  }

  private static void write(SrxRule rule, Writer writer) throws IOException {
    if (!rule.comment().isEmpty()) {
      comment(rule.comment(), writer);
    }
    writer.write("        <rule break=\"" + (rule.breaks() ? "yes" : "no") + "\">\n");
    writer.write("          <beforebreak>" + escaped(rule.before()) + "</beforebreak>\n");
    writer.write("          <afterbreak>" + escaped(rule.after()) + "</afterbreak>\n");
    writer.write("        </rule>\n");
  }

  private static String escaped(String text) {
    return legal(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;");
  }

  /** What XML 1.0 has a character for; the rest can stand in no file. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }
}
