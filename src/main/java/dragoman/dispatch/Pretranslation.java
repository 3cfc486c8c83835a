package dragoman.dispatch;

import dragoman.glossary.Glossary;
import dragoman.language.LanguageTag;
import dragoman.memory.Memories;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts drafts into the segments of a dispatch that nobody has touched. */
final class Pretranslation {
  private static final Logger LOG = LoggerFactory.getLogger(Pretranslation.class);

  /**
   * A transaction costs a write to the disk, so a thousand sentences are not a thousand of them.
   */
  private static final int BATCH = 200;

  private final Jdbi jdbi;
  private final Memories memories;
  private final Glossary glossary;
  private final Saving saving;

  Pretranslation(Jdbi jdbi, Memories memories, Glossary glossary, Saving saving) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.glossary = glossary;
    this.saving = saving;
  }

  /** A draft to be stored over a version of a segment's translation. */
  private record Insert(long segment, long version, Pretranslator.Draft draft) {}

  /**
   * Stores drafts, two hundred at a time, so that what a crash leaves is whole segments.
   *
   * @param told gets every row after it is stored for good
   */
  List<Pretranslated> run(
      Dispatch dispatch,
      List<LanguageTag> languages,
      int threshold,
      String who,
      Consumer<SegmentRow> told) {
    List<LanguageTag> targets =
        languages.isEmpty()
            ? dispatch.targets().stream().map(Target::language).toList()
            : languages.stream().map(language -> Saving.wanted(dispatch, language)).toList();
    List<Segment> segments =
        jdbi.withHandle(
            handle -> new SegmentStore(handle).segments(dispatch.id(), 0, Integer.MAX_VALUE));
    List<Pretranslated> reports = new ArrayList<>();
    for (LanguageTag to : targets) {
      reports.add(
          into(
              segments,
              to,
              new Pretranslator(memories, glossary, dispatch.source(), to, threshold),
              who,
              told));
    }
    return List.copyOf(reports);
  }

  private Pretranslated into(
      List<Segment> segments,
      LanguageTag to,
      Pretranslator pretranslator,
      String who,
      Consumer<SegmentRow> told) {
    if (segments.isEmpty()) {
      return pretranslator.report();
    }
    long dispatch = segments.get(0).dispatch();
    Map<Long, Translation> touched =
        jdbi.withHandle(handle -> new SegmentStore(handle).translations(dispatch, to));
    List<Insert> batch = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      Translation known =
          touched.getOrDefault(segment.id(), Translation.untouched(segment.id(), to));
      if (known.state() != SegmentState.NEW || known.locked()) {
        pretranslator.pass();
        continue;
      }
      pretranslator
          .draft(segment.source(), plain(segments, i - 1), plain(segments, i + 1))
          .ifPresent(draft -> batch.add(new Insert(segment.id(), known.version(), draft)));
      if (batch.size() == BATCH) {
        insert(dispatch, batch, to, who).forEach(told);
        batch.clear();
      }
    }
    insert(dispatch, batch, to, who).forEach(told);
    return pretranslator.report();
  }

  /** All in one transaction; one by one if somebody has been at one of them meanwhile. */
  private List<SegmentRow> insert(long dispatch, List<Insert> batch, LanguageTag to, String who) {
    try {
      return jdbi.inTransaction(
          handle -> {
            // before the segments, as whoever joins them does: nobody waits for the other in a ring
            Arrangement.hold(handle, dispatch);
            return batch.stream().map(insert -> saved(insert, to, who)).toList();
          });
    } catch (StaleSegmentException | NoSuchElementException e) {
      LOG.debug("Somebody is at one of {} segments.", batch.size(), e);
    }
    List<SegmentRow> rows = new ArrayList<>();
    for (Insert insert : batch) {
      try {
        rows.add(saved(insert, to, who));
      } catch (StaleSegmentException | NoSuchElementException e) {
        LOG.debug("Left segment {} to whoever is at it.", insert.segment(), e);
      }
    }
    return rows;
  }

  private SegmentRow saved(Insert insert, LanguageTag to, String who) {
    Pretranslator.Draft draft = insert.draft();
    return saving.save(
        insert.segment(),
        to,
        insert.version(),
        draft.text(),
        SegmentState.DRAFT,
        draft.origin(),
        who);
  }

  private static String plain(List<Segment> segments, int index) {
    return index < 0 || index >= segments.size() ? "" : segments.get(index).source().plain();
  }
}
