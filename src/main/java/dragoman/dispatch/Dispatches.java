package dragoman.dispatch;

import dragoman.glossary.Glossary;
import dragoman.language.LanguageTag;
import dragoman.memory.Memories;
import dragoman.memory.NewUnit;
import dragoman.quality.Checker;
import dragoman.quality.Finding;
import dragoman.segmentation.Segmenter;
import dragoman.storage.Database;
import dragoman.storage.Page;
import dragoman.text.TaggedText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * The desk's dispatches: taken in, translated segment by segment, given out again. Safe for many
 * threads, and for several processes on one database.
 *
 * <p>What a method has acknowledged by returning is durable. Languages are matched by language and
 * script: {@code az-AZ} finds what is kept as {@code az}.
 */
public final class Dispatches {
  private static final int LONGEST_PAGE = 1000;
  private static final String OWN_SYSTEM = "dragoman";

  private final Jdbi jdbi;
  private final Memories memories;
  private final Glossary glossary;
  private final Checker checker;
  private final DeskRules rules;
  private final SentenceModels models;
  private final Intake intake;
  private final Saving saving;
  private final Pretranslation pretranslation;
  private final Helping helping;
  private final Clock clock;
  private final Cuts cuts;
  private final Corrections corrections;
  private final TermImpacts impacts;
  private final Alignments alignments;
  private final AcceptedFindings accepted;
  private final Listeners<SegmentChanged> changed = new Listeners<>();
  private final Listeners<Rearranged> rearranged = new Listeners<>();

  private Dispatches(
      Database database,
      Segmenter segmenter,
      Memories memories,
      Glossary glossary,
      Checker checker) {
    this.jdbi = database.jdbi();
    this.memories = memories;
    this.glossary = glossary;
    this.checker = checker;
    this.clock = Clock.tickMillis(ZoneOffset.UTC); // what the columns hold
    this.rules = DeskRules.open(database, segmenter);
    this.models = SentenceModels.open(database, rules);
    this.intake = new Intake(rules::segmenter, LanguageDetector.ofBundledModel());
    this.saving = new Saving(jdbi, memories, glossary, clock);
    this.pretranslation = new Pretranslation(jdbi, memories, glossary, saving);
    this.accepted = new AcceptedFindings(jdbi, clock);
    this.helping = new Helping(jdbi, memories, glossary, checker, accepted);
    this.cuts = new Cuts(jdbi, clock, rearranged::tell);
    this.corrections = new Corrections(jdbi, intake, clock, rearranged::tell);
    this.impacts = new TermImpacts(jdbi, memories, glossary, this, clock);
    this.alignments = new Alignments(jdbi, memories, intake, clock);
  }

  /** The dispatches of a database, with the rooms that help to translate them. */
  public static Dispatches open(
      Database database,
      Segmenter segmenter,
      Memories memories,
      Glossary glossary,
      Checker checker) {
    return new Dispatches(database, segmenter, memories, glossary, checker);
  }

  /**
   * How the units of a memory were used.
   *
   * @throws NoSuchElementException if there is no such memory
   */
  public Reuse reuse(long memoryId) {
    return new ReuseRows(jdbi, memories).of(memories.get(memoryId).id());
  }

  /**
   * Reads a document without keeping it.
   *
   * @param source the language if a person has said it, else it is detected
   * @throws DocumentException if it cannot be taken in
   */
  public Preview preview(Upload upload, Optional<LanguageTag> source) {
    Preview preview = intake.read(upload, source, today()).preview();
    String digest = Originals.digest(upload.content());
    return jdbi.withHandle(handle -> new DispatchStore(handle).same(digest))
        .map(
            same ->
                preview.beside(
                    same,
                    upload.called()
                        + " is here already as “"
                        + same.slug()
                        + "”, taken in by "
                        + same.createdBy()
                        + "; open that one, or go on to have it twice."))
        .orElse(preview);
  }

  /**
   * Takes a dispatch in.
   *
   * @throws DocumentException if the document cannot be taken in
   * @throws IllegalArgumentException if no target is named, one meets the source or another, a
   *     field is too long, or a dispatch with this identity is there
   */
  public Dispatch create(NewDispatch wanted, String who) {
    Intake.Read read = intake.read(wanted.upload(), wanted.source(), today());
    Preview seen = read.preview();
    Identity identity =
        wanted.identity().orElseGet(() -> new Identity(OWN_SYSTEM, UUID.randomUUID().toString()));
    Dispatch dispatch = wanted.dispatch(seen, identity, clock.instant(), who);
    DispatchRules.check(dispatch);
    return jdbi.inTransaction(
        handle -> {
          DispatchStore store = new DispatchStore(handle);
          if (store.known(identity).isPresent()) {
            throw new IllegalArgumentException(
                "The dispatch "
                    + identity.guid()
                    + " of "
                    + identity.system()
                    + " is already here; open that one.");
          }
          long id =
              store.add(
                  dispatch,
                  seen.encoding(),
                  Originals.digest(wanted.upload().content()),
                  seen.segments(),
                  seen.words());
          Originals.put(handle, id, wanted.upload().content());
          new SegmentStore(handle).add(id, read.pieces());
          return store.get(id);
        });
  }

  /** The dispatches that a filter lets through, the newest first. */
  public Page<Dispatch> list(DispatchFilter filter) {
    expectPage(filter.offset(), filter.limit());
    return jdbi.inTransaction(handle -> new DispatchStore(handle).list(filter));
  }

  /**
   * A dispatch with its progress.
   *
   * @throws NoSuchElementException if there is none
   */
  public Dispatch get(long id) {
    return jdbi.inTransaction(handle -> new DispatchStore(handle).get(id));
  }

  /**
   * Changes what people change of a dispatch: slug, title, agency, by-line, day, embargo, state,
   * status, and the languages of its targets. A language that is taken away keeps its translations,
   * should it come back.
   *
   * @param changed with the version that was read; the targets' counts are of no account
   * @throws dragoman.storage.StaleVersionException if somebody else changed it meanwhile
   * @throws IllegalArgumentException as {@link #create} does
   */
  public Dispatch update(Dispatch changed, String who) {
    return jdbi.inTransaction(
        handle -> {
          DispatchStore store = new DispatchStore(handle);
          // identity, source and document stay as they are, whatever was handed in
          Dispatch known = store.get(changed.id());
          DispatchRules.check(changed.withSource(known.source()));
          store.update(changed, clock.instant(), who);
          return store.get(changed.id());
        });
  }

  /**
   * Takes a dispatch out of sight; it can be {@linkplain #restore restored}. What was confirmed
   * stays in the memory.
   *
   * @throws dragoman.storage.StaleVersionException if somebody else changed it meanwhile
   */
  public void delete(long id, long version, String who) {
    jdbi.useTransaction(
        handle -> {
          DispatchStore store = new DispatchStore(handle);
          store.get(id);
          store.delete(id, version, true, clock.instant(), who);
        });
  }

  /**
   * Brings a deleted dispatch back.
   *
   * @param version the one after its deletion: one more than before
   */
  public Dispatch restore(long id, long version, String who) {
    return jdbi.inTransaction(
        handle -> {
          DispatchStore store = new DispatchStore(handle);
          store.delete(id, version, false, clock.instant(), who);
          return store.get(id);
        });
  }

  /** Segments beside their translations, in the dispatch's order. */
  public Page<SegmentRow> segments(long id, LanguageTag language, int offset, int limit) {
    expectPage(offset, limit);
    return jdbi.inTransaction(
        handle -> {
          DispatchStore store = new DispatchStore(handle);
          LanguageTag target = Saving.wanted(store.get(id), language);
          return new Page<>(
              new SegmentStore(handle).rows(id, target, offset, limit), store.segments(id));
        });
  }

  /**
   * A segment beside its translation.
   *
   * @throws NoSuchElementException if there is no such segment
   * @throws IllegalArgumentException if the dispatch is not wanted in the language
   */
  public SegmentRow segment(long segment, LanguageTag language) {
    return saving.row(segment, language);
  }

  /**
   * Stores a translation. From {@link SegmentState#TRANSLATED} on it is confirmed: a unit of the
   * memory {@value Saving#WORKING_MEMORY}, at once findable. Back to {@link SegmentState#DRAFT}, it
   * stays in the memory until it is confirmed again, which corrects it there. An empty draft is
   * {@link SegmentState#NEW}. The same text and state again change nothing.
   *
   * @param version the translation's version that was read, 0 for none
   * @param target its tags, of which place, kind and id count; the rest is taken from the source
   * @param origin the match that the text was made from
   * @throws StaleSegmentException if somebody else changed it meanwhile
   * @throws IllegalArgumentException if it is locked, an empty text is to be confirmed, or a tag is
   *     not the source's
   */
  public SegmentRow save(
      long segment,
      LanguageTag language,
      long version,
      TaggedText target,
      SegmentState state,
      Optional<Origin> origin,
      String who) {
    return told(saving.save(segment, language, version, target, state, origin, who), version, who);
  }

  /**
   * Locks a translation against changes, or unlocks it.
   *
   * @throws StaleSegmentException if somebody else changed it meanwhile
   */
  public SegmentRow lock(
      long segment, LanguageTag language, long version, boolean locked, String who) {
    return told(saving.lock(segment, language, version, locked, who), version, who);
  }

  /** What stands beside a segment in the editor. */
  public Help help(long segmentId, LanguageTag language) {
    return helping.help(saving.row(segmentId, language));
  }

  /** What the checks say of a text that need not be stored yet. */
  public List<Finding> check(SegmentRow row, TaggedText target) {
    LanguageTag from =
        jdbi.withHandle(h -> new DispatchStore(h).uncounted(row.segment().dispatch())).source();
    TaggedText source = row.segment().source();
    return accepted.marked(
        row, target, checker.check(from, row.translation().language(), source, target));
  }

  /** Findings that are right where they stand. */
  public AcceptedFindings accepted() {
    return accepted;
  }

  /** Every step of a translation, the newest first; also where its segment stands no more. */
  public List<Change> history(long segmentId, LanguageTag language) {
    return jdbi.inTransaction(
        handle -> {
          SegmentStore store = new SegmentStore(handle);
          long dispatch = store.known(segmentId).dispatch();
          return store.history(
              segmentId, Saving.wanted(new DispatchStore(handle).uncounted(dispatch), language));
        });
  }

  /**
   * Puts the best match at or above the threshold, or the glossary's term, into every segment that
   * nobody has touched, as a draft with its score. Nothing is confirmed by it.
   *
   * @param languages among the dispatch's targets; empty for all of them
   * @param threshold the least score, 1 to 101
   */
  public List<Pretranslated> pretranslate(
      long id, List<LanguageTag> languages, int threshold, String who) {
    return pretranslation.run(
        get(id),
        languages,
        threshold,
        who,
        row -> changed.tell(new SegmentChanged(row.segment().dispatch(), row, who)));
  }

  /**
   * The document in a target language, or in its source language as it came: the original with the
   * translations there are, drafts too; a segment without one keeps its source.
   *
   * @throws IllegalArgumentException if the dispatch is not wanted in the language
   */
  public Exported export(long id, LanguageTag language) {
    return jdbi.inTransaction(
        handle -> {
          DispatchStore store = new DispatchStore(handle);
          Dispatch dispatch = store.get(id);
          byte[] original = Originals.get(handle, id);
          if (language.meets(dispatch.source())) {
            return Exports.original(dispatch, original);
          }
          LanguageTag target = Saving.wanted(dispatch, language);
          Document document =
              Documents.reopen(
                  dispatch.fileName(), dispatch.format(), store.encoding(id), original);
          SegmentStore segments = new SegmentStore(handle);
          return Exports.translated(
              dispatch, target, document, segments.placed(id), segments.translations(id, target));
        });
  }

  /** The confirmed segments as units of a memory, with what they are in every language. */
  public List<NewUnit> units(long id) {
    return jdbi.inTransaction(
        handle -> Exports.units(new DispatchStore(handle).get(id), new SegmentStore(handle)));
  }

  /**
   * Pre-translates a document without keeping it.
   *
   * @throws DocumentException if it cannot be taken in
   */
  public TranslatedDocument translate(
      Upload upload, LanguageTag from, LanguageTag to, int threshold) {
    Intake.Read read = intake.read(upload, Optional.of(from), today());
    return DocumentTranslation.of(
        read, from, to, new Pretranslator(memories, glossary, from, to, threshold), checker);
  }

  /** Where the sentences are cut: joined, split, taken back. */
  public Cuts cuts() {
    return cuts;
  }

  /** Newer versions of dispatches. */
  public Corrections corrections() {
    return corrections;
  }

  /** What changes of concepts do to what is translated. */
  public TermImpacts impacts() {
    return impacts;
  }

  /** Texts in several languages whose sentences are linked. */
  public Alignments alignments() {
    return alignments;
  }

  /** Tells a listener of every dispatch that got other sentences, after it is stored. */
  public void onRearranged(Consumer<Rearranged> listener) {
    rearranged.add(listener);
  }

  /** What is learned of where sentences end. */
  public SentenceModels models() {
    return models;
  }

  /** The desk's own rules of where sentences end. */
  public DeskRules rules() {
    return rules;
  }

  /** Tells a listener of every change to a translation, after it is stored, in its thread. */
  public void onChange(Consumer<SegmentChanged> listener) {
    changed.add(listener);
  }

  private SegmentRow told(SegmentRow row, long before, String who) {
    if (row.translation().version() != before) {
      changed.tell(new SegmentChanged(row.segment().dispatch(), row, who));
    }
    return row;
  }

  private static void expectPage(int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > LONGEST_PAGE) {
      throw new IllegalArgumentException(
          "A page begins at 0 or later and has 1 to " + LONGEST_PAGE + " rows; ask for less.");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(Instant.now(clock), ZoneId.systemDefault());
  }
}
