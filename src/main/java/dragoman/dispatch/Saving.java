package dragoman.dispatch;

import dragoman.glossary.Glossary;
import dragoman.language.LanguageTag;
import dragoman.memory.Confirmation;
import dragoman.memory.Confirmed;
import dragoman.memory.Context;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.text.TaggedText;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes translations. A confirmed one goes into the working memory in the same transaction: Jdbi
 * gives a thread that is inside a transaction the same connection again, so that after a crash
 * either both are there or neither.
 */
final class Saving {
  /** The memory that takes what is confirmed. */
  static final String WORKING_MEMORY = "Working memory";

  private final Jdbi jdbi;
  private final Memories memories;
  private final Glossary glossary;
  private final Clock clock;

  Saving(Jdbi jdbi, Memories memories, Glossary glossary, Clock clock) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.glossary = glossary;
    this.clock = clock;
  }

  /** Stores a text and state over the given version. */
  SegmentRow save(
      long segmentId,
      LanguageTag language,
      long version,
      TaggedText text,
      SegmentState state,
      Optional<Origin> origin,
      String who) {
    if (state.confirmed()) {
      workingMemory();
    }
    return change(
        segmentId,
        language,
        version,
        row -> {
          if (row.translation().locked()) {
            throw new IllegalArgumentException(
                "Segment "
                    + row.segment().number()
                    + " is locked; unlock it before you change it.");
          }
          TaggedText target = Tags.fromSource(row.segment().source(), stored(row, text));
          SegmentState reached = target.isBlank() && !state.confirmed() ? SegmentState.NEW : state;
          if (target.isBlank() && state.confirmed()) {
            throw new IllegalArgumentException(
                "Segment "
                    + row.segment().number()
                    + " has no translation to confirm; write one first.");
          }
          Translation old = row.translation();
          boolean same = old.target().equals(target) && old.state() == reached;
          return same && origin.equals(old.origin())
              ? row
              : new SegmentRow(
                  row.segment(),
                  new Translation(
                      segmentId,
                      old.language(),
                      target,
                      reached,
                      false,
                      version + 1,
                      Optional.of(clock.instant()),
                      who,
                      origin,
                      old.unit()));
        });
  }

  /** Locks or unlocks a translation. */
  SegmentRow lock(long segmentId, LanguageTag language, long version, boolean locked, String who) {
    return change(
        segmentId,
        language,
        version,
        row -> {
          Translation old = row.translation();
          return old.locked() == locked
              ? row
              : new SegmentRow(
                  row.segment(),
                  new Translation(
                      segmentId,
                      old.language(),
                      old.target(),
                      old.state(),
                      locked,
                      version + 1,
                      Optional.of(clock.instant()),
                      who,
                      old.origin(),
                      old.unit()));
        });
  }

  private SegmentRow change(
      long segmentId, LanguageTag language, long version, UnaryOperator<SegmentRow> work) {
    Optional<SegmentRow> changed =
        jdbi.inTransaction(
            handle -> {
              SegmentStore store = new SegmentStore(handle);
              // held, so that nobody joins the sentence to another while its translation is written
              Segment segment = store.held(segmentId);
              Dispatch dispatch = new DispatchStore(handle).uncounted(segment.dispatch());
              LanguageTag target = wanted(dispatch, language);
              SegmentRow now = new SegmentRow(segment, store.translation(segmentId, target));
              if (now.translation().version() != version) {
                return Optional.<SegmentRow>empty();
              }
              SegmentRow next = work.apply(now);
              if (next.equals(now)) {
                return Optional.of(now);
              }
              boolean confirms = next.translation().state().confirmed();
              SegmentRow kept = confirms ? confirmed(store, dispatch, next) : next;
              OptionalLong terms =
                  confirms ? OptionalLong.of(glossary.changes()) : OptionalLong.empty();
              if (store.put(dispatch.id(), kept.translation(), terms)) {
                return Optional.of(kept);
              }
              handle.rollback();
              return Optional.<SegmentRow>empty();
            });
    return changed.orElseThrow(() -> new StaleSegmentException(row(segmentId, language)));
  }

  SegmentRow row(long segmentId, LanguageTag language) {
    return jdbi.inTransaction(
        handle -> {
          SegmentStore store = new SegmentStore(handle);
          Segment segment = store.segment(segmentId);
          LanguageTag target =
              wanted(new DispatchStore(handle).uncounted(segment.dispatch()), language);
          return new SegmentRow(segment, store.translation(segmentId, target));
        });
  }

  private SegmentRow confirmed(SegmentStore store, Dispatch dispatch, SegmentRow row) {
    Segment segment = row.segment();
    Translation translation = row.translation();
    Confirmed confirmed =
        memories.confirm(
            new Confirmation(
                workingMemory().id(),
                dispatch.source(),
                segment.source(),
                translation.language(),
                translation.target(),
                context(store, dispatch, segment),
                translation.changedBy(),
                translation.unit(),
                Map.of(
                    "dispatch",
                    String.valueOf(dispatch.id()),
                    "slug",
                    dispatch.slug(),
                    "segment",
                    String.valueOf(segment.id()))));
    return new SegmentRow(
        segment,
        new Translation(
            translation.segment(),
            translation.language(),
            translation.target(),
            translation.state(),
            translation.locked(),
            translation.version(),
            translation.changedAt(),
            translation.changedBy(),
            translation.origin(),
            OptionalLong.of(confirmed.unit().id())));
  }

  static Context context(SegmentStore store, Dispatch dispatch, Segment segment) {
    return new Context(
        dispatch.source(),
        Optional.of(store.neighbour(segment, -1)),
        Optional.of(store.neighbour(segment, 1)));
  }

  /**
   * The language as the dispatch names it.
   *
   * @throws IllegalArgumentException if it is not one that the dispatch is wanted in
   */
  static LanguageTag wanted(Dispatch dispatch, LanguageTag language) {
    return dispatch.targets().stream()
        .map(Target::language)
        .filter(language::meets)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The dispatch “"
                        + dispatch.slug()
                        + "” is not wanted in "
                        + language
                        + "; add the language to it first."));
  }

  private Memory workingMemory() {
    return memories
        .find(WORKING_MEMORY)
        .orElseGet(
            () -> {
              try {
                return memories.create(WORKING_MEMORY, "");
              } catch (RuntimeException taken) {
                // somebody else made it between the question and the making
                return memories.find(WORKING_MEMORY).orElseThrow(() -> taken);
              }
            });
  }

  /** Neither database nor memory holds these. */
  private static TaggedText stored(SegmentRow row, TaggedText text) {
    String plain = text.plain();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean low = i > 0 && Character.isHighSurrogate(plain.charAt(i - 1));
      boolean high = i + 1 < plain.length() && Character.isLowSurrogate(plain.charAt(i + 1));
      if (c == 0 || Character.isHighSurrogate(c) && !high || Character.isLowSurrogate(c) && !low) {
        throw new IllegalArgumentException(
            "The translation of segment "
                + row.segment().number()
                + " holds a broken character at place "
                + (i + 1)
                + "; delete it and type it again.");
      }
    }
    if (plain.length() > 2 * Intake.LONGEST_SENTENCE) {
      throw new IllegalArgumentException(
          "The translation of segment "
              + row.segment().number()
              + " is longer than "
              + 2 * Intake.LONGEST_SENTENCE
              + " characters; shorten it.");
    }
    return text;
  }
}
