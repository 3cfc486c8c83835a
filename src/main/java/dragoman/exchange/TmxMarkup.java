package dragoman.exchange;

import dragoman.memory.Metadata;
import dragoman.text.TaggedText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a TMX file says that tags, notes and properties have no place for, as it stands in the file:
 * the content of a {@code seg} with {@code hi}, {@code ut}, {@code sub} or another tool's elements,
 * and the attributes of notes and properties. Kept under names in {@link Metadata#markup}.
 */
final class TmxMarkup {
  private static final String SEGMENT = "tmx.seg";
  private static final String ENCODING = "tmx.ude.";

  private TmxMarkup() {}

  static void putSegment(Map<String, String> markup, String raw) {
    if (!raw.isEmpty()) {
      markup.put(SEGMENT, raw);
    }
  }

  /** The name of an attribute of a note or property, by its place among those of its variant. */
  static String attribute(String element, int place, String attribute) {
    return "tmx." + element + "." + place + "." + attribute;
  }

  /** Gives the attributes of a note or property to one at another place. */
  static void move(
      Map<String, String> from, String element, int place, int newPlace, Map<String, String> to) {
    String beginning = attribute(element, place, "");
    from.forEach(
        (name, value) -> {
          if (name.startsWith(beginning)) {
            to.put(attribute(element, newPlace, name.substring(beginning.length())), value);
          }
        });
  }

  /** Keeps a user's own encoding ({@code ude}) as it stands. */
  static void putEncoding(Map<String, String> markup, int place, String raw) {
    markup.put(ENCODING + place, raw);
  }

  /** Adds the encodings that are not there yet. */
  static void addEncodings(Map<String, String> from, Map<String, String> to) {
    for (String raw : encodings(from)) {
      if (!to.containsValue(raw)) {
        putEncoding(to, encodings(to).size(), raw);
      }
    }
  }

  /** The users' own encodings, in order. */
  static List<String> encodings(Map<String, String> markup) {
    List<String> found = new ArrayList<>();
    for (String raw = markup.get(ENCODING + 0);
        raw != null;
        raw = markup.get(ENCODING + found.size())) {
      found.add(raw);
    }
    return found;
  }

  /**
   * The content of a {@code seg} as a file had it; empty where there is none, or where the text has
   * been changed since.
   */
  static String segment(Metadata metadata, TaggedText text) {
    String raw = metadata.markup().getOrDefault(SEGMENT, "");
    if (raw.isEmpty()) {
      return "";
    }
    try {
      XMLStreamReader xml = Xml.reader(new StringReader("<seg>" + raw + "</seg>"));
      xml.next();
      return SegReader.read(xml).text().equals(text) ? raw : "";
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Markup that was well-formed is no longer.", e);
    }
  }
}
