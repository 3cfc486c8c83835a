package dragoman.exchange;

import dragoman.memory.Metadata;
import dragoman.memory.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a {@code header}, {@code tu} or {@code tuv} says beside its texts: attributes, notes and
 * properties, gathered while it is read.
 */
final class TmxSaid {
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Property> properties = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, String> markup = new LinkedHashMap<>();

  /** Begins at the start of an element, whose attributes are taken, but for its language. */
  TmxSaid(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      String prefix = xml.getAttributePrefix(i);
      if (name.equals("lang")) {
        continue;
      }
      if (prefix.isEmpty() || prefix.equals("xml")) {
        String full = prefix.isEmpty() ? name : "xml:" + name;
        attributes.put(full, xml.getAttributeValue(i));
      }
    }
  }

  /** Takes a note or property that begins here, to its end; false where another element does. */
  boolean take(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "note" -> {
        beyond(xml, "note", notes.size());
        notes.add(text(xml));
      }
      case "prop" -> {
        beyond(xml, "prop", properties.size());
        String type = Xml.attribute(xml, "type");
        String language = Xml.attribute(xml, "lang");
        properties.add(new Property(type, language, text(xml)));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  List<Property> properties() {
    return properties;
  }

  Map<String, String> markup() {
    return markup;
  }

  Metadata metadata() {
    return new Metadata(attributes, properties, notes, markup);
  }

  /** Keeps the attributes of a note or property that have no place of their own. */
  private void beyond(XMLStreamReader xml, String element, int place) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      boolean own = element.equals("prop") && (name.equals("type") || name.equals("lang"));
      String prefix = xml.getAttributePrefix(i);
      if (!own && (prefix.isEmpty() || name.equals("lang"))) {
        String full = name.equals("lang") ? "xml:lang" : name;
        markup.put(TmxMarkup.attribute(element, place, full), Xml.sound(xml.getAttributeValue(i)));
      }
    }
  }

  private static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isCharacters()) {
        text.append(xml.getText());
      } else if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        text.append(text(xml));
      } else if (xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
        throw SegReader.entity(xml);
      }
    }
    return Xml.sound(text.toString());
  }
}
