package dragoman.dispatch;

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
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Newer versions of a dispatch's document: split by the rules, then as translators chose before,
 * with every translation whose sentence did not change. The dispatch keeps its identity.
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
            plan(handle, newer, new SegmentStore(handle).placed(dispatch))
                .report(new DispatchStore(handle).get(dispatch)));
  }

  /**
   * Takes a newer version in the place of the document.
   *
   * @param version the dispatch's version that was read
   * @throws DocumentException if it cannot be taken in
   * @throws StaleVersionException if somebody changed the dispatch or cut its sentences meanwhile
   */
  public Correction bringIn(long dispatch, long version, Upload upload, String who) {
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
              Plan plan = plan(handle, newer, new SegmentStore(handle).held(known));
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
  private record Plan(Newer newer, List<SegmentStore.Placed> old, SentenceMatching matching) {
    List<Intake.Piece> pieces() {
      return newer.read().pieces();
    }

    Segment before(int piece) {
      return old.get(matching.from(piece)).segment();
    }

    List<Segment> removed() {
      Set<Integer> staying = new HashSet<>();
      for (int i = 0; i < pieces().size(); i++) {
        staying.add(matching.from(i));
      }
      List<Segment> removed = new ArrayList<>();
      for (int i = 0; i < old.size(); i++) {
        if (!staying.contains(i)) {
          removed.add(old.get(i).segment());
        }
      }
      return removed;
    }

    boolean asksForWork() {
      return kept() < pieces().size();
    }

    int kept() {
      int kept = 0;
      for (int i = 0; i < pieces().size(); i++) {
        kept += matching.same(i) ? 1 : 0;
      }
      return kept;
    }

    Correction report(Dispatch dispatch) {
      int kept = kept();
      int added = 0;
      for (int i = 0; i < pieces().size(); i++) {
        added += matching.from(i) < 0 ? 1 : 0;
      }
      return new Correction(
          dispatch, kept, pieces().size() - kept - added, added, removed().size(), newer.choices());
    }
  }

  private Plan plan(Handle handle, Newer newer, List<SegmentStore.Placed> old) {
    return new Plan(
        newer,
        old,
        new SentenceMatching(
            newer.read().preview().source(),
            old.stream().map(placed -> placed.segment().source()).toList(),
            newer.read().pieces().stream().map(Intake.Piece::text).toList()));
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
      if (plan.matching().from(i) < 0) {
        arrangement.add(dispatch.id(), i + 1, piece);
        continue;
      }
      Segment before = plan.before(i);
      if (!before.source().equals(piece.text())) {
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
    boolean own = !Intake.title(headline).equals(known.title()) || newer.isBlank();
    return own ? known : known.withTitle(newer);
  }
}
