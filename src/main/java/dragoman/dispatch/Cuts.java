package dragoman.dispatch;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dragoman.language.LanguageTag;
import dragoman.segmentation.Sentence;
import dragoman.storage.StaleVersionException;
import dragoman.text.TaggedText;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where the sentences of a dispatch are cut: joined, split, and taken back. Every language's
 * translations follow, what was confirmed stays in the memory, and each choice is kept as an
 * example. Safe for many threads and several processes on one database.
 */
public final class Cuts {
  private final Jdbi jdbi;
  private final Clock clock;
  private final Consumer<Rearranged> told;

  Cuts(Jdbi jdbi, Clock clock, Consumer<Rearranged> told) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.told = told;
  }

  /**
   * A sentence as whoever wants to cut it has seen it.
   *
   * @param id the segment's id
   * @param version the segment's version
   */
  public record Seen(long id, long version) {}

  /**
   * Where a translation is to be cut together with its sentence.
   *
   * @param language the translation's language
   * @param at offset in the target's plain text, in UTF-16 units; 0 gives all of it to the second
   *     sentence, its length all to the first
   */
  public record TargetCut(LanguageTag language, int at) {}

  /**
   * What a join or a split gave.
   *
   * @param example the choice as it is kept
   * @param segments the one sentence, or the two
   * @param drafts the languages in which what was confirmed is a draft now
   * @param whole the languages whose translation stays whole with the first part of a split
   */
  public record Cut(
      SplittingExample example,
      List<Segment> segments,
      List<LanguageTag> drafts,
      List<LanguageTag> whole) {
    public Cut {
      segments = List.copyOf(segments);
      drafts = List.copyOf(drafts);
      whole = List.copyOf(whole);
    }
  }

  /**
   * Joins a sentence with the next one of its paragraph. Translations of both become one draft, the
   * texts with a space between them where the source has one.
   *
   * @throws StaleVersionException if one of them is cut otherwise by now
   * @throws NoSuchElementException if one of them stands no more
   * @throws IllegalArgumentException if they are not neighbours in one paragraph, or a translation
   *     of either is locked or final
   */
  public Cut join(Seen sentence, Seen next, String who) {
    Paper paper = paper(sentence.id());
    return told(
        Rearranged.Why.JOIN,
        who,
        jdbi.inTransaction(handle -> joined(handle, paper, sentence, next, who)));
  }

  /**
   * Splits a sentence in two. Translations stay with the first part as drafts, but for one that is
   * cut too.
   *
   * @param at offset in the source's plain text, in UTF-16 units
   * @throws StaleVersionException if it is cut otherwise by now
   * @throws NoSuchElementException if it stands no more
   * @throws IllegalArgumentException if one part would be empty, the place is inside of a
   *     character, or a translation is locked or final
   */
  public Cut split(Seen sentence, int at, Optional<TargetCut> target, String who) {
    Paper paper = paper(sentence.id());
    return told(
        Rearranged.Why.SPLIT,
        who,
        jdbi.inTransaction(handle -> split(handle, paper, sentence, at, target, who)));
  }

  /**
   * Takes a join or a split back: the sentences and their translations are what they were before,
   * in text and state.
   *
   * @throws NoSuchElementException if there was no such choice
   * @throws IllegalArgumentException if it is undone, or something was done since that an undo
   *     would lose
   * @return the sentences as they now are
   */
  public List<Segment> undo(long dispatch, long example, String who) {
    long sentence =
        jdbi.withHandle(handle -> new ExampleStore(handle).get(example)).first().segment();
    Paper paper = paper(sentence);
    if (paper.dispatch() != dispatch) {
      throw new NoSuchElementException("This dispatch has no join or split " + example + ".");
    }
    List<Segment> segments =
        jdbi.inTransaction(
            handle -> {
              Work work = work(handle, paper, Rearranged.Why.UNDO, who);
              return new Undoing(handle, work.dispatch(), work.step(), paper.paragraphs())
                  .undo(example);
            });
    told.accept(new Rearranged(dispatch, Rearranged.Why.UNDO, who));
    return segments;
  }

  /** The choices that hold for texts in a language, in the order in which they were made. */
  public List<SplittingExample> examples(LanguageTag language) {
    return jdbi.withHandle(handle -> new ExampleStore(handle).in(language));
  }

  private Cut joined(Handle handle, Paper paper, Seen sentence, Seen next, String who) {
    Work work = work(handle, paper, Rearranged.Why.JOIN, who);
    SegmentStore.Placed first = held(handle, sentence, paper);
    if (sentence.id() == next.id()) {
      throw new IllegalArgumentException("A sentence cannot be joined with itself.");
    }
    SegmentStore.Placed second = held(handle, next, paper);
    Segment one = first.segment();
    Segment other = second.segment();
    if (one.paragraph() != other.paragraph()) {
      throw new IllegalArgumentException(
          "Sentence "
              + one.number()
              + " ends its paragraph; only sentences of one paragraph can be joined.");
    }
    if (one.number() + 1 != other.number()) {
      throw new IllegalArgumentException(
          "Sentences "
              + one.number()
              + " and "
              + other.number()
              + " are no neighbours; join a sentence with the one behind it.");
    }
    Sentence place = new Sentence(first.place().start(), second.place().end());
    if (place.end() - place.start() > Intake.LONGEST_SENTENCE) {
      throw new IllegalArgumentException(
          "The sentences would have more than "
              + Intake.LONGEST_SENTENCE
              + " characters together; leave them apart.");
    }
    CutTranslations translations = new CutTranslations(handle, work.dispatch(), work.step());
    CutTranslations.Both before = translations.both(one, other);
    Segment.Kind kind = one.kind() == other.kind() ? one.kind() : Segment.Kind.TEXT;
    TaggedText paragraph = paper.paragraph(one.paragraph());
    List<Segment> now = new ArrayList<>();
    List<Arrangement.Slot> slots = new ArrayList<>();
    for (SegmentStore.Placed each :
        Arrangement.paragraph(handle, work.dispatch().id(), one.paragraph())) {
      if (each.segment().id() == one.id()) {
        slots.add(new Arrangement.Slot(one.id(), place, kind));
      } else if (each.segment().id() != other.id()) {
        slots.add(slot(each));
      }
    }
    now.addAll(
        new Arrangement(handle, work.step())
            .arrange(work.dispatch(), one.paragraph(), paragraph, slots));
    Segment joined = segment(now, one.id());
    List<ExampleStore.Touched> touched =
        translations.join(
            before,
            one,
            other,
            new Halves.Joined(
                joined.source(),
                first.place().end() - first.place().start(),
                second.place().start() - first.place().start()));
    SplittingExample example =
        new ExampleStore(handle)
            .add(
                example(
                    work,
                    SplittingExample.Kind.JOIN,
                    one.source().plain(),
                    paragraph.plain().substring(first.place().end(), second.place().start()),
                    other.source().plain()),
                one.version(),
                new ExampleStore.Made(joined.id(), joined.version()),
                new ExampleStore.Made(other.id(), other.version() + 1),
                touched);
    List<Translation> all = new ArrayList<>(before.first());
    all.addAll(before.second());
    return new Cut(example, List.of(joined), confirmed(all), List.of());
  }

  private Cut split(
      Handle handle, Paper paper, Seen sentence, int at, Optional<TargetCut> target, String who) {
    Work work = work(handle, paper, Rearranged.Why.SPLIT, who);
    SegmentStore.Placed placed = held(handle, sentence, paper);
    Segment segment = placed.segment();
    String plain = segment.source().plain();
    Sentence gap = gap(segment, at);
    Sentence first = new Sentence(placed.place().start(), placed.place().start() + gap.start());
    Sentence second = new Sentence(placed.place().start() + gap.end(), placed.place().end());
    CutTranslations translations = new CutTranslations(handle, work.dispatch(), work.step());
    List<Translation> before = translations.of(segment);
    List<Arrangement.Slot> slots = new ArrayList<>();
    int index = 0;
    for (SegmentStore.Placed each :
        Arrangement.paragraph(handle, work.dispatch().id(), segment.paragraph())) {
      if (each.segment().id() == segment.id()) {
        index = slots.size();
        slots.add(new Arrangement.Slot(segment.id(), first, segment.kind()));
        slots.add(new Arrangement.Slot(0, second, segment.kind()));
      } else {
        slots.add(slot(each));
      }
    }
    List<Segment> now =
        new Arrangement(handle, work.step())
            .arrange(
                work.dispatch(), segment.paragraph(), paper.paragraph(segment.paragraph()), slots);
    List<Segment> parts = now.subList(index, index + 2);
    List<ExampleStore.Touched> touched =
        translations.split(before, parts.get(0), parts.get(1), target);
    SplittingExample example =
        new ExampleStore(handle)
            .add(
                example(
                    work,
                    SplittingExample.Kind.SPLIT,
                    plain.substring(0, gap.start()),
                    plain.substring(gap.start(), gap.end()),
                    plain.substring(gap.end())),
                segment.version(),
                new ExampleStore.Made(parts.get(0).id(), parts.get(0).version()),
                new ExampleStore.Made(parts.get(1).id(), parts.get(1).version()),
                touched);
    List<LanguageTag> whole =
        before.stream()
            .filter(one -> !one.target().isBlank())
            .map(Translation::language)
            .filter(language -> target.filter(cut -> cut.language().meets(language)).isEmpty())
            .toList();
    return new Cut(example, parts, confirmed(before), whole);
  }

  private static List<LanguageTag> confirmed(List<Translation> translations) {
    return translations.stream()
        .filter(one -> one.state().confirmed())
        .map(Translation::language)
        .distinct()
        .sorted()
        .toList();
  }

  /** The white space around a place, which belongs to neither part. */
  private static Sentence gap(Segment segment, int at) {
    String plain = segment.source().plain();
    int start = Math.max(0, Math.min(at, plain.length()));
    int end = start;
    while (start > 0 && UCharacter.isUWhiteSpace(plain.charAt(start - 1))) {
      start--;
    }
    while (end < plain.length() && UCharacter.isUWhiteSpace(plain.charAt(end))) {
      end++;
    }
    if (start == 0 || end == plain.length()) {
      throw new IllegalArgumentException(
          "At place "
              + at
              + " of sentence "
              + segment.number()
              + " one part would have no text; choose a place between two words.");
    }
    if (!betweenCharacters(plain, start) || !betweenCharacters(plain, end)) {
      throw new IllegalArgumentException(
          "Place "
              + at
              + " of sentence "
              + segment.number()
              + " is inside of a character; choose a place between two.");
    }
    return new Sentence(start, end);
  }

  /** Whether no character that a person sees, a grapheme cluster of UAX 29, is cut there. */
  static boolean betweenCharacters(String text, int at) {
    BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    characters.setText(text);
    return characters.isBoundary(at);
  }

  private SplittingExample example(
      Work work, SplittingExample.Kind kind, String before, String gap, String after) {
    return new SplittingExample(
        0,
        work.dispatch().id(),
        work.dispatch().source(),
        kind,
        before,
        gap,
        after,
        work.step().at(),
        work.step().who());
  }

  private record Work(Dispatch dispatch, Arrangement.Step step) {}

  private Work work(Handle handle, Paper paper, Rearranged.Why why, String who) {
    Arrangement.hold(handle, paper.dispatch());
    DispatchStore store = new DispatchStore(handle);
    Dispatch dispatch = store.uncounted(paper.dispatch());
    if (!store.digest(dispatch.id()).equals(paper.digest())) {
      throw new StaleVersionException("the document of “" + dispatch.slug() + "”");
    }
    Instant now = clock.instant();
    return new Work(dispatch, new Arrangement.Step(now, who, why));
  }

  /** A sentence that nobody else changes before the transaction ends, in the version seen. */
  private static SegmentStore.Placed held(Handle handle, Seen seen, Paper paper) {
    Segment segment = new SegmentStore(handle).held(seen.id());
    if (segment.dispatch() != paper.dispatch()) {
      throw new NoSuchElementException("This dispatch has no segment " + seen.id() + ".");
    }
    if (segment.version() != seen.version()) {
      throw new StaleVersionException("where sentence " + segment.number() + " is cut");
    }
    return Arrangement.placed(handle, seen.id());
  }

  private static Arrangement.Slot slot(SegmentStore.Placed placed) {
    return new Arrangement.Slot(placed.segment().id(), placed.place(), placed.segment().kind());
  }

  static Segment segment(List<Segment> segments, long id) {
    return segments.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
  }

  /** A dispatch's document, read before anybody is made to wait. */
  private record Paper(long dispatch, String digest, List<Paragraph> paragraphs) {
    TaggedText paragraph(int number) {
      return paragraphs.get(number - 1).text();
    }
  }

  private Paper paper(long segment) {
    record Kept(Dispatch dispatch, String encoding, String digest, byte[] bytes) {}
    Kept kept =
        jdbi.inTransaction(
            handle -> {
              DispatchStore store = new DispatchStore(handle);
              Dispatch dispatch =
                  store.uncounted(new SegmentStore(handle).known(segment).dispatch());
              return new Kept(
                  dispatch,
                  store.encoding(dispatch.id()),
                  store.digest(dispatch.id()),
                  Originals.get(handle, dispatch.id()));
            });
    Dispatch dispatch = kept.dispatch();
    return new Paper(
        dispatch.id(),
        kept.digest(),
        Documents.reopen(dispatch.fileName(), dispatch.format(), kept.encoding(), kept.bytes())
            .paragraphs());
  }

  private Cut told(Rearranged.Why why, String who, Cut cut) {
    told.accept(new Rearranged(cut.example().dispatch(), why, who));
    return cut;
  }
}
