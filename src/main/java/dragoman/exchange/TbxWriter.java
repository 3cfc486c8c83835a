package dragoman.exchange;

import dragoman.glossary.Concept;
import dragoman.glossary.State;
import dragoman.glossary.Term;
import dragoman.language.LanguageTag;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes TBX-Basic (ISO 30042:2019) in DCA style, concept by concept. */
public final class TbxWriter implements AutoCloseable {
  private static final String NAMESPACE = "urn:iso:std:iso:30042:ed-2";

  private final Writer out;
  private final XMLStreamWriter xml;

  /**
   * Begins a file in UTF-8.
   *
   * @throws UncheckedIOException if the stream cannot be written, as in every method here
   */
  public TbxWriter(OutputStream stream) {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    try {
      xml = Xml.writer(out);
      xml.writeStartDocument("UTF-8", "1.0");
      open(0, "tbx");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("type", "TBX-Basic");
      xml.writeAttribute("style", "dca");
      xml.writeAttribute("xml:lang", "en");
      open(1, "tbxHeader");
      open(2, "fileDesc");
      open(3, "sourceDesc");
      element(4, "p", "", "Glossary exported by Dragoman.");
      for (int depth = 3; depth > 0; depth--) {
        shut(depth);
      }
      open(1, "text");
      open(2, "body");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Writes one concept. */
  public void concept(Concept concept) {
    try {
      open(3, "conceptEntry");
      xml.writeAttribute(
          "id", concept.key().isEmpty() ? "concept-" + concept.id() : Xml.writable(concept.key()));
      element(4, "descrip", "subjectField", concept.subjectField());
      element(4, "descrip", "definition", concept.definition());
      element(4, "admin", "source", concept.source());
      element(4, "note", "", concept.note());
      for (Map.Entry<LanguageTag, List<Term>> language : byLanguage(concept).entrySet()) {
        open(4, "langSec");
        xml.writeAttribute("xml:lang", language.getKey().value());
        for (Term term : language.getValue()) {
          term(term, concept.state() == State.PROPOSED);
        }
        shut(4);
      }
      shut(3);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Ends the file; the stream stays open and flushed. */
  @Override
  public void close() {
    try {
      for (int depth = 2; depth >= 0; depth--) {
        shut(depth);
      }
      xml.writeEndDocument();
      xml.flush();
      out.flush();
    } catch (XMLStreamException e) {
      throw failed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void term(Term term, boolean proposed) throws XMLStreamException {
    open(5, "termSec");
    element(6, "term", "", term.text());
    element(6, "termNote", "administrativeStatus", status(term.status()));
    element(6, "termNote", "termType", type(term.type()));
    element(6, "termNote", "partOfSpeech", term.partOfSpeech());
    element(6, "termNote", "grammaticalGender", term.gender());
    flag(TbxReader.CASE_SENSITIVE, term.caseSensitive());
    flag(TbxReader.EXACT, term.exact());
    flag(TbxReader.UNTRANSLATED, term.untranslated());
    flag(TbxReader.PROPOSED, proposed || term.state() == State.PROPOSED);
    element(6, "note", "", term.note());
    shut(5);
  }

  private static Map<LanguageTag, List<Term>> byLanguage(Concept concept) {
    Map<LanguageTag, List<Term>> languages = new LinkedHashMap<>();
    for (Term term : concept.terms()) {
      languages.computeIfAbsent(term.language(), unused -> new ArrayList<>()).add(term);
    }
    return languages;
  }

  private static String status(Term.Status status) {
    return switch (status) {
      case PREFERRED -> "preferredTerm-admn-sts";
      case ADMITTED -> "admittedTerm-admn-sts";
      case DEPRECATED -> "deprecatedTerm-admn-sts";
      case FORBIDDEN -> "supersededTerm-admn-sts";
    };
  }

  private static String type(Term.Type type) {
    return switch (type) {
      case FULL_FORM -> "fullForm";
      case ABBREVIATION -> "abbreviation";
      case OTHER -> "";
    };
  }

  private void flag(String type, boolean set) throws XMLStreamException {
    element(6, "termNote", type, set ? "true" : "");
  }

  /** An element with a text; without a text none. */
  private void element(int depth, String element, String type, String value)
      throws XMLStreamException {
    if (value.isEmpty()) {
      return;
    }
    open(depth, element);
    if (!type.isEmpty()) {
      xml.writeAttribute("type", type);
    }
    xml.writeCharacters(Xml.writable(value));
    xml.writeEndElement();
  }

  private void open(int depth, String element) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeStartElement(element);
  }

  private void shut(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeEndElement();
  }

  private static RuntimeException failed(XMLStreamException e) {
    return e.getNestedException() instanceof IOException io
        ? new UncheckedIOException(io)
        : new IllegalStateException(e);
  }
}
