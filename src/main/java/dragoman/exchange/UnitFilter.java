package dragoman.exchange;

import dragoman.language.LanguageTag;
import dragoman.memory.Metadata;
import dragoman.memory.Property;
import dragoman.memory.Unit;
import dragoman.memory.Variant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Which units of a memory go into a file: those that meet all that is asked.
 *
 * @param languages only these, by language and script; all where empty
 * @param since last changed on this day (UTC) or later
 * @param until last changed on this day (UTC) or earlier
 * @param dispatch from the dispatch of this slug or number, without regard to case
 * @param person made or last changed by this person, without regard to case
 */
public record UnitFilter(
    List<LanguageTag> languages,
    Optional<LocalDate> since,
    Optional<LocalDate> until,
    Optional<String> dispatch,
    Optional<String> person) {

  /** Every unit in every language. */
  public static final UnitFilter ALL = ofLanguages(List.of());

  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public UnitFilter {
    languages = List.copyOf(languages);
    if (since.isPresent() && until.isPresent() && until.get().isBefore(since.get())) {
      throw new IllegalArgumentException(
          "Nothing can be from "
              + since.get()
              + " or later and from "
              + until.get()
              + " or earlier; exchange the two dates.");
    }
  }

  /** Every unit, in some languages. */
  public static UnitFilter ofLanguages(List<LanguageTag> languages) {
    return new UnitFilter(
        languages, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The texts of a unit that are wanted. */
  List<Variant> variants(Unit unit) {
    return unit.variants().stream()
        .filter(v -> languages.isEmpty() || languages.stream().anyMatch(v.language()::meets))
        .toList();
  }

  /**
   * Whether a unit is wanted.
   *
   * @param said what the file would say of it
   */
  boolean takes(Unit unit, Metadata said) {
    return inTime(unit, said)
        && dispatch.map(asked -> isFrom(unit, said, asked)).orElse(true)
        && person.map(asked -> Stamp.isBy(unit, said, asked)).orElse(true);
  }

  private boolean inTime(Unit unit, Metadata said) {
    if (since.isEmpty() && until.isEmpty()) {
      return true;
    }
    Instant changed = Stamp.changed(unit, said).orElse(unit.changedAt());
    LocalDate day = changed.atZone(ZoneOffset.UTC).toLocalDate();
    return since.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  private static boolean isFrom(Unit unit, Metadata said, String asked) {
    return asked.equalsIgnoreCase(unit.origin().getOrDefault("slug", ""))
        || asked.equals(unit.origin().getOrDefault("dispatch", ""))
        || said.properties().stream()
            .anyMatch(p -> p.type().equals(Property.DOCUMENT) && p.value().equalsIgnoreCase(asked));
  }
}
