package dragoman.exchange;

import dragoman.language.LanguageTag;
import dragoman.memory.Metadata;
import dragoman.memory.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The {@code header} of a TMX file (TMX 1.4b, section “header”): what it says holds for all units
 * of the file that say nothing else, and is kept by the memory that they go into.
 */
final class TmxHeader {
  /** Attributes that a {@code tu} has from the header where it lacks them. */
  private static final List<String> INHERITED =
      List.of("segtype", "srclang", "datatype", "o-tmf", "o-encoding");

  /** What an exported file says of itself, whatever the files that came in said. */
  private static final Set<String> OWN = Set.of("creationtool", "creationtoolversion");

  private static final Map<String, String> DEFAULTS = defaults();
  private static final String ALL = "*all*";

  private TmxHeader() {}

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("segtype", "sentence");
    defaults.put("o-tmf", "Dragoman");
    defaults.put("adminlang", "en");
    defaults.put("srclang", ALL);
    defaults.put("datatype", "plaintext");
    return defaults;
  }

  /**
   * Reads on from a {@code header} start element to its end.
   *
   * @throws IllegalArgumentException if it holds an entity or bytes that cannot be read
   */
  static Metadata read(XMLStreamReader xml) throws XMLStreamException {
    TmxSaid said = new TmxSaid(xml);
    int encodings = 0;
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("header")) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
          && !said.take(xml)
          && xml.getLocalName().equals("ude")) {
        TmxMarkup.putEncoding(said.markup(), encodings++, Xml.raw(xml));
      }
    }
    Metadata all = said.metadata();
    Map<String, String> attributes = new LinkedHashMap<>(all.attributes());
    attributes.keySet().removeAll(OWN);
    return new Metadata(attributes, all.properties(), all.notes(), all.markup());
  }

  /** What a memory keeps once a file with another header came in: the first, and what is new. */
  static Metadata joined(Metadata kept, Metadata read) {
    if (kept.isEmpty()) {
      return read;
    }
    Set<String> notes = new LinkedHashSet<>(kept.notes());
    Set<Property> properties = new LinkedHashSet<>(kept.properties());
    Map<String, String> markup = new LinkedHashMap<>(kept.markup());
    List<Property> moreProperties = new ArrayList<>();
    List<String> moreNotes = new ArrayList<>();
    for (int i = 0; i < read.notes().size(); i++) {
      if (notes.add(read.notes().get(i))) {
        int place = kept.notes().size() + moreNotes.size();
        TmxMarkup.move(read.markup(), "note", i, place, markup);
        moreNotes.add(read.notes().get(i));
      }
    }
    for (int i = 0; i < read.properties().size(); i++) {
      if (properties.add(read.properties().get(i))) {
        int place = kept.properties().size() + moreProperties.size();
        TmxMarkup.move(read.markup(), "prop", i, place, markup);
        moreProperties.add(read.properties().get(i));
      }
    }
    TmxMarkup.addEncodings(read.markup(), markup);
    List<String> allNotes = new ArrayList<>(kept.notes());
    allNotes.addAll(moreNotes);
    List<Property> allProperties = new ArrayList<>(kept.properties());
    allProperties.addAll(moreProperties);
    return new Metadata(kept.attributes(), allProperties, allNotes, markup);
  }

  /** What a unit must say itself, since the header that it goes under says something else. */
  static Map<String, String> unlike(Metadata kept, Metadata read) {
    Map<String, String> kept1 = complete(kept);
    Map<String, String> unlike = new LinkedHashMap<>();
    for (String name : INHERITED) {
      String value = read.attributes().get(name);
      if (value != null && !value.equals(kept1.get(name))) {
        unlike.put(name, value);
      }
    }
    return unlike;
  }

  /** A unit that came from no file is a sentence of plain text, translated from any language. */
  static Metadata ofOurs(Metadata header, Metadata unit) {
    Map<String, String> kept = complete(header);
    Metadata said = unit;
    for (String name : List.of("segtype", "srclang", "datatype")) {
      if (!DEFAULTS.get(name).equals(kept.get(name)) && !unit.attributes().containsKey(name)) {
        said = said.with(name, DEFAULTS.get(name));
      }
    }
    return said;
  }

  /** The attributes of a header to be written, but for those that name the tool. */
  static Map<String, String> complete(Metadata header) {
    Map<String, String> attributes = new LinkedHashMap<>(DEFAULTS);
    attributes.putAll(header.attributes());
    return attributes;
  }

  /** The same for a file that has only some languages: one without the source has no source. */
  static Metadata among(Metadata header, List<LanguageTag> languages) {
    String source = header.attributes().getOrDefault("srclang", ALL);
    boolean there =
        languages.isEmpty()
            || languages.stream().anyMatch(language -> spelt(source, language))
            || source.equals(ALL);
    return there ? header : header.with("srclang", ALL);
  }

  private static boolean spelt(String source, LanguageTag language) {
    try {
      return LanguageTag.of(source).meets(language);
    } catch (IllegalArgumentException e) {
      // A header may name its source language as no standard does; then it is not ours to judge.
      return true;
    }
  }
}
