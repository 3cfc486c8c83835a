package dragoman.web;

import dragoman.language.LanguageTag;
import dragoman.memory.Unit;
import dragoman.memory.UnitChange;
import dragoman.memory.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A unit as the pages show it. */
record UnitView(
    long id,
    long memory,
    long version,
    boolean deleted,
    List<VariantView> variants,
    Instant changedAt,
    String changedBy,
    Map<String, String> origin) {
  static UnitView of(Unit unit) {
    return new UnitView(
        unit.id(),
        unit.memoryId(),
        unit.version(),
        unit.deleted(),
        unit.variants().stream().map(VariantView::of).toList(),
        unit.changedAt(),
        unit.changedBy(),
        unit.origin());
  }

  record VariantView(LanguageTag language, TaggedTextView text) {
    static VariantView of(Variant variant) {
      return new VariantView(variant.language(), TaggedTextView.of(variant.text()));
    }
  }

  /** A step in a unit's life. */
  record ChangeView(
      long version,
      UnitChange.What what,
      Instant at,
      String who,
      Map<String, String> origin,
      List<VariantView> variants) {
    static ChangeView of(UnitChange change) {
      return new ChangeView(
          change.version(),
          change.what(),
          change.at(),
          change.who(),
          change.origin(),
          change.variants().stream().map(VariantView::of).toList());
    }
  }
}
