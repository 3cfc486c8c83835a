package dragoman.dispatch.care;

import dragoman.dispatch.LanguageDetector;
import dragoman.language.LanguageTag;
import dragoman.memory.Unit;
import dragoman.memory.Variant;
import dragoman.quality.Checker;
import dragoman.quality.Finding;
import dragoman.quality.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a unit by itself. Safe for many threads. */
final class Inspector {
  private final Checker checker;
  private final Foreign foreign;

  Inspector(Checker checker, LanguageDetector detector) {
    this.checker = checker;
    this.foreign = new Foreign(detector);
  }

  List<Fault> faults(Unit unit) {
    if (unit.variants().isEmpty()) {
      return List.of();
    }
    Variant source = Texts.source(unit);
    List<Fault> faults = new ArrayList<>();
    if (unit.variants().size() == 1) {
      faults.add(
          new Fault(
              CareKind.EMPTY, source.language(), Optional.empty(), "There is no target at all."));
    }
    for (Variant target : unit.variants()) {
      if (target != source && !target.language().meets(source.language())) {
        faults.addAll(faults(source, target));
      }
    }
    for (Variant variant : unit.variants()) {
      foreign(variant)
          .ifPresent(
              other ->
                  faults.add(
                      new Fault(
                          CareKind.LANGUAGE,
                          source.language(),
                          Optional.of(variant.language()),
                          "It says " + variant.language() + " and is written in " + other + ".")));
    }
    return faults;
  }

  /** The language that a text is in, where that is surely another than it says. */
  Optional<LanguageTag> foreign(Variant variant) {
    return foreign.language(variant.language(), variant.text().plain());
  }

  private List<Fault> faults(Variant source, Variant target) {
    List<Fault> faults = new ArrayList<>();
    if (!Texts.says(target) && Texts.says(source)) {
      return List.of(
          new Fault(
              CareKind.EMPTY,
              source.language(),
              Optional.of(target.language()),
              "The target has neither letter nor digit."));
    }
    List<Finding> findings =
        checker.checkForm(source.language(), target.language(), source.text(), target.text());
    add(faults, CareKind.UNTRANSLATED, source, target, findings, "target.same");
    add(faults, CareKind.TAGS, source, target, findings, "tag.");
    add(faults, CareKind.NUMBERS, source, target, findings, "number.");
    return faults;
  }

  private static void add(
      List<Fault> faults,
      CareKind kind,
      Variant source,
      Variant target,
      List<Finding> findings,
      String rule) {
    List<Finding> own =
        findings.stream()
            .filter(f -> f.rule().startsWith(rule) && f.severity() != Severity.INFO)
            .toList();
    if (!own.isEmpty()) {
      String more = own.size() == 1 ? "" : " And " + (own.size() - 1) + " more.";
      faults.add(
          new Fault(
              kind,
              source.language(),
              Optional.of(target.language()),
              own.get(0).message() + more));
    }
  }

  /** What the glossary has against a target; nothing where it has nothing. */
  List<String> termFaults(Variant source, Variant target) {
    return checker
        .checkTerms(source.language(), target.language(), source.text(), target.text())
        .stream()
        .filter(f -> f.severity() != Severity.INFO)
        .map(Finding::message)
        .toList();
  }
}
