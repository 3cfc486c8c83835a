package dragoman.dispatch;

import dragoman.glossary.Glossary;
import dragoman.language.LanguageTag;
import dragoman.memory.Memories;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts drafts into the segments of a dispatch that nobody has touched. */
final class Pretranslation {
  private static final Logger LOG = LoggerFactory.getLogger(Pretranslation.class);

  private final Jdbi jdbi;
  private final Memories memories;
  private final Glossary glossary;

  Pretranslation(Jdbi jdbi, Memories memories, Glossary glossary) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.glossary = glossary;
  }

  /** Stores a draft over a version. */
  @FunctionalInterface
  interface Inserting {
    void insert(long segment, LanguageTag language, long version, Pretranslator.Draft draft);
  }

  List<Pretranslated> run(
      Dispatch dispatch, List<LanguageTag> languages, int threshold, Inserting inserting) {
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
              inserting));
    }
    return List.copyOf(reports);
  }

  private Pretranslated into(
      List<Segment> segments, LanguageTag to, Pretranslator pretranslator, Inserting inserting) {
    if (segments.isEmpty()) {
      return pretranslator.report();
    }
    long dispatch = segments.get(0).dispatch();
    Map<Long, Translation> touched =
        jdbi.withHandle(handle -> new SegmentStore(handle).translations(dispatch, to));
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
          .ifPresent(draft -> insert(segment, to, known.version(), draft, inserting));
    }
    return pretranslator.report();
  }

  private static void insert(
      Segment segment,
      LanguageTag to,
      long version,
      Pretranslator.Draft draft,
      Inserting inserting) {
    try {
      inserting.insert(segment.id(), to, version, draft);
    } catch (StaleSegmentException e) {
      LOG.debug("Left segment {} to whoever is at it.", segment.id(), e);
    }
  }

  private static String plain(List<Segment> segments, int index) {
    return index < 0 || index >= segments.size() ? "" : segments.get(index).source().plain();
  }
}
