package dragoman.exchange;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.Reader;
import java.io.Writer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML read without document types and without entities of its own: a DOCTYPE is passed over, its
 * entities are never opened, a reference to one is handed to the caller as it stands.
 */
final class Xml {
  private Xml() {}

  static XMLStreamReader reader(Reader characters) throws XMLStreamException {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    return factory.createXMLStreamReader(characters);
  }

  static XMLStreamWriter writer(Writer out) throws XMLStreamException {
    return new WstxOutputFactory().createXMLStreamWriter(out);
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

  /** What an XML parser says, in one line without its own coordinates. */
  static String said(XMLStreamException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    message = message.replaceFirst("^ParseError at .*", "it is not well-formed XML");
    return message.replaceAll("\\s+", " ").strip();
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

  private static boolean isCharacter(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
