package dragoman.exchange;

import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the content of a TMX {@code seg} (TMX 1.4b, section “Content Markup”): text with {@code
 * bpt, ept, it, ph, hi, ut}; what stands in a {@code sub} belongs to its tag's code. An element
 * that TMX lacks is a pair of tags around its text.
 */
final class SegReader {
  private static final Set<String> SAID_BY_TAGS = Set.of("bpt", "ept", "it", "ph");
  private static final Set<String> ATTRIBUTES = Set.of("i", "x", "type", "pos");

  private final StringBuilder plain = new StringBuilder();
  private final List<Tag> tags = new ArrayList<>();
  private final Map<String, Integer> openByNumber = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();
  private final Deque<Integer> highlighted = new ArrayDeque<>();
  private final StringBuilder raw = new StringBuilder();
  private final Set<String> unknown = new LinkedHashSet<>();
  private boolean beyondTags;

  /**
   * A segment.
   *
   * @param raw the content as it stands in the file; empty where the text's tags say it all
   * @param unknown names of elements that TMX lacks
   */
  record Seg(TaggedText text, String raw, Set<String> unknown) {}

  private SegReader() {}

  /**
   * Reads on from a {@code seg} start element to its end.
   *
   * @throws IllegalArgumentException if it holds an entity or bytes that cannot be read
   */
  static Seg read(XMLStreamReader xml) throws XMLStreamException {
    return new SegReader().segment(xml);
  }

  /**
   * The plain text of a value that may be a {@code seg} written out, as {@code &lt;seg&gt;…}; what
   * is not well-formed is taken as it stands.
   */
  static String plain(String value) {
    String stripped = value.strip();
    if (!stripped.startsWith("<seg>") || !stripped.endsWith("</seg>")) {
      return value;
    }
    try {
      XMLStreamReader xml = Xml.reader(new StringReader(stripped));
      xml.next();
      return read(xml).text().plain();
    } catch (XMLStreamException | IllegalArgumentException e) {
      return value;
    }
  }

  private Seg segment(XMLStreamReader xml) throws XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          plain.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          rawText(xml);
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> throw entity(xml);
        case XMLStreamConstants.START_ELEMENT -> element(xml);
        case XMLStreamConstants.END_ELEMENT -> {
          if (highlighted.isEmpty()) {
            return text();
          }
          rawEnd(xml);
          int id = highlighted.pop();
          tags.add(new Tag(plain.length(), Tag.Kind.CLOSE, id, labelOf(id), ""));
        }
        default -> {
          // Comments and processing instructions say nothing about the text.
        }
      }
    }
  }

  private Seg text() {
    TaggedText text = new TaggedText(Xml.sound(plain.toString()), tags);
    if (text.tags().isEmpty() && !beyondTags) {
      return new Seg(text, "", unknown);
    }
    String stood = Xml.sound(raw.toString());
    return new Seg(text, beyondTags || !stood.equals(SegMarkup.of(text)) ? stood : "", unknown);
  }

  private void element(XMLStreamReader xml) throws XMLStreamException {
    String name = xml.getLocalName();
    String type = Xml.attribute(xml, "type");
    String number = Xml.attribute(xml, "i");
    String x = Xml.attribute(xml, "x");
    String position = Xml.attribute(xml, "pos");
    int at = plain.length();
    rawStart(xml);
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
      default -> {
        unknown.add(name);
        int id = fresh(x);
        highlighted.push(id);
        tags.add(new Tag(at, Tag.Kind.OPEN, id, name, ""));
      }
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

  private String code(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder code = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          code.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          rawText(xml);
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> throw entity(xml);
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          rawStart(xml);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          rawEnd(xml);
        }
        default -> {
          // Comments and processing instructions are no part of the code.
        }
      }
    }
    return Xml.sound(code.toString());
  }

  private void rawStart(XMLStreamReader xml) {
    String name = rawName(xml);
    beyondTags |= !SAID_BY_TAGS.contains(name);
    raw.append('<').append(name);
    if (!xml.getNamespaceURI().isEmpty()) {
      String prefix = xml.getPrefix();
      raw.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix).append("=\"");
      Xml.escape(xml.getNamespaceURI(), true, raw);
      raw.append('"');
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String attribute = xml.getAttributeLocalName(i);
      boolean own = xml.getAttributePrefix(i).isEmpty();
      beyondTags |= !own || !ATTRIBUTES.contains(attribute);
      if (own) {
        raw.append(' ').append(attribute).append("=\"");
        Xml.escape(xml.getAttributeValue(i), true, raw);
        raw.append('"');
      }
    }
    raw.append('>');
  }

  private void rawEnd(XMLStreamReader xml) {
    raw.append("</").append(rawName(xml)).append('>');
  }

  private void rawText(XMLStreamReader xml) {
    Xml.escape(xml.getText(), false, raw);
  }

  private static String rawName(XMLStreamReader xml) {
    return xml.getPrefix().isEmpty()
        ? xml.getLocalName()
        : xml.getPrefix() + ":" + xml.getLocalName();
  }

  static IllegalArgumentException entity(XMLStreamReader xml) {
    return new IllegalArgumentException(
        "its text refers to an entity “&" + xml.getLocalName() + ";”, and entities are not opened");
  }
}
