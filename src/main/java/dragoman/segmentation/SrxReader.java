package dragoman.segmentation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads SRX 2.0 (and the older 1.0, which nests the maps deeper); entities are never followed. */
final class SrxReader {
  private static final int MOST_FAULTS = 20;

  private final String file;
  private final Map<String, List<SrxRule>> rules = new LinkedHashMap<>();
  private final List<SrxDocument.LanguageMap> maps = new ArrayList<>();
  private final TreeMap<Integer, List<String>> faults = new TreeMap<>();
  private final List<Integer> mapLines = new ArrayList<>();
  private boolean cascade;
  private int doctype;
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
    byte[] content;
    try {
      content = in.readAllBytes();
    } catch (IOException e) {
      throw new SrxException("The SRX file " + file + " cannot be read: " + e.getMessage(), e);
    }
    if (content.length == 0) {
      throw new SrxException("The SRX file " + file + " is empty.");
    }
    SrxReader reader = new SrxReader(file);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
      try {
        return reader.document(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw reader.unreadable(content, e);
    }
  }

  private SrxException unreadable(byte[] content, XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    if (doctype > 0) {
      return new SrxException(
          "The SRX file "
              + file
              + " has a document type (<!DOCTYPE> in line "
              + doctype
              + "), whose entities are not taken (line "
              + line
              + "); write what they stand for.",
          e);
    }
    // without the zeros of UTF-16
    String text = new String(content, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
    if (text.contains("<srx") && !text.matches("(?s).*</(\\w+:)?srx\\s*>(\\s|<!--.*?-->)*")) {
      return new SrxException(
          "The SRX file "
              + file
              + " breaks off in line "
              + line
              + ", before </srx>; get the whole file.",
          e);
    }
    return new SrxException(
        "The SRX file " + file + " is not well-formed XML near line " + line + ".", e);
  }

  private SrxDocument document(XMLStreamReader xml) throws XMLStreamException, SrxException {
    boolean srx = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD -> doctype = xml.getLocation().getLineNumber();
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
    for (int i = 0; i < maps.size(); i++) {
      if (!rules.containsKey(maps.get(i).name())) {
        fault(mapLines.get(i), "it maps to the rules “" + maps.get(i).name() + "”, which it lacks");
      }
    }
    if (maps.isEmpty() && faults.isEmpty()) {
      throw new SrxException(
          "The SRX file " + file + " maps no language to rules (maprules is empty).");
    }
    if (!faults.isEmpty()) {
      rules.values().forEach(list -> list.forEach(this::expressions));
      throw refused();
    }
    return new SrxDocument(cascade, rules, maps);
  }

  /** Whoever mends a refused file is told of its broken expressions as well. */
  private void expressions(SrxRule rule) {
    for (String side : List.of(rule.before(), rule.after())) {
      try {
        Pattern.compile(side, Pattern.UNICODE_CHARACTER_CLASS);
      } catch (PatternSyntaxException e) {
        if (ExpressionParser.parse(side).isEmpty()) {
          int line = Integer.parseInt(rule.name().substring(rule.name().lastIndexOf(':') + 1));
          fault(line, "the expression “" + side + "” is not a regular expression");
        }
      }
    }
  }

  private void fault(int line, String message) {
    faults.computeIfAbsent(line, at -> new ArrayList<>()).add("line " + line + ": " + message);
  }

  private SrxException refused() {
    List<String> all = faults.values().stream().flatMap(List::stream).toList();
    String said = String.join("; ", all.subList(0, Math.min(all.size(), MOST_FAULTS)));
    int more = all.size() - MOST_FAULTS;
    return new SrxException(
        "The SRX file "
            + file
            + " cannot be used, "
            + said
            + (more > 0 ? "; and " + more + " more" : "")
            + ".");
  }

  private void element(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "header" -> cascade = "yes".equals(xml.getAttributeValue(null, "cascade"));
      case "languagerule" -> {
        comment = "";
        current = new ArrayList<>();
        List<SrxRule> list = current;
        attribute(xml, "languagerulename").ifPresent(name -> rules.put(name, list));
      }
      case "languagemap" -> {
        Optional<String> pattern = attribute(xml, "languagepattern");
        Optional<String> name = attribute(xml, "languagerulename");
        if (pattern.isPresent() && name.isPresent()) {
          map(pattern.get(), name.get(), xml.getLocation().getLineNumber());
        }
      }
      case "rule" -> current.add(rule(xml));
      default -> {}
    }
  }

  private void map(String pattern, String name, int line) {
    try {
      maps.add(
          new SrxDocument.LanguageMap(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), name));
      mapLines.add(line);
    } catch (PatternSyntaxException e) {
      fault(line, "the language pattern “" + pattern + "” is not a regular expression");
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

  private Optional<String> attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    if (value == null) {
      fault(xml.getLocation().getLineNumber(), "<" + xml.getLocalName() + "> lacks " + name);
    }
    return Optional.ofNullable(value);
  }
}
