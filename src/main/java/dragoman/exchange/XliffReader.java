package dragoman.exchange;

import dragoman.language.LanguageTag;
import dragoman.memory.Metadata;
import dragoman.memory.NewUnit;
import dragoman.memory.Variant;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the translated segments of XLIFF 1.2 ({@code trans-unit}) and 2.0/2.1 ({@code segment}) as
 * units of two variants. A segment without a target is counted as skipped.
 */
public final class XliffReader {
  private static final Set<String> UNITS = Set.of("trans-unit", "segment");

  private final UnitSink sink;
  private final ReportBuilder report = new ReportBuilder();
  private String from = "";
  private String to = "";

  private XliffReader(UnitSink sink) {
    this.sink = sink;
  }

  /**
   * Reads a file to its end and hands every unit to the sink.
   *
   * @throws ExchangeException if it is empty or no XLIFF at all
   * @throws IOException if the stream fails
   */
  public static ReadReport read(InputStream in, UnitSink sink) throws IOException {
    return new XliffReader(sink).file(in);
  }

  private ReadReport file(InputStream in) throws IOException {
    boolean root = false;
    String inside = "";
    XMLStreamReader xml = null;
    try {
      xml = Xml.reader(XmlEncoding.reader(in));
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        String name = xml.getLocalName();
        if (!root) {
          if (!name.equals("xliff")) {
            throw new ExchangeException(
                "This is not XLIFF: it begins with <" + name + "> where <xliff> should stand.");
          }
          root = true;
          from = Xml.attribute(xml, "srcLang");
          to = Xml.attribute(xml, "trgLang");
        } else if (name.equals("file")) {
          from = otherwise(Xml.attribute(xml, "source-language"), from);
          to = otherwise(Xml.attribute(xml, "target-language"), to);
        } else if (UNITS.contains(name)) {
          report.counted();
          inside = name + " " + report.read();
          unit(xml, name, xml.getLocation().getLineNumber());
          inside = "";
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException io) {
        throw io;
      }
      if (!root) {
        throw new ExchangeException("This is not XLIFF: " + Xml.fault(e) + ".", e);
      }
      if (!inside.isEmpty()) {
        report.skipped(Xml.place(e, xml).getLineNumber(), inside + " is not whole.");
      }
      report.brokenOff(Xml.end(e, xml, inside));
    }
    return report.report();
  }

  private void unit(XMLStreamReader xml, String name, long line) throws XMLStreamException {
    TaggedText source = TaggedText.EMPTY;
    TaggedText target = TaggedText.EMPTY;
    int depth = 0;
    String fault = "";
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        if (depth-- == 0) {
          break;
        }
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String element = xml.getLocalName();
        boolean inSource = depth == 0 && element.equals("source");
        if (!inSource && !(depth == 0 && element.equals("target"))) {
          depth++;
          continue;
        }
        Inline inline = new Inline();
        inline.read(xml);
        try {
          if (inSource) {
            source = inline.text();
          } else {
            target = inline.text();
          }
        } catch (IllegalArgumentException e) {
          fault = "cannot be taken: " + e.getMessage();
        }
      } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        fault = "refers to an entity, and entities are not opened";
      }
    }
    if (fault.isEmpty() && source.isBlank()) {
      fault = "has no source text";
    } else if (fault.isEmpty() && target.isBlank()) {
      fault = "has no target text";
    }
    if (!fault.isEmpty()) {
      report.skipped(line, name + " " + report.read() + " " + fault + ".");
      return;
    }
    try {
      sink.unit(
          new NewUnit(
              List.of(
                  new Variant(LanguageTag.of(from), source, Metadata.EMPTY),
                  new Variant(LanguageTag.of(to), target, Metadata.EMPTY)),
              Metadata.EMPTY,
              List.of()),
          line);
    } catch (IllegalArgumentException e) {
      report.skipped(line, name + " " + report.read() + " is skipped: " + e.getMessage());
    }
  }

  private static String otherwise(String given, String before) {
    return given.isEmpty() ? before : given;
  }

  /** The content of one source or target. */
  private static final class Inline {
    private final StringBuilder plain = new StringBuilder();
    private final List<Tag> tags = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Deque<Tag> open = new ArrayDeque<>();

    TaggedText text() {
      tags.forEach(tag -> Xml.sound(tag.data()));
      return new TaggedText(Xml.sound(plain.toString()), tags);
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
      while (true) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          start(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          if (open.isEmpty()) {
            return;
          }
          Tag opening = open.pop();
          if (opening.id() > 0) {
            tags.add(new Tag(plain.length(), Tag.Kind.CLOSE, opening.id(), opening.label(), ""));
          }
        } else if (xml.isCharacters()) {
          plain.append(xml.getText());
        }
      }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
      String name = xml.getLocalName();
      String id = otherwise(Xml.attribute(xml, "rid"), Xml.attribute(xml, "id"));
      String label = otherwise(Xml.attribute(xml, "ctype"), name);
      switch (name) {
        case "g", "pc" -> {
          Tag tag = new Tag(plain.length(), Tag.Kind.OPEN, number(id), label, "");
          tags.add(tag);
          open.push(tag);
        }
        case "mrk" -> open.push(new Tag(plain.length(), Tag.Kind.OPEN, 0, label, ""));
        case "x", "ph", "bx", "ex", "sc", "ec", "bpt", "ept", "it" -> {
          Tag.Kind kind =
              switch (name) {
                case "bx", "sc", "bpt" -> Tag.Kind.OPEN;
                case "ex", "ec", "ept" -> Tag.Kind.CLOSE;
                default -> Tag.Kind.ALONE;
              };
          String pair = otherwise(Xml.attribute(xml, "startRef"), id);
          tags.add(new Tag(plain.length(), kind, number(pair), label, code(xml)));
        }
        case "cp" -> {
          String hex = Xml.attribute(xml, "hex");
          boolean character = hex.matches("\\p{XDigit}{1,6}");
          int code = character ? Integer.parseInt(hex, 16) : 0;
          // XLIFF writes so what XML cannot: only what a text can hold is taken.
          plain.append(Xml.isCharacter(code) ? Character.toString(code) : XmlCharacters.FORBIDDEN);
          code(xml);
        }
        default -> code(xml);
      }
    }

    private int number(String id) {
      return ids.computeIfAbsent(id, unused -> ids.size() + 1);
    }

    private static String code(XMLStreamReader xml) throws XMLStreamException {
      StringBuilder code = new StringBuilder();
      for (int depth = 1; depth > 0; ) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (xml.isCharacters()) {
          code.append(xml.getText());
        }
      }
      return code.toString();
    }
  }
}
