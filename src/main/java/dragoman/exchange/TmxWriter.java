package dragoman.exchange;

import dragoman.memory.Metadata;
import dragoman.memory.Property;
import dragoman.memory.Variant;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;

/**
 * Writes TMX 1.4b, unit by unit. What {@link TmxReader} read comes out again: inline tags,
 * attributes, properties (a text's neighbours are among them) and notes.
 */
public final class TmxWriter implements AutoCloseable {
  private static final String VERSION =
      Optional.ofNullable(TmxWriter.class.getPackage().getImplementationVersion())
          .orElse("development");

  private final Writer out;
  private final XMLStreamWriter2 xml;

  /**
   * Begins a file in UTF-8 whose units may come from any of their languages.
   *
   * @throws UncheckedIOException if the stream cannot be written, as in every method here
   */
  public TmxWriter(OutputStream stream) {
    this(stream, Metadata.EMPTY);
  }

  /**
   * The same with what the files said in their headers that the units came from.
   *
   * @param header as {@link UnitSink#header} had it
   */
  public TmxWriter(OutputStream stream, Metadata header) {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    try {
      xml = Xml.writer(out);
      xml.writeStartDocument("UTF-8", "1.0");
      line(0);
      xml.writeStartElement("tmx");
      xml.writeAttribute("version", "1.4");
      line(1);
      header(header);
      line(1);
      xml.writeStartElement("body");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private void header(Metadata header) throws XMLStreamException {
    List<String> encodings = TmxMarkup.encodings(header.markup());
    boolean empty =
        header.notes().isEmpty() && header.properties().isEmpty() && encodings.isEmpty();
    if (empty) {
      xml.writeEmptyElement("header");
    } else {
      xml.writeStartElement("header");
    }
    xml.writeAttribute("creationtool", "Dragoman");
    xml.writeAttribute("creationtoolversion", VERSION);
    attributes(TmxHeader.complete(header));
    if (empty) {
      return;
    }
    notesAndProperties(header, 2);
    for (String encoding : encodings) {
      line(2);
      xml.writeRaw(encoding);
    }
    line(1);
    xml.writeEndElement();
  }

  /** Writes one unit; without variants nothing. */
  public void unit(List<Variant> variants, Metadata metadata) {
    if (variants.isEmpty()) {
      return;
    }
    try {
      line(2);
      xml.writeStartElement("tu");
      attributes(metadata.attributes());
      notesAndProperties(metadata, 3);
      for (Variant variant : variants) {
        line(3);
        variant(variant);
      }
      line(2);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Ends the file; the stream stays open and flushed. */
  @Override
  public void close() {
    try {
      line(1);
      xml.writeEndElement();
      line(0);
      xml.writeEndElement();
      line(0);
      xml.writeEndDocument();
      xml.flush();
      out.flush();
    } catch (XMLStreamException e) {
      throw failed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void variant(Variant variant) throws XMLStreamException {
    xml.writeStartElement("tuv");
    xml.writeAttribute("xml:lang", variant.language().value());
    attributes(variant.metadata().attributes());
    notesAndProperties(variant.metadata(), 4);
    xml.writeStartElement("seg");
    String raw = TmxMarkup.segment(variant.metadata(), variant.text());
    xml.writeRaw(raw.isEmpty() ? SegMarkup.of(variant.text()) : raw);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void attributes(Map<String, String> attributes) throws XMLStreamException {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      xml.writeAttribute(attribute.getKey(), Xml.writable(attribute.getValue()));
    }
  }

  private void notesAndProperties(Metadata metadata, int depth) throws XMLStreamException {
    int place = 0;
    for (String note : metadata.notes()) {
      line(depth);
      xml.writeStartElement("note");
      beyond(metadata, "note", place++);
      xml.writeCharacters(Xml.writable(note));
      xml.writeEndElement();
    }
    place = 0;
    for (Property property : metadata.properties()) {
      line(depth);
      xml.writeStartElement("prop");
      xml.writeAttribute("type", Xml.writable(property.type()));
      if (!property.language().isEmpty()) {
        xml.writeAttribute("xml:lang", Xml.writable(property.language()));
      }
      beyond(metadata, "prop", place++);
      xml.writeCharacters(Xml.writable(property.value()));
      xml.writeEndElement();
    }
  }

  private void beyond(Metadata metadata, String element, int place) throws XMLStreamException {
    String beginning = TmxMarkup.attribute(element, place, "");
    for (Map.Entry<String, String> one : new TreeMap<>(metadata.markup()).entrySet()) {
      if (one.getKey().startsWith(beginning)) {
        xml.writeAttribute(one.getKey().substring(beginning.length()), one.getValue());
      }
    }
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static RuntimeException failed(XMLStreamException e) {
    return e.getNestedException() instanceof IOException io
        ? new UncheckedIOException(io)
        : new IllegalStateException(e);
  }
}
