package dragoman.exchange;

import dragoman.language.LanguageTag;
import dragoman.memory.Context;
import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.Property;
import dragoman.memory.Variant;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads TMX 1.1 to 1.4b as a stream: memory does not grow with the file. A unit that is not
 * well-formed is skipped, named by its line, and reading goes on with the next one.
 *
 * <p>The neighbours of a text are read from the properties {@code x-context-pre} and {@code
 * x-context-post} of its {@code tuv}, plain text, empty at the start or end of a dispatch.
 */
public final class TmxReader {
  private static final String RESTART = "<tmx><body>";

  private final Rewindable file;
  private final UnitSink sink;
  private final ReportBuilder report = new ReportBuilder();
  private final Map<String, LanguageTag> languages = new LinkedHashMap<>();

  /** Where the file stands at the start of the present parser, and in which line. */
  private long startPosition;

  private long startLine = 1;
  private boolean root;

  private TmxReader(Rewindable file, UnitSink sink) {
    this.file = file;
    this.sink = sink;
  }

  /**
   * Reads a file to its end and hands every unit to the sink.
   *
   * @throws ExchangeException if it is empty or no TMX at all
   * @throws IOException if the stream fails
   */
  public static ReadReport read(InputStream in, UnitSink sink) throws IOException {
    return new TmxReader(new Rewindable(XmlEncoding.reader(in)), sink).file();
  }

  private ReadReport file() throws IOException {
    int prolog = 0;
    boolean more = true;
    while (more) {
      long unitLine = 0;
      XMLStreamReader xml = parser();
      try {
        while (xml.hasNext()) {
          if (xml.next() != XMLStreamConstants.START_ELEMENT) {
            continue;
          }
          if (!root) {
            checkRoot(xml.getLocalName());
          } else if (xml.getLocalName().equals("tu")) {
            unitLine = line(xml.getLocation());
            report.counted();
            unit(xml, unitLine);
            unitLine = 0;
          }
        }
        more = false;
      } catch (XMLStreamException e) {
        failOnIo(e);
        if (!root) {
          throw new ExchangeException("This is not TMX: " + Xml.fault(e) + ".", e);
        }
        Location place = Xml.place(e, xml);
        long offset = Integer.toUnsignedLong(place.getCharacterOffset()) - prolog;
        file.rewind(startPosition + Math.max(prolog == 0 ? 0 : 1, offset));
        more = resume(e, unitLine, line(place));
        file.prepend(RESTART);
        prolog = RESTART.length();
      }
    }
    return report.report();
  }

  private XMLStreamReader parser() throws IOException {
    try {
      return Xml.reader(file);
    } catch (XMLStreamException e) {
      failOnIo(e);
      throw new ExchangeException("This is not TMX: " + Xml.fault(e) + ".", e);
    }
  }

  private void checkRoot(String name) {
    if (!name.equals("tmx")) {
      throw new ExchangeException(
          "This is not TMX: it begins with <" + name + "> where <tmx> should stand.");
    }
    root = true;
  }

  private long line(Location location) {
    return startLine + location.getLineNumber() - 1;
  }

  private static void failOnIo(XMLStreamException e) throws IOException {
    if (e.getNestedException() instanceof IOException io) {
      throw io;
    }
  }

  /** Goes on to the next unit behind a fault; false where there is none. */
  private boolean resume(XMLStreamException fault, long unitLine, long faultLine)
      throws IOException {
    long lines = faultLine;
    boolean closed = false;
    StringBuilder last = new StringBuilder();
    for (int c = file.next(); c >= 0; c = file.next()) {
      if (c == '\n') {
        lines++;
      }
      if (last.length() == 3 && last.toString().equals("<tu") && (c == '>' || c <= ' ')) {
        skipped(fault, unitLine, faultLine);
        startPosition = file.position() - 4;
        startLine = c == '\n' ? lines - 1 : lines;
        file.rewind(startPosition);
        return true;
      }
      last.append((char) c);
      closed |= last.toString().equals("</body>") || last.toString().equals("</tmx>");
      if (c == '<') {
        last.setLength(0);
        last.append('<');
      } else if (last.length() > 7) {
        last.setLength(0);
      }
    }
    if (closed) {
      skipped(fault, unitLine, faultLine);
    } else {
      String where = unitLine > 0 ? ", in the middle of unit " + report.read() : "";
      if (unitLine > 0) {
        report.skipped(unitLine, "unit " + report.read() + " breaks off.");
      }
      report.brokenOff("the file breaks off in line " + lines + where);
    }
    return false;
  }

  private void skipped(XMLStreamException fault, long unitLine, long faultLine) {
    if (unitLine > 0) {
      String where = faultLine == unitLine ? "" : " in line " + faultLine;
      String said = "unit " + report.read() + " is skipped" + where + ": " + Xml.fault(fault) + ".";
      report.skipped(unitLine, said);
    } else {
      report.problem(faultLine, Xml.fault(fault) + ".");
    }
  }

  private void unit(XMLStreamReader xml, long line) throws XMLStreamException {
    Map<String, String> attributes = attributes(xml);
    List<Property> properties = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<Variant> variants = new ArrayList<>();
    List<Context> contexts = new ArrayList<>();
    Map<String, String> markup = new LinkedHashMap<>();
    long variantLine = line;
    try {
      while (!ends(xml, "tu")) {
        if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "prop" -> {
            beyond(xml, "prop", properties.size(), markup);
            properties.add(property(xml));
          }
          case "note" -> {
            beyond(xml, "note", notes.size(), markup);
            notes.add(elementText(xml));
          }
          case "tuv" -> {
            variantLine = line(xml.getLocation());
            variant(xml, variantLine, variants, contexts);
          }
          default -> {
            // An element of another tool: nothing that a unit could keep.
          }
        }
      }
      if (variants.isEmpty()) {
        throw new IllegalArgumentException("it has no text in any language");
      }
      sink.unit(
          new NewUnit(variants, new Metadata(attributes, properties, notes, markup), contexts),
          line);
    } catch (IllegalArgumentException e) {
      String reason = e.getMessage().replaceFirst("\\.$", "");
      report.skipped(variantLine, "unit " + report.read() + " is skipped: " + reason + ".");
      while (!(xml.getEventType() == XMLStreamConstants.END_ELEMENT
          && xml.getLocalName().equals("tu"))) {
        xml.next();
      }
    }
  }

  private void variant(
      XMLStreamReader xml, long line, List<Variant> variants, List<Context> contexts)
      throws XMLStreamException {
    LanguageTag language = language(Xml.attribute(xml, "lang"));
    Map<String, String> attributes = attributes(xml);
    List<Property> properties = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Optional<String> before = Optional.empty();
    Optional<String> after = Optional.empty();
    TaggedText text = TaggedText.EMPTY;
    Map<String, String> markup = new LinkedHashMap<>();
    while (!ends(xml, "tuv")) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "seg" -> {
          SegReader.Seg seg = SegReader.read(xml);
          text = seg.text();
          TmxMarkup.putSegment(markup, seg.raw());
          seg.unknown().forEach(name -> report.problem(line, unknown(name)));
        }
        case "note" -> {
          beyond(xml, "note", notes.size(), markup);
          notes.add(elementText(xml));
        }
        case "prop" -> {
          beyond(xml, "prop", properties.size(), markup);
          Property property = property(xml);
          if (property.type().equals(Property.BEFORE)) {
            before = Optional.of(property.value());
          } else if (property.type().equals(Property.AFTER)) {
            after = Optional.of(property.value());
          }
          properties.add(property);
        }
        default -> {
          // An element of another tool: nothing that a variant could keep.
        }
      }
    }
    if (text.isBlank()) {
      report.problem(line, "unit " + report.read() + " has no text in " + language + ".");
      return;
    }
    if (variants.stream().anyMatch(v -> v.language().equals(language))) {
      report.problem(
          line,
          "unit " + report.read() + " has a second text in " + language + "; the first is kept.");
      return;
    }
    variants.add(new Variant(language, text, new Metadata(attributes, properties, notes, markup)));
    if (before.isPresent() || after.isPresent()) {
      contexts.add(new Context(language, before, after));
    }
  }

  /** Steps on; true once the element of this name ends. */
  private static boolean ends(XMLStreamReader xml, String name) throws XMLStreamException {
    return xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name);
  }

  private LanguageTag language(String given) {
    if (given.isEmpty()) {
      throw new IllegalArgumentException("a text of it names no language (xml:lang)");
    }
    return languages.computeIfAbsent(given, LanguageTag::of);
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (!xml.getAttributeLocalName(i).equals("lang")) {
        attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
      }
    }
    return attributes;
  }

  private String unknown(String element) {
    return "unit "
        + report.read()
        + " has a <"
        + element
        + "> in its text, which TMX lacks; the text is kept, the element as a tag.";
  }

  /** Keeps the attributes of a note or property that have no place of their own. */
  private static void beyond(
      XMLStreamReader xml, String element, int place, Map<String, String> markup) {
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

  private static Property property(XMLStreamReader xml) throws XMLStreamException {
    String type = Xml.attribute(xml, "type");
    String language = Xml.attribute(xml, "lang");
    return new Property(type, language, elementText(xml));
  }

  private static String elementText(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isCharacters()) {
        text.append(xml.getText());
      } else if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        text.append(elementText(xml));
      } else if (xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
        throw SegReader.entity(xml);
      }
    }
    return Xml.sound(text.toString());
  }
}
