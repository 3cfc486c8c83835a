package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Takes a join or a split back, inside of a transaction that holds the dispatch. */
final class Undoing {
  private final Handle handle;
  private final Dispatch dispatch;
  private final Arrangement.Step step;
  private final List<Paragraph> paragraphs;
  private final SegmentStore store;

  Undoing(Handle handle, Dispatch dispatch, Arrangement.Step step, List<Paragraph> paragraphs) {
    this.handle = handle;
    this.dispatch = dispatch;
    this.step = step;
    this.paragraphs = paragraphs;
    this.store = new SegmentStore(handle);
  }

  List<Segment> undo(long id) {
    ExampleStore examples = new ExampleStore(handle);
    ExampleStore.Kept kept = examples.get(id);
    boolean join = kept.example().kind() == SplittingExample.Kind.JOIN;
    if (kept.takenBack()) {
      throw new IllegalArgumentException(
          "This "
              + (join ? "join" : "split")
              + " is not in force any more; there is nothing to undo.");
    }
    Segment first = unchanged(kept.first(), true, join);
    Segment second = unchanged(kept.second(), !join, join);
    List<ExampleStore.Touched> touched = examples.touched(id);
    expectUntouched(first, touched, join);
    if (!join) {
      expectUntouched(second, touched, false);
    }
    Arrangement.Slot whole = Arrangement.earlier(handle, first.id(), kept.found());
    List<Arrangement.Slot> slots = new ArrayList<>();
    for (SegmentStore.Placed each :
        Arrangement.paragraph(handle, dispatch.id(), first.paragraph())) {
      long segment = each.segment().id();
      if (segment == first.id()) {
        slots.add(whole);
        if (join) {
          SegmentStore.Placed apart = Arrangement.placed(handle, second.id());
          slots.add(new Arrangement.Slot(second.id(), apart.place(), second.kind()));
        }
      } else if (segment != second.id()) {
        slots.add(new Arrangement.Slot(segment, each.place(), each.segment().kind()));
      }
    }
    TaggedText text = paragraphs.get(first.paragraph() - 1).text();
    List<Segment> now =
        new Arrangement(handle, step).arrange(dispatch, first.paragraph(), text, slots);
    for (ExampleStore.Touched one : touched) {
      if (join || one.segment() == first.id()) {
        restore(one).ifPresent(version -> examples.follow(one, version));
      }
    }
    examples.follow(first.id(), kept.found(), Cuts.segment(now, first.id()).version());
    if (join) {
      examples.follow(
          second.id(), kept.second().version() - 1, Cuts.segment(now, second.id()).version());
    }
    examples.takeBack(id, true);
    kept.overrules().ifPresent(overruled -> examples.takeBack(overruled, false));
    List<Segment> segments = new ArrayList<>();
    segments.add(Cuts.segment(now, first.id()));
    if (join) {
      segments.add(Cuts.segment(now, second.id()));
    }
    return segments;
  }

  /** A segment of the choice, if it still is what the choice made of it. */
  private Segment unchanged(ExampleStore.Made made, boolean standing, boolean join) {
    Segment segment = standing ? store.held(made.segment()) : store.known(made.segment());
    if (segment.version() != made.version()) {
      throw new IllegalArgumentException(
          "The sentence is cut otherwise by now; "
              + (join ? "split it at the place" : "join its parts")
              + " instead of undoing.");
    }
    return segment;
  }

  /** Whether nobody has written since: an undo would lose it. */
  private void expectUntouched(Segment segment, List<ExampleStore.Touched> touched, boolean join) {
    for (Translation translation : store.translations(segment.id())) {
      LanguageTag language = translation.language();
      long made =
          touched.stream()
              .filter(one -> one.segment() == segment.id() && one.language().equals(language))
              .mapToLong(ExampleStore.Touched::made)
              .findFirst()
              .orElse(0);
      boolean empty = translation.state() == SegmentState.NEW && translation.target().isBlank();
      if (translation.version() != made && !empty) {
        throw new IllegalArgumentException(
            "Sentence "
                + segment.number()
                + " was written in "
                + language
                + " since by "
                + translation.changedBy()
                + "; "
                + (join ? "split it at the place" : "join its parts")
                + " instead of undoing, so that nothing is lost.");
      }
    }
  }

  /** Writes a translation as the choice found it, and gives its new version. */
  private Optional<Long> restore(ExampleStore.Touched touched) {
    if (touched.found() == touched.made()) {
      return Optional.empty();
    }
    Optional<SegmentStore.Past> past =
        store.past(touched.segment(), touched.language(), touched.found());
    Translation old =
        past.map(SegmentStore.Past::translation)
            .orElseGet(() -> Translation.untouched(touched.segment(), touched.language()));
    OptionalLong terms = past.map(SegmentStore.Past::terms).orElse(OptionalLong.empty());
    long version = store.history(touched.segment(), touched.language()).get(0).version() + 1;
    Translation again =
        new Translation(
            old.segment(),
            old.language(),
            old.target(),
            old.state(),
            old.locked(),
            version,
            Optional.of(step.at()),
            step.who(),
            old.origin(),
            old.unit());
    if (touched.made() == 0) {
      store.reinstate(dispatch.id(), again, terms);
    } else {
      store.put(dispatch.id(), again, terms);
    }
    return Optional.of(version);
  }
}
