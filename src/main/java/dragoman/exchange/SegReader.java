package dragoman.exchange;

import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the content of a TMX {@code seg} (TMX 1.4b, section “Content Markup”): text with {@code
 * bpt, ept, it, ph, hi, ut}; what stands in a {@code sub} belongs to its tag's code.
 */
final class SegReader {
  private final StringBuilder plain = new StringBuilder();
  private final List<Tag> tags = new ArrayList<>();
  private final Map<String, Integer> openByNumber = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();
  private final Deque<Integer> highlighted = new ArrayDeque<>();

  private SegReader() {}

  /**
   * Reads on from a {@code seg} start element to its end.
   *
   * @throws IllegalArgumentException if it holds an entity or bytes that cannot be read
   */
  static TaggedText read(XMLStreamReader xml) throws XMLStreamException {
    return new SegReader().segment(xml);
  }

  private TaggedText segment(XMLStreamReader xml) throws XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            plain.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        case XMLStreamConstants.ENTITY_REFERENCE -> throw entity(xml);
        case XMLStreamConstants.START_ELEMENT -> element(xml);
        case XMLStreamConstants.END_ELEMENT -> {
          if (highlighted.isEmpty()) {
            return text();
          }
          int id = highlighted.pop();
          tags.add(new Tag(plain.length(), Tag.Kind.CLOSE, id, labelOf(id), ""));
        }
        default -> {
          // Comments and processing instructions say nothing about the text.
        }
      }
    }
  }

  private TaggedText text() {
    return new TaggedText(Xml.sound(plain.toString()), tags);
  }

  private void element(XMLStreamReader xml) throws XMLStreamException {
    String name = xml.getLocalName();
    String type = Xml.attribute(xml, "type");
    String number = Xml.attribute(xml, "i");
    String x = Xml.attribute(xml, "x");
    String position = Xml.attribute(xml, "pos");
    int at = plain.length();
    switch (name) {
      case "hi" -> {
        int id = fresh(x);
        highlighted.push(id);
        tags.add(new Tag(at, Tag.Kind.OPEN, id, type.isEmpty() ? "hi" : type, ""));
      }
      case "bpt" -> {
        int id = fresh(x.isEmpty() ? number : x);
        openByNumber.put(number, id);
        tags.add(tag(at, Tag.Kind.OPEN, id, type, code(xml)));
      }
      case "ept" -> {
        Integer id = openByNumber.remove(number);
        int closing = id == null ? fresh(number) : id;
        String label = id == null ? type : labelOf(closing);
        tags.add(tag(at, Tag.Kind.CLOSE, closing, label, code(xml)));
      }
      case "it" -> {
        Tag.Kind kind = position.equals("end") ? Tag.Kind.CLOSE : Tag.Kind.OPEN;
        tags.add(tag(at, kind, fresh(x), type, code(xml)));
      }
      case "ph", "ut" -> tags.add(tag(at, Tag.Kind.ALONE, fresh(x), type, code(xml)));
      default ->
          throw new IllegalArgumentException("its text has a <" + name + ">, which TMX lacks");
    }
  }

  /** The id that the file gives if it is free, otherwise the next free one. */
  private int fresh(String given) {
    int id = 0;
    if (given.length() < 9
        && !given.isEmpty()
        && given.chars().allMatch(c -> c >= '0' && c <= '9')) {
      id = Integer.parseInt(given);
    }
    if (id <= 0 || used.contains(id)) {
      id = 1;
      while (used.contains(id)) {
        id++;
      }
    }
    used.add(id);
    return id;
  }

  private static Tag tag(int at, Tag.Kind kind, int id, String label, String data) {
    return new Tag(at, kind, id, label.isEmpty() ? labelFrom(data, id) : label, data);
  }

  /** The name of the element in the code, as {@code b} in {@code <b class="x">}. */
  private static String labelFrom(String data, int id) {
    int from = 0;
    while (from < data.length() && !Character.isLetterOrDigit(data.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < data.length() && to - from < 12 && Character.isLetterOrDigit(data.charAt(to))) {
      to++;
    }
    return to == from ? String.valueOf(id) : data.substring(from, to);
  }

  private String labelOf(int id) {
    for (Tag tag : tags) {
      if (tag.id() == id && tag.kind() == Tag.Kind.OPEN) {
        return tag.label();
      }
    }
    return String.valueOf(id);
  }

  private static String code(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder code = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            code.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        case XMLStreamConstants.ENTITY_REFERENCE -> throw entity(xml);
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {
          // Comments and processing instructions are no part of the code.
        }
      }
    }
    return Xml.sound(code.toString());
  }

  static IllegalArgumentException entity(XMLStreamReader xml) {
    return new IllegalArgumentException(
        "its text refers to an entity “&" + xml.getLocalName() + ";”, and entities are not opened");
  }
}
