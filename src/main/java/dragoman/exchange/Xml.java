package dragoman.exchange;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.Reader;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamWriter2;

/**
 * XML read without document types and without entities of its own: a DOCTYPE is passed over, its
 * entities are never opened, a reference to one is handed to the caller as it stands.
 */
final class Xml {
  private static final Pattern ELEMENT = Pattern.compile("</?([\\w:.-]{1,60})>");

  private Xml() {}

  static XMLStreamReader reader(Reader characters) throws XMLStreamException {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    // Put off, a fault would come as an unchecked exception from whoever asks for the text.
    factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    return factory.createXMLStreamReader(characters);
  }

  static XMLStreamWriter2 writer(Writer out) throws XMLStreamException {
    return (XMLStreamWriter2) new WstxOutputFactory().createXMLStreamWriter(out);
  }

  /** The value of an attribute by its local name, whatever its prefix; empty where it lacks. */
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /**
   * What is wrong where an XML parser gave up, as the end of a sentence: what, and what to do. The
   * line is for the caller to say.
   */
  static String fault(XMLStreamException e) {
    String said = String.valueOf(e.getMessage());
    String element = quoted(said);
    if (said.contains("Unexpected EOF in prolog")) {
      return "it is empty; take the whole file";
    } else if (said.contains("in prolog")) {
      return "it does not begin as XML does, with <; check that it is the right file";
    } else if (said.contains("Unexpected EOF")) {
      return "it ends in the middle; take the whole file";
    } else if (said.contains("close tag") && !element.isEmpty()) {
      return "the element " + element + " is not closed where it should be; close it";
    } else if (said.contains("ntity")) {
      return "it refers to a character or an entity that XML does not have; write the character";
    } else if (said.contains("CTRL-CHAR")
        || said.contains("nvalid") && said.contains("character")) {
      return "it holds a character that XML does not have; take it out";
    } else if (said.contains("'<'") || said.contains("in attribute value")) {
      return "a < or & stands where none may; write it as &lt; or &amp;";
    } else if (said.contains("Maximum")) {
      return "it is nested deeper, or its names are longer, than any such file is; mend it";
    } else if (said.contains("prefix")) {
      return "it uses a name's prefix that it does not declare (xmlns); declare it";
    } else if (said.contains("uplicate attribute")) {
      return "an element has the same attribute twice; take one away";
    }
    return "it is not well-formed XML; mend it in a text editor or export it anew";
  }

  /**
   * Where reading ends before its time, as a sentence without its full stop.
   *
   * @param what it stopped in, as “concept 3”; empty where it was between two
   */
  static String end(XMLStreamException e, XMLStreamReader xml, String what) {
    String line = "line " + place(e, xml).getLineNumber();
    String in = what.isEmpty() ? "" : ", in the middle of " + what;
    return String.valueOf(e.getMessage()).contains("Unexpected EOF")
        ? "the file breaks off in " + line + in
        : "the file cannot be read beyond " + line + in + ": " + fault(e);
  }

  /** Where a parser gave up; not every fault of it says so itself. */
  static Location place(XMLStreamException e, XMLStreamReader xml) {
    return e.getLocation() == null ? xml.getLocation() : e.getLocation();
  }

  private static String quoted(String said) {
    Matcher name = ELEMENT.matcher(said);
    return name.find() ? "<" + name.group(1) + ">" : "";
  }

  /**
   * The same text.
   *
   * @throws IllegalArgumentException if it held bytes or characters that no text has
   */
  static String sound(String text) {
    if (text.contains(XmlEncoding.BROKEN)) {
      throw new IllegalArgumentException("it has bytes that are not in the file's encoding");
    }
    if (text.contains(XmlCharacters.FORBIDDEN)) {
      throw new IllegalArgumentException(
          "it has a control character or half a character, which XML forbids");
    }
    return text;
  }

  /** Adds a text so that a parser reads it again as it is. */
  static void escape(String text, boolean quoted, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(quoted ? "&quot;" : "\"");
        case '\r' -> out.append("&#13;");
        case '\n' -> out.append(quoted ? "&#10;" : "\n");
        case '\t' -> out.append(quoted ? "&#9;" : "\t");
        default -> out.append(c);
      }
    }
  }

  /** Reads on from a start element to its end and gives all of it as it stands in the file. */
  static String raw(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder raw = new StringBuilder();
    int depth = 0;
    do {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        depth++;
        raw.append('<').append(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
          if (xml.getAttributePrefix(i).isEmpty()) {
            raw.append(' ').append(xml.getAttributeLocalName(i)).append("=\"");
            escape(xml.getAttributeValue(i), true, raw);
            raw.append('"');
          }
        }
        raw.append('>');
      } else if (xml.getEventType() == XMLStreamConstants.END_ELEMENT) {
        depth--;
        raw.append("</").append(xml.getLocalName()).append('>');
      } else if (xml.isCharacters()) {
        escape(xml.getText(), false, raw);
      }
    } while (depth > 0 && xml.next() != XMLStreamConstants.END_DOCUMENT);
    return sound(raw.toString());
  }

  /** A text without the characters that XML 1.0 (section 2.2) has no way to write. */
  static String writable(String text) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isCharacter(c)) {
        return text.codePoints()
            .filter(Xml::isCharacter)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
      i += Character.charCount(c);
    }
    return text;
  }

  /** XML 1.0, section 2.2. */
  static boolean isCharacter(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
