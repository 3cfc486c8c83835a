package dragoman.segmentation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads SRX 2.0 (and the older 1.0, which nests the maps deeper); entities are never followed. */
final class SrxReader {
  private final String file;
  private final Map<String, List<SrxRule>> rules = new LinkedHashMap<>();
  private final List<SrxDocument.LanguageMap> maps = new ArrayList<>();
  private boolean cascade;
  private List<SrxRule> current = new ArrayList<>();
  private String comment = "";

  private SrxReader(String file) {
    this.file = file;
  }

  /** Reads a file of a person's. */
  static SrxDocument read(Path path) throws SrxException {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, path.getFileName().toString());
    } catch (NoSuchFileException e) {
      throw new SrxException("The SRX file " + path + " does not exist.", e);
    } catch (IOException e) {
      throw new SrxException("The SRX file " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a stream.
   *
   * @param file its name, for messages
   */
  static SrxDocument read(InputStream in, String file) throws SrxException {
    SrxReader reader = new SrxReader(file);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      try {
        return reader.document(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new SrxException(
          "The SRX file " + file + " is not well-formed XML near line " + line + ".", e);
    }
  }

  private SrxDocument document(XMLStreamReader xml) throws XMLStreamException, SrxException {
    boolean srx = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.COMMENT -> comment = xml.getText().replaceAll("\\s+", " ").strip();
        case XMLStreamConstants.START_ELEMENT -> {
          if (!srx && !xml.getLocalName().equals("srx")) {
            throw new SrxException(
                "The file " + file + " is not SRX: its root is <" + xml.getLocalName() + ">.");
          }
          srx = true;
          element(xml);
        }
        default -> {}
      }
    }
    if (maps.isEmpty()) {
      throw new SrxException(
          "The SRX file " + file + " maps no language to rules (maprules is empty).");
    }
    for (SrxDocument.LanguageMap map : maps) {
      if (!rules.containsKey(map.name())) {
        throw new SrxException(
            "The SRX file " + file + " maps to the rules “" + map.name() + "”, which it lacks.");
      }
    }
    return new SrxDocument(cascade, rules, maps);
  }

  private void element(XMLStreamReader xml) throws XMLStreamException, SrxException {
    switch (xml.getLocalName()) {
      case "header" -> cascade = "yes".equals(xml.getAttributeValue(null, "cascade"));
      case "languagerule" -> {
        comment = "";
        current = new ArrayList<>();
        rules.put(attribute(xml, "languagerulename"), current);
      }
      case "languagemap" -> {
        String pattern = attribute(xml, "languagepattern");
        try {
          maps.add(
              new SrxDocument.LanguageMap(
                  Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
                  attribute(xml, "languagerulename")));
        } catch (PatternSyntaxException e) {
          throw new SrxException(
              where(xml) + "the language pattern “" + pattern + "” is not a regular expression.",
              e);
        }
      }
      case "rule" -> current.add(rule(xml));
      default -> {}
    }
  }

  private SrxRule rule(XMLStreamReader xml) throws XMLStreamException {
    boolean breaks = !"no".equals(xml.getAttributeValue(null, "break"));
    int line = xml.getLocation().getLineNumber();
    String before = "";
    String after = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("beforebreak")) {
          before = xml.getElementText();
        } else if (xml.getLocalName().equals("afterbreak")) {
          after = xml.getElementText();
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("rule")) {
        break;
      }
    }
    SrxRule rule = new SrxRule(breaks, before, after, file + ":" + line, comment);
    comment = "";
    return rule;
  }

  private String attribute(XMLStreamReader xml, String name) throws SrxException {
    String value = xml.getAttributeValue(null, name);
    if (value == null) {
      throw new SrxException(where(xml) + "<" + xml.getLocalName() + "> lacks " + name + ".");
    }
    return value;
  }

  private String where(XMLStreamReader xml) {
    return "In the SRX file " + file + ", line " + xml.getLocation().getLineNumber() + ": ";
  }
}
