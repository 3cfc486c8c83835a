package dragoman.dispatch.care;

import dragoman.dispatch.GlossaryNames;
import dragoman.glossary.TermBase;
import dragoman.language.LanguageTag;
import dragoman.memory.Kind;
import dragoman.memory.Match;
import dragoman.memory.Memory;
import dragoman.memory.Query;
import dragoman.memory.Repair;
import dragoman.memory.Repaired;
import dragoman.memory.TextChange;
import dragoman.memory.Unit;
import dragoman.memory.UnitPlan;
import dragoman.memory.Variant;
import dragoman.quality.Checker;
import dragoman.quality.Finding;
import dragoman.quality.Severity;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Mends a unit by itself, where what is wrong can be set right without a person. */
final class Mender {
  private final Checker checker;
  private final Inspector inspector;
  private final Repair repair;
  private final Memory memory;

  Mender(Checker checker, Inspector inspector, TermBase terms, Memory memory) {
    this.checker = checker;
    this.inspector = inspector;
    this.repair = new Repair(new GlossaryNames(terms));
    this.memory = memory;
  }

  /**
   * What mends as much of a unit as can be.
   *
   * @param plan nothing where only a person can mend any of it
   * @param left findings that only a person can deal with
   */
  record Mended(Optional<UnitPlan> plan, int left) {}

  /** Mends what was found in one unit. */
  Mended mend(Unit unit, Collection<CareFinding> findings) {
    List<Optional<Variant>> texts = new ArrayList<>();
    unit.variants().forEach(v -> texts.add(Optional.of(v)));
    int left = 0;
    for (CareFinding finding : findings) {
      if (!mend(unit, finding, texts)) {
        left++;
      }
    }
    List<TextChange> changes = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).equals(Optional.of(unit.variants().get(i)))) {
        changes.add(new TextChange(unit.variants().get(i).language(), texts.get(i)));
      }
    }
    long standing = texts.stream().filter(Optional::isPresent).count();
    boolean lonely = standing < 2 && (!changes.isEmpty() || left < findings.size());
    Optional<UnitPlan> plan =
        lonely
            ? Optional.of(UnitPlan.delete(unit))
            : changes.isEmpty() ? Optional.empty() : Optional.of(UnitPlan.change(unit, changes));
    return new Mended(plan, left);
  }

  private boolean mend(Unit unit, CareFinding finding, List<Optional<Variant>> texts) {
    if (finding.to().isEmpty()) {
      return unit.variants().size() < 2;
    }
    int at = place(unit, finding.to().get());
    int from = place(unit, Texts.source(unit).language());
    if (at < 0 || texts.get(at).isEmpty()) {
      // What another finding took out has nothing wrong any more.
      return at >= 0;
    }
    Variant target = texts.get(at).get();
    return switch (finding.kind()) {
      case EMPTY, UNTRANSLATED -> {
        texts.set(at, Optional.empty());
        yield true;
      }
      case LANGUAGE -> language(unit, at, texts);
      case TAGS -> texts.get(from).map(s -> tags(s, target, at, texts)).orElse(true);
      case NUMBERS -> texts.get(from).map(s -> numbers(unit, s, target, at, texts)).orElse(true);
      case DUPLICATE, CONTRADICTION -> false;
    };
  }

  private static int place(Unit unit, LanguageTag language) {
    for (int i = 0; i < unit.variants().size(); i++) {
      if (unit.variants().get(i).language().equals(language)) {
        return i;
      }
    }
    return -1;
  }

  /** The text goes to its language, changes places with the one there, or is taken out. */
  private boolean language(Unit unit, int at, List<Optional<Variant>> texts) {
    Variant variant = unit.variants().get(at);
    if (!texts.get(at).get().language().equals(variant.language())) {
      // It was set right together with the one that it changed places with.
      return true;
    }
    Optional<LanguageTag> other = inspector.foreign(variant);
    if (other.isEmpty()) {
      return false;
    }
    int there = -1;
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).map(v -> v.language().meets(other.get())).orElse(false)) {
        there = i;
      }
    }
    if (there < 0) {
      texts.set(at, Optional.of(in(other.get(), texts.get(at).get())));
      return true;
    }
    Variant held = texts.get(there).get();
    boolean swapped =
        inspector.foreign(held).map(tag -> tag.meets(variant.language())).orElse(false);
    if (swapped) {
      texts.set(at, Optional.of(in(held.language(), texts.get(at).get())));
      texts.set(there, Optional.of(in(variant.language(), held)));
    } else {
      texts.set(at, Optional.empty());
    }
    return true;
  }

  private static Variant in(LanguageTag language, Variant variant) {
    return new Variant(language, variant.text(), variant.metadata());
  }

  private boolean tags(Variant source, Variant target, int at, List<Optional<Variant>> texts) {
    Optional<TaggedText> mended = TagMending.mend(source.text(), target.text());
    if (mended.isEmpty() || wrong(source, target.language(), mended.get(), "tag.")) {
      return false;
    }
    texts.set(at, Optional.of(new Variant(target.language(), mended.get(), target.metadata())));
    return true;
  }

  /**
   * The target is right for a source that has the target's numbers: repaired from that source to
   * this one it is right, in the form that its language asks for.
   */
  private boolean numbers(
      Unit unit, Variant source, Variant target, int at, List<Optional<Variant>> texts) {
    List<Finding> pairs =
        checker
            .checkForm(source.language(), target.language(), source.text(), target.text())
            .stream()
            .filter(f -> f.rule().startsWith("number."))
            .sorted(Comparator.comparingInt((Finding f) -> f.sourceStart().orElse(-1)).reversed())
            .toList();
    StringBuilder assumed = new StringBuilder(source.text().plain());
    for (Finding pair : pairs) {
      if (pair.sourceStart().isEmpty() || pair.targetStart().isEmpty()) {
        return false;
      }
      assumed.replace(
          pair.sourceStart().getAsInt(),
          pair.sourceEnd().getAsInt(),
          target
              .text()
              .plain()
              .substring(pair.targetStart().getAsInt(), pair.targetEnd().getAsInt()));
    }
    Variant before =
        new Variant(source.language(), TaggedText.of(assumed.toString()), source.metadata());
    Match match = new Match(99, Kind.NEAR, memory, unit, before, target, List.of());
    TaggedText plain = TaggedText.of(source.text().plain());
    Optional<Repaired> repaired =
        repair
            .repair(Query.of(source.language(), target.language(), plain, 70, 1), untagged(match))
            .filter(Repaired::certain);
    if (repaired.isEmpty()) {
      return false;
    }
    Optional<TaggedText> tagged = TagMending.carried(target.text(), repaired.get());
    if (tagged.isEmpty() || wrong(source, target.language(), tagged.get(), "number.")) {
      return false;
    }
    texts.set(at, Optional.of(new Variant(target.language(), tagged.get(), target.metadata())));
    return true;
  }

  private static Match untagged(Match match) {
    Variant target = match.target();
    return new Match(
        match.score(),
        match.kind(),
        match.memory(),
        match.unit(),
        match.source(),
        new Variant(target.language(), TaggedText.of(target.text().plain()), target.metadata()),
        List.of());
  }

  private boolean wrong(Variant source, LanguageTag to, TaggedText target, String rule) {
    return checker.checkForm(source.language(), to, source.text(), target).stream()
        .anyMatch(f -> f.rule().startsWith(rule) && f.severity() != Severity.INFO);
  }
}
