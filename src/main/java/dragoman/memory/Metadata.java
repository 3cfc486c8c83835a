package dragoman.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file said of a unit or variant beside its text, kept to come out again.
 *
 * @param attributes by name, as TMX has them: {@code creationdate}, {@code changeid}, …; in order
 * @param properties in order
 * @param notes in order
 * @param markup what the file's format says beyond that, by a name of the format's own; only its
 *     reader and writer know more
 */
public record Metadata(
    Map<String, String> attributes,
    List<Property> properties,
    List<String> notes,
    Map<String, String> markup) {

  /** Nothing said. */
  public static final Metadata EMPTY = new Metadata(Map.of(), List.of(), List.of());

  public Metadata {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    properties = List.copyOf(properties);
    notes = List.copyOf(notes);
    // What was stored before there was markup has none.
    markup = markup == null ? Map.of() : Map.copyOf(markup);
  }

  /** The same without markup. */
  public Metadata(Map<String, String> attributes, List<Property> properties, List<String> notes) {
    this(attributes, properties, notes, Map.of());
  }

  /** The same with these properties behind its own. */
  public Metadata with(List<Property> more) {
    List<Property> all = new ArrayList<>(properties);
    all.addAll(more);
    return new Metadata(attributes, all, notes, markup);
  }

  /** The same with an attribute, which takes the place of one of that name. */
  public Metadata with(String attribute, String value) {
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.put(attribute, value);
    return new Metadata(all, properties, notes, markup);
  }

  /** Whether nothing is said. */
  public boolean isEmpty() {
    return attributes.isEmpty() && properties.isEmpty() && notes.isEmpty() && markup.isEmpty();
  }
}
