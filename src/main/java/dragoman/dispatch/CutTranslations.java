package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Has the translations of all languages follow where a sentence is joined or split. */
final class CutTranslations {
  private final SegmentStore store;
  private final Dispatch dispatch;
  private final Arrangement.Step step;

  CutTranslations(Handle handle, Dispatch dispatch, Arrangement.Step step) {
    this.store = new SegmentStore(handle);
    this.dispatch = dispatch;
    this.step = step;
  }

  /** The translations of two neighbours. */
  record Both(List<Translation> first, List<Translation> second) {}

  /** The translations of both, unless one of them may not change. */
  Both both(Segment first, Segment second) {
    return new Both(of(first), of(second));
  }

  /**
   * A segment's translations.
   *
   * @throws IllegalArgumentException if one of them is locked or final
   */
  List<Translation> of(Segment segment) {
    List<Translation> translations = store.translations(segment.id());
    for (Translation translation : translations) {
      boolean isFinal = translation.state() == SegmentState.FINAL;
      if (translation.locked() || isFinal) {
        throw new IllegalArgumentException(
            "Sentence "
                + segment.number()
                + " is "
                + (isFinal ? "final" : "locked")
                + " in "
                + translation.language()
                + "; "
                + (isFinal ? "make it a draft again" : "unlock it")
                + " before you change where it ends.");
      }
    }
    return translations;
  }

  /** Puts the translations of both into the first, whose source is both by now. */
  List<ExampleStore.Touched> join(
      Both before, Segment first, Segment second, Halves.Joined joined) {
    Set<LanguageTag> languages = new LinkedHashSet<>();
    before.first().forEach(one -> languages.add(one.language()));
    before.second().forEach(one -> languages.add(one.language()));
    List<ExampleStore.Touched> touched = new ArrayList<>();
    for (LanguageTag language : languages) {
      Translation one = in(before.first(), first.id(), language);
      Translation other = in(before.second(), second.id(), language);
      TaggedText target =
          Halves.together(joined, first.source(), second.source(), one.target(), other.target());
      touched.add(redraft(one, target));
      if (other.version() > 0) {
        touched.add(new ExampleStore.Touched(second.id(), language, other.version(), 0));
      }
    }
    return touched;
  }

  /** Leaves the translations with the first part, but for what is cut along. */
  List<ExampleStore.Touched> split(
      List<Translation> before, Segment first, Segment second, Optional<Cuts.TargetCut> cut) {
    List<ExampleStore.Touched> touched = new ArrayList<>();
    for (Translation one : before) {
      TaggedText target = one.target();
      Optional<Integer> at =
          cut.filter(wanted -> wanted.language().meets(one.language()))
              .map(wanted -> place(wanted.at(), target));
      TaggedText left =
          at.map(place -> Halves.before(first.source(), target, place)).orElse(target);
      touched.add(redraft(one, Halves.fit(first.source(), left)));
      if (at.isPresent()) {
        TaggedText right = Halves.behind(second.source(), target, at.get());
        if (!right.isBlank()) {
          touched.add(redraft(Translation.untouched(second.id(), one.language()), right));
        }
      }
    }
    return touched;
  }

  private static int place(int at, TaggedText target) {
    String plain = target.plain();
    boolean inside = at > 0 && at < plain.length();
    if (at < 0 || at > plain.length() || inside && !Cuts.betweenCharacters(plain, at)) {
      throw new IllegalArgumentException(
          "The translation cannot be cut at place "
              + at
              + "; choose a place between two of its characters.");
    }
    return at;
  }

  /** Makes a translation a draft of its own with another text, unless it is one. */
  ExampleStore.Touched redraft(Translation old, TaggedText target) {
    SegmentState state = target.isBlank() ? SegmentState.NEW : SegmentState.DRAFT;
    boolean same =
        old.target().equals(target)
            && old.state() == state
            && !old.locked()
            && old.unit().isEmpty();
    if (same) {
      return new ExampleStore.Touched(old.segment(), old.language(), old.version(), old.version());
    }
    // no unit: confirmed again, it becomes one of its own and corrects none
    put(old, target, state, false, Optional.empty(), OptionalLong.empty());
    return new ExampleStore.Touched(
        old.segment(), old.language(), old.version(), old.version() + 1);
  }

  /** Gives a translation the numbers that its tags have by now; all else stays. */
  void renumber(Translation old, TaggedText target) {
    if (!old.target().equals(target)) {
      put(old, target, old.state(), old.locked(), old.origin(), old.unit());
    }
  }

  /** Makes a translation again what it was when its sentence stood in an earlier version. */
  void bringBack(Formers.Was was, TaggedText target) {
    Translation then = was.past().translation();
    Translation again =
        new Translation(
            then.segment(),
            then.language(),
            target,
            then.state(),
            then.locked(),
            was.last() + 1,
            Optional.of(step.at()),
            step.who(),
            then.origin(),
            then.unit());
    if (store.translation(then.segment(), then.language()).version() == 0) {
      store.reinstate(dispatch.id(), again, was.past().terms());
    } else {
      store.put(dispatch.id(), again, was.past().terms());
    }
  }

  private void put(
      Translation old,
      TaggedText target,
      SegmentState state,
      boolean locked,
      Optional<Origin> origin,
      OptionalLong unit) {
    store.put(
        dispatch.id(),
        new Translation(
            old.segment(),
            old.language(),
            target,
            state,
            locked,
            old.version() + 1,
            Optional.of(step.at()),
            step.who(),
            origin,
            unit),
        OptionalLong.empty());
  }

  private static Translation in(List<Translation> all, long segment, LanguageTag language) {
    return all.stream()
        .filter(one -> one.language().equals(language))
        .findFirst()
        .orElseGet(() -> Translation.untouched(segment, language));
  }
}
