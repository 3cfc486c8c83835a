package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.storage.StaleVersionException;
import dragoman.text.Tag;
import dragoman.text.TaggedText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Newer versions of a dispatch's document: split by the rules, then as translators chose before,
 * with every translation whose sentence did not change or stands again. The dispatch keeps its
 * identity.
 */
public final class Corrections {
  private final Jdbi jdbi;
  private final Intake intake;
  private final Clock clock;
  private final Consumer<Rearranged> told;

  Corrections(Jdbi jdbi, Intake intake, Clock clock, Consumer<Rearranged> told) {
    this.jdbi = jdbi;
    this.intake = intake;
    this.clock = clock;
    this.told = told;
  }

  /**
   * What a newer version would change; nothing is kept.
   *
   * @throws DocumentException if it cannot be taken in
   */
  public Correction preview(long dispatch, Upload upload) {
    Newer newer = newer(dispatch, upload);
    return jdbi.inTransaction(
        handle ->
            plan(
                    handle,
                    new DispatchStore(handle).uncounted(dispatch),
                    newer,
                    new SegmentStore(handle).placed(dispatch))
                .report(new DispatchStore(handle).get(dispatch)));
  }

  /**
   * Takes a newer version in the place of the document.
   *
   * @param version the dispatch's version that was read
   * @param meant whether a person has said that it is the newer version, however little of it stays
   * @throws DocumentException if it cannot be taken in
   * @throws HeldCorrectionException if it is hardly one and {@code meant} is not set
   * @throws StaleVersionException if somebody changed the dispatch or cut its sentences meanwhile
   */
  public Correction bringIn(long dispatch, long version, Upload upload, boolean meant, String who) {
    Newer newer = newer(dispatch, upload);
    Correction correction =
        jdbi.inTransaction(
            handle -> {
              Arrangement.hold(handle, dispatch);
              DispatchStore store = new DispatchStore(handle);
              Dispatch known = store.uncounted(dispatch);
              if (known.version() != version
                  || !new ExampleStore(handle).of(dispatch).equals(newer.examples())) {
                throw new StaleVersionException("the dispatch “" + known.slug() + "”");
              }
              Plan plan = plan(handle, known, newer, new SegmentStore(handle).held(known));
              if (plan.doubts().held() && !meant) {
                throw new HeldCorrectionException(
                    String.join(" ", plan.doubts().sentences())
                        + " Nothing was changed; say that it is meant to bring it in all the same.");
              }
              Arrangement.Step step =
                  new Arrangement.Step(clock.instant(), who, Rearranged.Why.UPDATE);
              write(handle, known, plan, step);
              Originals.replace(handle, known, upload.content(), step);
              store.bringIn(
                  titled(known, plan)
                      .withState(plan.asksForWork() ? Dispatch.State.OPEN : known.state()),
                  newer.read().preview(),
                  upload,
                  step);
              new ExampleStore(handle).close(dispatch);
              new Arrangement(handle, step).count(dispatch);
              return plan.report(store.get(dispatch));
            });
    told.accept(new Rearranged(dispatch, Rearranged.Why.UPDATE, who));
    return correction;
  }

  /**
   * Brings the document back that the last newer version took the place of, and with its sentences
   * what they were translated by.
   *
   * @param version the dispatch's version that was read
   * @throws IllegalArgumentException if there was no newer version
   * @throws StaleVersionException if somebody changed the dispatch or cut its sentences meanwhile
   */
  public Correction undo(long dispatch, long version, String who) {
    Upload before =
        jdbi.inTransaction(
                handle -> {
                  new DispatchStore(handle).uncounted(dispatch);
                  return Originals.before(handle, dispatch);
                })
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No newer version was brought in; there is nothing to undo."));
    return bringIn(dispatch, version, before, true, who);
  }

  private record Newer(Intake.Read read, List<SplittingExample> examples, int choices) {}

  private Newer newer(long id, Upload upload) {
    record Known(Dispatch dispatch, List<SplittingExample> examples) {}
    Known known =
        jdbi.inTransaction(
            handle ->
                new Known(
                    new DispatchStore(handle).uncounted(id), new ExampleStore(handle).of(id)));
    Choices choices = new Choices(known.examples());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    Intake.Read read = intake.read(upload, Optional.of(known.dispatch().source()), today, choices);
    return new Newer(read, known.examples(), choices.used());
  }

  /** Which of the old sentences each new one was. */
  private record Plan(
      Newer newer,
      List<SegmentStore.Placed> old,
      Formers formers,
      SentenceMatching matching,
      Doubts.Share share,
      Doubts doubts) {
    List<Intake.Piece> pieces() {
      return newer.read().pieces();
    }

    SentenceMatching.Former former(int piece) {
      return formers.sentences().get(matching.former(piece));
    }

    Segment before(int piece) {
      return old.get(matching.from(piece)).segment();
    }

    List<Segment> removed() {
      Set<Long> staying = staying(matching, pieces().size(), old);
      return old.stream()
          .map(SegmentStore.Placed::segment)
          .filter(segment -> !staying.contains(segment.id()))
          .toList();
    }

    boolean asksForWork() {
      return count(matching::same) + count(this::again) < pieces().size();
    }

    private boolean again(int piece) {
      return matching.former(piece) >= 0;
    }

    private int count(IntPredicate which) {
      return (int) IntStream.range(0, pieces().size()).filter(which).count();
    }

    Correction report(Dispatch dispatch) {
      int kept = count(matching::same);
      int restored = count(this::again);
      int added = count(i -> matching.from(i) < 0 && !again(i));
      return new Correction(
          dispatch,
          kept,
          pieces().size() - kept - restored - added,
          restored,
          added,
          removed().size(),
          newer.choices(),
          share.translations(),
          share.drafts(),
          doubts.sentences(),
          doubts.held());
    }
  }

  private static Set<Long> staying(
      SentenceMatching matching, int pieces, List<SegmentStore.Placed> old) {
    Set<Long> staying = new HashSet<>();
    for (int i = 0; i < pieces; i++) {
      if (matching.from(i) >= 0) {
        staying.add(old.get(matching.from(i)).segment().id());
      }
    }
    return staying;
  }

  private Plan plan(Handle handle, Dispatch dispatch, Newer newer, List<SegmentStore.Placed> old) {
    List<TaggedText> now = newer.read().pieces().stream().map(Intake.Piece::text).toList();
    Formers formers = Formers.of(handle, dispatch.id(), old);
    SentenceMatching matching =
        new SentenceMatching(
            newer.read().preview().source(),
            old.stream().map(placed -> placed.segment().source()).toList(),
            now,
            formers.sentences());
    Set<Long> staying = staying(matching, now.size(), old);
    List<SegmentState> going =
        new SegmentStore(handle)
            .all(dispatch.id()).stream()
                .filter(one -> !staying.contains(one.segment()) && !one.target().isBlank())
                .map(Translation::state)
                .toList();
    int confirmed = (int) going.stream().filter(SegmentState::confirmed).count();
    int known =
        (int)
            IntStream.range(0, now.size())
                .filter(i -> matching.from(i) >= 0 || matching.former(i) >= 0)
                .count();
    Doubts.Share share =
        new Doubts.Share(
            old.size(), staying.size(), now.size(), known, confirmed, going.size() - confirmed);
    String text =
        old.stream()
            .map(placed -> placed.segment().source().plain())
            .collect(Collectors.joining("\n"));
    Doubts doubts = Doubts.of(dispatch, newer.read().preview(), intake.detector(), text, share);
    return new Plan(newer, old, formers, matching, share, doubts);
  }

  private static void write(Handle handle, Dispatch dispatch, Plan plan, Arrangement.Step step) {
    Arrangement arrangement = new Arrangement(handle, step);
    SegmentStore store = new SegmentStore(handle);
    CutTranslations translations = new CutTranslations(handle, dispatch, step);
    plan.removed().forEach(segment -> arrangement.retire(segment.id()));
    handle
        .createUpdate("UPDATE segment SET number = NULL WHERE dispatch_id = :dispatch")
        .bind("dispatch", dispatch.id())
        .execute();
    PreparedBatch places =
        handle.prepareBatch(
            "UPDATE segment SET number = :number, paragraph = :paragraph, start_at = :start,"
                + " end_at = :end, kind = :kind WHERE id = :id");
    for (int i = 0; i < plan.pieces().size(); i++) {
      Intake.Piece piece = plan.pieces().get(i);
      boolean again = plan.matching().former(i) >= 0;
      if (plan.matching().from(i) < 0 && !again) {
        arrangement.add(dispatch.id(), i + 1, piece);
        continue;
      }
      Segment before = again ? store.known(plan.former(i).segment()) : plan.before(i);
      if (again) {
        arrangement.rewrite(before.id(), piece);
        restore(store, translations, plan, i);
      } else if (!before.source().equals(piece.text())) {
        arrangement.rewrite(before.id(), piece);
        for (Translation translation : store.translations(before.id())) {
          if (plan.matching().same(i)) {
            translations.renumber(
                translation, renumbered(before.source(), piece.text(), translation.target()));
          } else {
            translations.redraft(translation, Halves.fit(piece.text(), translation.target()));
          }
        }
      }
      places
          .bind("id", before.id())
          .bind("number", i + 1)
          .bind("paragraph", piece.paragraph())
          .bind("start", piece.place().start())
          .bind("end", piece.place().end())
          .bind("kind", piece.kind().name())
          .add();
    }
    if (places.size() > 0) {
      places.execute();
    }
  }

  /** Gives a sentence that stands again what it was translated by. */
  private static void restore(
      SegmentStore store, CutTranslations translations, Plan plan, int index) {
    TaggedText now = plan.pieces().get(index).text();
    SentenceMatching.Former former = plan.former(index);
    Set<LanguageTag> back = new HashSet<>();
    for (Formers.Was was : plan.formers().translations(plan.matching().former(index))) {
      Translation then = was.past().translation();
      if (!then.target().isBlank()) {
        back.add(then.language());
        translations.bringBack(was, renumbered(former.text(), now, then.target()));
      }
    }
    for (Translation translation : store.translations(former.segment())) {
      if (!back.contains(translation.language())) {
        translations.redraft(translation, Halves.fit(now, translation.target()));
      }
    }
  }

  /** A target with the numbers that the same tags have in the newer source. */
  private static TaggedText renumbered(TaggedText old, TaggedText now, TaggedText target) {
    List<Tag> tags = new ArrayList<>();
    for (Tag tag : target.tags()) {
      for (int i = 0; i < old.tags().size(); i++) {
        if (old.tags().get(i).sameCode(tag)) {
          tags.add(now.tags().get(i).moved(tag.at()));
        }
      }
    }
    return new TaggedText(target.plain(), tags);
  }

  /** The dispatch with the newer headline, where it has had the older one for its title. */
  private static Dispatch titled(Dispatch known, Plan plan) {
    int heading =
        plan.old().stream()
            .map(SegmentStore.Placed::segment)
            .filter(segment -> segment.kind() == Segment.Kind.HEADLINE)
            .mapToInt(Segment::paragraph)
            .findFirst()
            .orElse(0);
    String headline =
        plan.old().stream()
            .map(SegmentStore.Placed::segment)
            .filter(segment -> segment.paragraph() == heading)
            .map(segment -> segment.source().plain())
            .collect(Collectors.joining(" "));
    String newer = plan.newer().read().preview().title();
    // a document without a headline has had its first sentence for the title
    String older = headline.isEmpty() ? plan.old().get(0).segment().source().plain() : headline;
    boolean own = !Intake.title(older).equals(known.title()) || newer.isBlank();
    return own ? known : known.withTitle(newer);
  }
}
