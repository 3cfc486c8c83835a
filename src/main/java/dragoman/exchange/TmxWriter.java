package dragoman.exchange;

import dragoman.memory.Metadata;
import dragoman.memory.Property;
import dragoman.memory.Variant;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    try {
      xml = Xml.writer(out);
      xml.writeStartDocument("UTF-8", "1.0");
      line(0);
      xml.writeStartElement("tmx");
      xml.writeAttribute("version", "1.4");
      line(1);
      xml.writeEmptyElement("header");
      xml.writeAttribute("creationtool", "Dragoman");
      xml.writeAttribute("creationtoolversion", VERSION);
      xml.writeAttribute("segtype", "sentence");
      xml.writeAttribute("o-tmf", "Dragoman");
      xml.writeAttribute("adminlang", "en");
      xml.writeAttribute("srclang", "*all*");
      xml.writeAttribute("datatype", "plaintext");
      line(1);
      xml.writeStartElement("body");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Writes one unit; without variants nothing. */
  public void unit(List<Variant> variants, Metadata metadata) {
    if (variants.isEmpty()) {
      return;
    }
    try {
      line(2);
      xml.writeStartElement("tu");
      attributes(metadata);
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
    attributes(variant.metadata());
    notesAndProperties(variant.metadata(), 4);
    xml.writeStartElement("seg");
    String raw = TmxMarkup.segment(variant.metadata(), variant.text());
    if (raw.isEmpty()) {
      segment(variant.text());
    } else {
      xml.writeRaw(raw);
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void attributes(Metadata metadata) throws XMLStreamException {
    for (Map.Entry<String, String> attribute : metadata.attributes().entrySet()) {
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

  private void segment(TaggedText text) throws XMLStreamException {
    Set<Integer> opened = new HashSet<>();
    Set<Integer> paired = paired(text.tags());
    int from = 0;
    for (Tag tag : text.tags()) {
      xml.writeCharacters(Xml.writable(text.plain().substring(from, tag.at())));
      from = tag.at();
      String id = String.valueOf(tag.id());
      switch (tag.kind()) {
        case OPEN -> {
          if (paired.contains(tag.id()) && opened.add(tag.id())) {
            code("bpt", tag, "i", id, "x", id);
          } else {
            code("it", tag, "pos", "begin", "x", id);
          }
        }
        case CLOSE -> {
          if (opened.contains(tag.id())) {
            code("ept", tag, "i", id);
          } else {
            code("it", tag, "pos", "end", "x", id);
          }
        }
        case ALONE -> code("ph", tag, "x", id);
      }
    }
    xml.writeCharacters(Xml.writable(text.plain().substring(from)));
  }

  /** Ids whose opening tag stands before its closing one. */
  private static Set<Integer> paired(List<Tag> tags) {
    Set<Integer> open = new HashSet<>();
    Set<Integer> paired = new HashSet<>();
    for (Tag tag : tags) {
      if (tag.kind() == Tag.Kind.OPEN) {
        open.add(tag.id());
      } else if (tag.kind() == Tag.Kind.CLOSE && open.contains(tag.id())) {
        paired.add(tag.id());
      }
    }
    return paired;
  }

  private void code(String element, Tag tag, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
    if (!element.equals("ept")) {
      xml.writeAttribute("type", Xml.writable(tag.label()));
    }
    xml.writeCharacters(Xml.writable(tag.data()));
    xml.writeEndElement();
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
