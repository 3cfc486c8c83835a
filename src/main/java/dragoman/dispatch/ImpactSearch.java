package dragoman.dispatch;

import dragoman.glossary.Concept;
import dragoman.glossary.TermBase;
import dragoman.language.LanguageTag;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.Probe;
import dragoman.memory.Unit;
import dragoman.memory.Variant;
import dragoman.text.TaggedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds what a change of a concept touches. Of the memories only those units are read that the
 * index says may have a term that changes; of dispatches those that are open.
 */
final class ImpactSearch {
  private static final int BATCH = 200;

  /** More texts than these are not read for one word, nor more places listed. */
  private static final long MOST_READ = 300_000;

  private static final int MOST_PLACES = 20_000;
  private static final int MOST_DISPATCHES = 2_000;
  private static final int ROWS = 1_000;

  private final Jdbi jdbi;
  private final Memories memories;
  private final long id;
  private final ImpactJudge judge;
  private final List<Probe> probes;
  private final BooleanSupplier goOn;
  private final Set<Long> seen = new HashSet<>();
  private final List<ImpactPlace> batch = new ArrayList<>();
  private int number;
  private long looked;
  private boolean more;

  ImpactSearch(
      Jdbi jdbi,
      Memories memories,
      long id,
      TermBase current,
      Optional<Concept> before,
      Optional<Concept> after,
      BooleanSupplier goOn) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.id = id;
    this.judge = new ImpactJudge(current, before, after);
    this.probes = ImpactProbes.of(before, after);
    this.goOn = goOn;
  }

  /** Finds them and keeps them; false if it was told to stop. */
  boolean run() {
    for (Probe probe : probes) {
      long most = looked + MOST_READ;
      memories.each(
          probe,
          (memory, unit) -> {
            looked++;
            if (seen.add(unit.id())) {
              look(memory, unit);
            }
            more |= looked >= most;
            return looked < most && wantsMore();
          });
    }
    if (!probes.isEmpty()) {
      dispatches();
    }
    flush();
    return goOn.getAsBoolean();
  }

  private boolean wantsMore() {
    if (number >= MOST_PLACES) {
      more = true;
      return false;
    }
    if (looked % ROWS == 0) {
      flush();
    }
    return goOn.getAsBoolean();
  }

  /** A unit's first text is what the others were translated from. */
  private void look(Memory memory, Unit unit) {
    Variant source = unit.variants().get(0);
    for (Variant target : unit.variants().subList(1, unit.variants().size())) {
      judge
          .judge(source.language(), target.language(), source.text().plain(), target.text())
          .ifPresent(
              judged -> {
                ImpactPlace place =
                    place(
                        ImpactPlace.Kind.UNIT,
                        unit.id(),
                        memory.id(),
                        memory.name(),
                        judged,
                        source.language(),
                        source.text().plain(),
                        target.language(),
                        target.text(),
                        unit.version());
                keep(memory.readOnly() ? unchangeable(place, "the memory is read-only") : place);
              });
    }
  }

  private void dispatches() {
    record Open(long id, String slug, LanguageTag source) {}
    List<Open> open =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "SELECT id, slug, source FROM dispatch WHERE state = 'OPEN' AND NOT deleted"
                            + " ORDER BY id DESC LIMIT "
                            + MOST_DISPATCHES)
                    .map(
                        (row, c) ->
                            new Open(
                                row.getLong("id"),
                                row.getString("slug"),
                                LanguageTag.of(row.getString("source"))))
                    .list());
    more |= open.size() == MOST_DISPATCHES;
    for (Open dispatch : open) {
      for (LanguageTag language : targets(dispatch.id)) {
        rows(dispatch.id, dispatch.slug, dispatch.source, language);
        if (!wantsMore()) {
          return;
        }
      }
    }
  }

  private List<LanguageTag> targets(long dispatch) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT language FROM dispatch_target WHERE dispatch_id = :id ORDER BY place")
                .bind("id", dispatch)
                .map((row, c) -> LanguageTag.of(row.getString("language")))
                .list());
  }

  private void rows(long dispatch, String slug, LanguageTag from, LanguageTag to) {
    int offset = 0;
    List<SegmentRow> page;
    do {
      int at = offset;
      page = jdbi.withHandle(h -> new SegmentStore(h).rows(dispatch, to, at, ROWS));
      for (SegmentRow row : page) {
        look(dispatch, slug, from, to, row);
      }
      offset += page.size();
    } while (page.size() == ROWS && goOn.getAsBoolean());
  }

  private void look(long dispatch, String slug, LanguageTag from, LanguageTag to, SegmentRow row) {
    TaggedText target = row.translation().target();
    String source = row.segment().source().plain();
    if (target.isBlank()) {
      return;
    }
    looked++;
    boolean mayHave =
        probes.stream()
            .anyMatch(
                p ->
                    p.language().meets(to) && ImpactProbes.mayHave(p, target.plain())
                        || p.language().meets(from) && ImpactProbes.mayHave(p, source));
    if (!mayHave) {
      return;
    }
    judge
        .judge(from, to, source, target)
        .ifPresent(
            judged -> {
              ImpactPlace place =
                  place(
                      ImpactPlace.Kind.SEGMENT,
                      row.segment().id(),
                      dispatch,
                      slug,
                      judged,
                      from,
                      source,
                      to,
                      target,
                      row.translation().version());
              keep(
                  row.translation().locked()
                      ? unchangeable(place, "the sentence is locked")
                      : place);
            });
  }

  private ImpactPlace unchangeable(ImpactPlace place, String why) {
    return place.verdict() == ImpactPlace.Verdict.RIGHT ? place : place.toLookAt(why);
  }

  private static ImpactPlace place(
      ImpactPlace.Kind kind,
      long ref,
      long home,
      String homeName,
      ImpactJudge.Judged judged,
      LanguageTag from,
      String source,
      LanguageTag to,
      TaggedText target,
      long version) {
    return new ImpactPlace(
        0,
        kind,
        ref,
        home,
        homeName,
        judged.verdict(),
        judged.reason(),
        from,
        source,
        to,
        target,
        judged.mended(),
        version,
        0,
        ImpactPlace.State.FOUND);
  }

  private void keep(ImpactPlace place) {
    batch.add(place.numbered(++number));
    if (batch.size() >= BATCH) {
      flush();
    }
  }

  private void flush() {
    jdbi.useTransaction(
        h -> {
          ImpactStore store = new ImpactStore(h);
          store.insert(id, batch);
          store.looked(id, looked, more);
        });
    batch.clear();
  }
}
