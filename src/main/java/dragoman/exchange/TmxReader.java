package dragoman.exchange;

import dragoman.language.LanguageTag;
import dragoman.memory.Context;
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
 * x-context-post} of its {@code tuv}, plain text or a {@code seg} written out (as memoQ does),
 * empty at the start or end of a dispatch.
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
          } else if (xml.getLocalName().equals("header")) {
            header(xml);
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

  private void header(XMLStreamReader xml) throws XMLStreamException {
    long line = line(xml.getLocation());
    try {
      sink.header(TmxHeader.read(xml));
    } catch (IllegalArgumentException e) {
      String reason = e.getMessage().replaceFirst("\\.$", "");
      report.problem(line, "what the header says is not kept: " + reason + ".");
    }
  }

  private void unit(XMLStreamReader xml, long line) throws XMLStreamException {
    TmxSaid said = new TmxSaid(xml);
    List<Variant> variants = new ArrayList<>();
    List<Context> contexts = new ArrayList<>();
    long variantLine = line;
    try {
      while (!ends(xml, "tu")) {
        if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("tuv")) {
          variantLine = line(xml.getLocation());
          variant(xml, variantLine, variants, contexts);
        } else {
          // An element of another tool is nothing that a unit could keep.
          said.take(xml);
        }
      }
      if (variants.isEmpty()) {
        throw new IllegalArgumentException("it has no text in any language");
      }
      sink.unit(new NewUnit(variants, said.metadata(), contexts), line);
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
    TmxSaid said = new TmxSaid(xml);
    TaggedText text = TaggedText.EMPTY;
    while (!ends(xml, "tuv")) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("seg")) {
        SegReader.Seg seg = SegReader.read(xml);
        text = seg.text();
        TmxMarkup.putSegment(said.markup(), seg.raw());
        seg.unknown().forEach(name -> report.problem(line, unknown(name)));
      } else {
        // An element of another tool is nothing that a variant could keep.
        said.take(xml);
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
    variants.add(new Variant(language, text, said.metadata()));
    Optional<String> before = neighbour(said.properties(), Property.BEFORE);
    Optional<String> after = neighbour(said.properties(), Property.AFTER);
    if (before.isPresent() || after.isPresent()) {
      contexts.add(new Context(language, before, after));
    }
  }

  private static Optional<String> neighbour(List<Property> properties, String type) {
    return properties.stream()
        .filter(property -> property.type().equals(type))
        .map(property -> SegReader.plain(property.value()))
        .reduce((first, last) -> last);
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

  private String unknown(String element) {
    return "unit "
        + report.read()
        + " has a <"
        + element
        + "> in its text, which TMX lacks; the text is kept, the element as a tag.";
  }
}
