package dragoman.exchange;

import dragoman.memory.Metadata;
import dragoman.memory.Property;
import dragoman.memory.Unit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** When a unit was made or changed, by whom and for which dispatch, as TMX says it. */
final class Stamp {
  /** ISO 8601 as TMX 1.4b writes it, section “creationdate”. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);

  private Stamp() {}

  /**
   * What a unit says of itself in a file: what came with it, and what happened to it here since.
   *
   * @param header of the file
   */
  static Metadata of(Unit unit, Metadata header) {
    Metadata said = unit.metadata();
    boolean dated = attributes(unit, said).anyMatch(Stamp::isDated);
    if (unit.version() > 1) {
      said = stamped(said, "change", unit);
    } else if (!dated) {
      said = stamped(said, "creation", unit);
    }
    if (unit.origin().isEmpty()) {
      return said;
    }
    String slug = unit.origin().getOrDefault("slug", "");
    boolean named =
        slug.isEmpty()
            || said.properties().stream()
                .anyMatch(p -> p.type().equals(Property.DOCUMENT) && p.value().equals(slug));
    if (!named) {
      said = said.with(List.of(new Property(Property.DOCUMENT, "", slug)));
    }
    return TmxHeader.ofOurs(header, said);
  }

  private static Metadata stamped(Metadata said, String what, Unit unit) {
    return said.with(what + "date", DATE.format(unit.changedAt()))
        .with(what + "id", unit.changedBy());
  }

  /** When the unit last changed by what it says; empty where it says no date that can be read. */
  static Optional<Instant> changed(Unit unit, Metadata said) {
    return attributes(unit, said)
        .flatMap(
            attributes ->
                date(attributes, "changedate").or(() -> date(attributes, "creationdate")).stream())
        .max(Comparator.naturalOrder());
  }

  /** Whether somebody made or changed the unit or one of its texts, by what it says. */
  static boolean isBy(Unit unit, Metadata said, String person) {
    return attributes(unit, said)
        .anyMatch(
            attributes ->
                person.equalsIgnoreCase(attributes.getOrDefault("changeid", ""))
                    || person.equalsIgnoreCase(attributes.getOrDefault("creationid", "")));
  }

  private static Stream<Map<String, String>> attributes(Unit unit, Metadata said) {
    return Stream.concat(
        Stream.of(said.attributes()),
        unit.variants().stream().map(variant -> variant.metadata().attributes()));
  }

  private static boolean isDated(Map<String, String> attributes) {
    return attributes.containsKey("creationdate") || attributes.containsKey("changedate");
  }

  private static Optional<Instant> date(Map<String, String> attributes, String name) {
    String value = attributes.getOrDefault(name, "");
    try {
      return value.isEmpty() ? Optional.empty() : Optional.of(DATE.parse(value, Instant::from));
    } catch (DateTimeParseException e) {
      // Some tools write other dates; they come out as they are and answer no question.
      return Optional.empty();
    }
  }
}
