package dragoman.exchange;

import dragoman.glossary.Concept;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.language.LanguageTag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads TBX (ISO 30042:2019) in both styles, DCA ({@code <termNote type="partOfSpeech">}) and DCT
 * ({@code <min:partOfSpeech>}), and its predecessor MARTIF ({@code termEntry}, {@code langSet},
 * {@code tig}, {@code ntig}), as a stream. Administrative status: {@code preferredTerm}, {@code
 * admittedTerm}, {@code deprecatedTerm}; {@code supersededTerm} is a forbidden form here.
 */
public final class TbxReader {
  static final String CASE_SENSITIVE = "x-caseSensitive";
  static final String EXACT = "x-exact";
  static final String UNTRANSLATED = "x-untranslated";
  static final String PROPOSED = "x-proposed";

  private static final Set<String> CONCEPTS = Set.of("conceptEntry", "termEntry");
  private static final Set<String> LANGUAGES = Set.of("langSec", "langSet");
  private static final Set<String> TERMS = Set.of("termSec", "tig", "ntig");
  private static final Set<String> TYPED = Set.of("descrip", "termNote", "admin");
  private static final Set<String> NAMED =
      Set.of(
          "definition",
          "subjectField",
          "administrativeStatus",
          "termType",
          "partOfSpeech",
          "grammaticalGender",
          "source");

  private final ConceptSink sink;
  private final ReportBuilder report = new ReportBuilder();

  private TbxReader(ConceptSink sink) {
    this.sink = sink;
  }

  /**
   * Reads a file to its end and hands every concept to the sink.
   *
   * @throws ExchangeException if it is empty or no TBX at all
   * @throws IOException if the stream fails
   */
  public static ReadReport read(InputStream in, ConceptSink sink) throws IOException {
    return new TbxReader(sink).file(in);
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
          if (!name.equals("tbx") && !name.equals("martif")) {
            throw new ExchangeException(
                "This is not TBX: it begins with <"
                    + name
                    + "> where <tbx> or <martif> should stand.");
          }
          root = true;
        } else if (CONCEPTS.contains(name)) {
          report.counted();
          inside = "concept " + report.read();
          concept(xml, xml.getLocation().getLineNumber());
          inside = "";
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException io) {
        throw io;
      }
      if (!root) {
        throw new ExchangeException("This is not TBX: " + Xml.fault(e) + ".", e);
      }
      if (!inside.isEmpty()) {
        report.skipped(Xml.place(e, xml).getLineNumber(), inside + " is not whole.");
      }
      report.brokenOff(Xml.end(e, xml, inside));
    }
    return report.report();
  }

  private void concept(XMLStreamReader xml, long line) throws XMLStreamException {
    String concept = "concept " + report.read();
    try {
      List<String> faults = new ArrayList<>();
      sink.concept(concept(xml, faults), line);
      faults.forEach(fault -> report.problem(line, concept + ": " + fault));
    } catch (IllegalArgumentException e) {
      String reason = e.getMessage().replaceFirst("\\.$", "");
      report.skipped(line, concept + " is skipped: " + reason + ".");
      toEnd(xml, CONCEPTS);
    }
  }

  /**
   * Reads a concept to its end.
   *
   * @param faults gets why a language of it could not be taken
   * @throws IllegalArgumentException if nothing of it can be taken
   */
  private static Concept concept(XMLStreamReader xml, List<String> faults)
      throws XMLStreamException {
    String key = Xml.sound(Xml.attribute(xml, "id"));
    Map<String, String> said = new HashMap<>();
    List<Term> terms = new ArrayList<>();
    while (!ends(xml, CONCEPTS)) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (!LANGUAGES.contains(xml.getLocalName())) {
        note(xml, said);
        continue;
      }
      try {
        language(xml, LanguageTag.of(Xml.attribute(xml, "lang")), said, terms);
      } catch (IllegalArgumentException e) {
        faults.add(e.getMessage());
        toEnd(xml, LANGUAGES);
      }
    }
    if (terms.isEmpty()) {
      throw new IllegalArgumentException(
          faults.isEmpty() ? "it has no term in any language" : String.join(" ", faults));
    }
    return new Concept(
        0,
        0,
        key,
        said.getOrDefault("subjectField", ""),
        said.getOrDefault("definition", ""),
        said.getOrDefault("note", ""),
        said.getOrDefault("source", ""),
        State.APPROVED,
        terms,
        Instant.EPOCH,
        "");
  }

  private static void toEnd(XMLStreamReader xml, Set<String> names) throws XMLStreamException {
    while (!(xml.getEventType() == XMLStreamConstants.END_ELEMENT
        && names.contains(xml.getLocalName()))) {
      xml.next();
    }
  }

  private static void language(
      XMLStreamReader xml, LanguageTag language, Map<String, String> concept, List<Term> terms)
      throws XMLStreamException {
    Map<String, String> said = new HashMap<>();
    while (!ends(xml, LANGUAGES)) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (TERMS.contains(xml.getLocalName())) {
        Map<String, String> term = new HashMap<>();
        while (!ends(xml, TERMS)) {
          if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
            note(xml, term);
          }
        }
        if (!term.getOrDefault("term", "").isBlank()) {
          terms.add(term(language, term, terms));
        }
      } else {
        note(xml, said);
      }
    }
    said.forEach(concept::putIfAbsent);
  }

  /** Takes what one element says; groups such as {@code descripGrp} are simply gone into. */
  private static void note(XMLStreamReader xml, Map<String, String> said)
      throws XMLStreamException {
    String name = xml.getLocalName();
    if (name.equals("term") || name.equals("note") || NAMED.contains(name)) {
      said.putIfAbsent(name, text(xml));
    } else if (TYPED.contains(name)) {
      said.putIfAbsent(Xml.attribute(xml, "type"), text(xml));
    }
  }

  private static Term term(LanguageTag language, Map<String, String> said, List<Term> before) {
    boolean first = before.stream().noneMatch(t -> t.language().equals(language));
    String status = said.getOrDefault("administrativeStatus", "");
    return new Term(
        0,
        language,
        said.get("term").strip(),
        status(status, first),
        type(said.getOrDefault("termType", "")),
        said.getOrDefault("partOfSpeech", ""),
        said.getOrDefault("grammaticalGender", ""),
        said.getOrDefault("note", ""),
        said.getOrDefault(CASE_SENSITIVE, "").equals("true"),
        said.getOrDefault(EXACT, "").equals("true"),
        said.getOrDefault(UNTRANSLATED, "").equals("true"),
        said.getOrDefault(PROPOSED, "").equals("true") ? State.PROPOSED : State.APPROVED);
  }

  private static Term.Status status(String said, boolean first) {
    if (said.startsWith("preferred")) {
      return Term.Status.PREFERRED;
    } else if (said.startsWith("admitted")) {
      return Term.Status.ADMITTED;
    } else if (said.startsWith("deprecated")) {
      return Term.Status.DEPRECATED;
    } else if (said.startsWith("superseded") || said.startsWith("forbidden")) {
      return Term.Status.FORBIDDEN;
    }
    return first ? Term.Status.PREFERRED : Term.Status.ADMITTED;
  }

  private static Term.Type type(String said) {
    return switch (said) {
      case "fullForm" -> Term.Type.FULL_FORM;
      case "abbreviation", "acronym", "initialism", "shortForm" -> Term.Type.ABBREVIATION;
      default -> Term.Type.OTHER;
    };
  }

  private static boolean ends(XMLStreamReader xml, Set<String> names) throws XMLStreamException {
    return xml.next() == XMLStreamConstants.END_ELEMENT && names.contains(xml.getLocalName());
  }

  private static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw SegReader.entity(xml);
      } else if (xml.isCharacters()) {
        text.append(xml.getText());
      }
    }
    return Xml.sound(text.toString()).strip();
  }
}
