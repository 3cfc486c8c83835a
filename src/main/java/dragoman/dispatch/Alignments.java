package dragoman.dispatch;

import dragoman.alignment.Aligner;
import dragoman.alignment.Group;
import dragoman.alignment.Joint;
import dragoman.alignment.Text;
import dragoman.language.LanguageTag;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.memory.NewUnit;
import dragoman.memory.Tally;
import dragoman.memory.UnitWriter;
import dragoman.storage.Page;
import dragoman.storage.StaleVersionException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Texts that exist in several languages, aligned and waiting for a person: which sentences answer
 * which, looked through, mended, and put into a memory. Safe for many threads and several processes
 * on one database.
 */
public final class Alignments {
  private static final int LONGEST_PAGE = 1000;
  private static final int LONGEST_NAME = 300;

  private final Jdbi jdbi;
  private final Memories memories;
  private final AlignmentReading reading;
  private final Clock clock;

  Alignments(Jdbi jdbi, Memories memories, Intake intake, Clock clock) {
    this.jdbi = jdbi;
    this.memories = memories;
    this.reading = new AlignmentReading(intake, new Aligner());
    this.clock = clock;
  }

  /**
   * Which links are asked for.
   *
   * @param show those of a kind; empty for all
   * @param doubtfulFirst whether what a person should look at comes first, the least sure before
   *     all; else in the order of the texts
   * @param threshold what is less sure is doubtful, 0 to 1
   * @param offset how many to pass over
   * @param limit how many to show
   */
  public record Asked(
      Optional<Show> show, boolean doubtfulFirst, double threshold, int offset, int limit) {}

  /** Kinds of links. */
  public enum Show {
    /** Every one. */
    ALL,
    /** Proposed ones that are less sure than the threshold, open ones too. */
    DOUBTFUL,
    /** Those that nobody has agreed to. */
    PROPOSED,
    /** Those that a person has agreed to. */
    ACCEPTED,
    /** Sentences that nothing answers. */
    OPEN
  }

  /**
   * What went into a memory.
   *
   * @param links how many links were taken
   * @param tally what became of them as units
   */
  public record Saved(StoredAlignment alignment, Memory memory, int links, Tally tally) {}

  /**
   * Reads and aligns texts without keeping them.
   *
   * @throws DocumentException if one of them cannot be read
   */
  public AlignmentPreview preview(List<AlignmentInput> inputs) {
    return reading.preview(read(inputs));
  }

  /**
   * Aligns texts and keeps the answer.
   *
   * @param name what to call it; empty to take a file's
   * @throws DocumentException if one of them cannot be read
   * @throws AlignmentTroubleException if they cannot be aligned as they are; nothing is kept
   */
  public StoredAlignment create(String name, List<AlignmentInput> inputs, String who) {
    List<AlignmentReading.Paper> papers = read(inputs);
    Joint joint = reading.align(papers);
    String called = name.isBlank() ? named(papers) : name(name);
    return jdbi.inTransaction(
        handle -> {
          AlignmentStore store = new AlignmentStore(handle);
          long id = store.add(called, papers, clock.instant(), who);
          fill(handle, id, papers, joint, 1);
          return store.get(id);
        });
  }

  /**
   * A dispatch's document as a text to be aligned.
   *
   * @param language if a person says another than the dispatch does
   * @throws NoSuchElementException if there is no such dispatch
   */
  public AlignmentInput ofDispatch(long id, Optional<LanguageTag> language) {
    return jdbi.inTransaction(
        handle -> {
          Dispatch dispatch = new DispatchStore(handle).get(id);
          String name =
              dispatch.fileName().isEmpty()
                  ? dispatch.slug() + "." + dispatch.format().ending()
                  : dispatch.fileName();
          return new AlignmentInput(
              new Upload(name, Originals.get(handle, id)),
              Optional.of(language.orElse(dispatch.source())));
        });
  }

  private List<AlignmentReading.Paper> read(List<AlignmentInput> inputs) {
    if (inputs.size() < 2 || inputs.size() > AlignmentReading.MOST_TEXTS) {
      throw new IllegalArgumentException(
          "An alignment is made of 2 to "
              + AlignmentReading.MOST_TEXTS
              + " texts, not of "
              + inputs.size()
              + ".");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    return inputs.stream().map(input -> reading.read(input, today)).toList();
  }

  private static String named(List<AlignmentReading.Paper> papers) {
    String name =
        papers.stream()
            .map(paper -> paper.name().replaceFirst("\\.[^.]*$", ""))
            .filter(file -> !file.isBlank())
            .findFirst()
            .orElseGet(() -> papers.get(0).cuts().get(0).text());
    return Intake.shortened(name.strip(), 80);
  }

  private static String name(String given) {
    String name = given.strip().replaceAll("\\s+", " ");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "The name of an alignment has 1 to " + LONGEST_NAME + " characters.");
    }
    return name;
  }

  private static void fill(
      Handle handle, long id, List<AlignmentReading.Paper> papers, Joint joint, long version) {
    AlignmentStore store = new AlignmentStore(handle);
    LinkStore links = new LinkStore(handle, id);
    for (int side = 0; side < papers.size(); side++) {
      List<AlignmentReading.Cut> cuts = papers.get(side).cuts();
      long first = store.ids(id, cuts.size());
      links.segments(
          side,
          0,
          IntStream.range(0, cuts.size())
              .mapToObj(
                  k ->
                      new AlignedSegment(
                          first + k, k + 1, cuts.get(k).paragraph(), cuts.get(k).text()))
              .toList(),
          version);
      store.grown(id, side, cuts.size());
    }
    long next = store.ids(id, joint.groups().size());
    List<LinkRow> rows = new ArrayList<>();
    for (Group group : joint.groups()) {
      rows.add(
          new LinkRow(
              next++,
              group.sides().stream().map(List::size).toList(),
              OptionalDouble.of(group.confidence()),
              false,
              group.contradicted(),
              ""));
    }
    links.add(rows, 0, version);
    store.counted(id, new LinkRows(rows, papers.size()).counts());
  }

  /**
   * Keeps texts that were aligned elsewhere, for a person to look at.
   *
   * @param name what to call it; if there is one of this name by the same, nothing is done
   * @param files what the texts are called
   * @return whether it is new
   */
  public boolean keep(String name, List<String> files, List<Text> texts, Joint joint, String who) {
    List<AlignmentReading.Paper> papers =
        IntStream.range(0, texts.size())
            .mapToObj(side -> AlignmentReading.aligned(files.get(side), texts.get(side)))
            .toList();
    String called = name(Intake.shortened(name.strip(), LONGEST_NAME));
    return jdbi.inTransaction(
        handle -> {
          AlignmentStore store = new AlignmentStore(handle);
          if (store.known(called, who)) {
            return false;
          }
          long id = store.add(called, papers, clock.instant(), who);
          fill(handle, id, papers, joint, 1);
          return true;
        });
  }

  /** The alignments whose name or files have all the words, the newest first. */
  public Page<StoredAlignment> list(String search, int offset, int limit) {
    expectPage(offset, limit);
    return jdbi.inTransaction(
        handle -> {
          AlignmentStore store = new AlignmentStore(handle);
          return new Page<>(store.list(search, offset, limit), store.count(search));
        });
  }

  /**
   * An alignment.
   *
   * @throws NoSuchElementException if there is none
   */
  public StoredAlignment get(long id) {
    return jdbi.inTransaction(handle -> new AlignmentStore(handle).get(id));
  }

  /** A part of the links. */
  public Page<AlignmentLink> links(long id, Asked asked) {
    expectPage(asked.offset(), asked.limit());
    return jdbi.inTransaction(
        handle -> {
          StoredAlignment alignment = new AlignmentStore(handle).get(id);
          LinkStore store = new LinkStore(handle, id);
          LinkRows rows = store.links(alignment.texts().size());
          List<Integer> places = places(rows, asked);
          return new Page<>(
              store.filled(
                  rows, places.stream().skip(asked.offset()).limit(asked.limit()).toList()),
              places.size());
        });
  }

  private static List<Integer> places(LinkRows rows, Asked asked) {
    Show show = asked.show().orElse(Show.ALL);
    List<Integer> places =
        IntStream.range(0, rows.size())
            .filter(k -> shown(rows.get(k), show, asked.threshold()))
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    if (asked.doubtfulFirst()) {
      places.sort(
          Comparator.<Integer>comparingInt(k -> rows.get(k).accepted() ? 1 : 0)
              .thenComparingDouble(
                  k -> rows.get(k).accepted() ? 0 : rows.get(k).confidence().orElse(0)));
    }
    return places;
  }

  private static boolean shown(LinkRow row, Show show, double threshold) {
    return switch (show) {
      case ALL -> true;
      case DOUBTFUL -> row.doubtful(threshold);
      case PROPOSED -> !row.accepted();
      case ACCEPTED -> row.accepted();
      case OPEN -> row.open();
    };
  }

  /**
   * Gives an alignment another name.
   *
   * @throws StaleVersionException if somebody else changed it meanwhile, as in every change
   */
  public StoredAlignment rename(long id, long version, String name, String who) {
    return jdbi.inTransaction(
        handle -> {
          AlignmentStore store = new AlignmentStore(handle);
          store.rename(store.held(id, version), name(name), clock.instant(), who);
          return store.get(id);
        });
  }

  /**
   * Corrects the languages: the texts are cut into sentences and aligned anew; what people did to
   * the links is gone.
   *
   * @param languages one for each text
   * @throws AlignmentTroubleException if the texts cannot be aligned in these
   */
  public StoredAlignment languages(long id, long version, List<LanguageTag> languages, String who) {
    record Kept(StoredAlignment alignment, List<List<String>> paragraphs) {}
    Kept kept =
        jdbi.inTransaction(
            handle -> {
              AlignmentStore store = new AlignmentStore(handle);
              StoredAlignment alignment = store.get(id);
              return new Kept(
                  alignment,
                  IntStream.range(0, alignment.texts().size())
                      .mapToObj(side -> store.paragraphs(id, side))
                      .toList());
            });
    List<AlignedText> texts = kept.alignment().texts();
    if (languages.size() != texts.size()) {
      throw new IllegalArgumentException(
          "Name a language for each of the " + texts.size() + " texts.");
    }
    if (kept.alignment().version() != version) {
      throw new StaleVersionException("the alignment “" + kept.alignment().name() + "”");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    List<AlignmentReading.Paper> papers =
        IntStream.range(0, texts.size())
            .mapToObj(
                side ->
                    reading.again(
                        texts.get(side), kept.paragraphs().get(side), languages.get(side), today))
            .toList();
    Joint joint = reading.align(papers);
    return jdbi.inTransaction(
        handle -> {
          AlignmentStore store = new AlignmentStore(handle);
          StoredAlignment now = store.held(id, version);
          store.empty(id);
          for (int side = 0; side < languages.size(); side++) {
            store.language(id, side, languages.get(side));
          }
          fill(handle, id, papers, joint, version + 1);
          store.changed(id, store.get(now.id()).counts(), clock.instant(), who);
          return store.get(id);
        });
  }

  /** Takes an alignment out of sight; what was saved stays in the memory. */
  public void delete(long id, long version, String who) {
    jdbi.useTransaction(
        handle -> new AlignmentStore(handle).delete(id, version, true, clock.instant(), who));
  }

  /**
   * Brings a deleted alignment back.
   *
   * @param version the one after its deletion: one more than before
   */
  public StoredAlignment restore(long id, long version, String who) {
    return jdbi.inTransaction(
        handle -> {
          AlignmentStore store = new AlignmentStore(handle);
          store.delete(id, version, false, clock.instant(), who);
          return store.get(id);
        });
  }

  /**
   * Links the sentences of some neighbouring links otherwise. A group that is one of these links
   * stays as it is.
   *
   * @param links their ids, in order
   * @param groups for each new link the ids of its sentences, by text; together the same sentences
   *     in the same order
   * @param accepted whether the new links are agreed to
   * @throws IllegalArgumentException if the links are no neighbours or the groups hold others
   */
  public AlignmentEdited link(
      long id,
      long version,
      List<Long> links,
      List<List<List<Long>>> groups,
      boolean accepted,
      String who) {
    return jdbi.inTransaction(
        handle -> editing(handle, id, version, who).link(links, groups, accepted));
  }

  /**
   * Splits a sentence; both parts stay in its link.
   *
   * @param at offset in its text, in UTF-16 units
   * @throws IllegalArgumentException if a part would be empty
   */
  public AlignmentEdited split(long id, long version, long segment, int at, String who) {
    return jdbi.inTransaction(handle -> editing(handle, id, version, who).split(segment, at));
  }

  /**
   * Joins a sentence with the next of its text, which comes over into its link.
   *
   * @throws IllegalArgumentException if it is the last one
   */
  public AlignmentEdited join(long id, long version, long segment, String who) {
    return jdbi.inTransaction(handle -> editing(handle, id, version, who).join(segment));
  }

  /** Agrees to links, or no longer does. */
  public AlignmentEdited accept(
      long id, long version, List<Long> links, boolean accepted, String who) {
    return jdbi.inTransaction(handle -> editing(handle, id, version, who).accept(links, accepted));
  }

  /** Agrees to all that is linked with at least this confidence. */
  public AlignmentEdited accept(long id, long version, double threshold, String who) {
    return jdbi.inTransaction(handle -> editing(handle, id, version, who).accept(threshold));
  }

  /**
   * Takes the last step back that was not taken back yet.
   *
   * @throws IllegalArgumentException if there is none
   */
  public AlignmentEdited undo(long id, long version, String who) {
    return jdbi.inTransaction(handle -> editing(handle, id, version, who).undo());
  }

  private AlignmentEditing editing(Handle handle, long id, long version, String who) {
    return new AlignmentEditing(handle, id, version, clock.instant(), who);
  }

  /**
   * Puts what is linked and agreed to into a memory. What the memory has already is not doubled.
   *
   * @param threshold if there is one, what is proposed goes along from this confidence on
   * @throws IllegalArgumentException if there is nothing to put, or the memory is read-only
   */
  public Saved save(long id, long version, Memory memory, OptionalDouble threshold, String who) {
    Chosen chosen = chosen(id, threshold);
    if (chosen.alignment().version() != version) {
      throw new StaleVersionException("the alignment “" + chosen.alignment().name() + "”");
    }
    if (chosen.units().isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing of this alignment can be saved yet: no link is accepted"
              + (threshold.isPresent() ? " or as sure as that" : "")
              + ".");
    }
    Tally tally;
    try (UnitWriter writer = memories.writer(memory, who)) {
      chosen.units().forEach(writer::add);
      writer.flush();
      tally = writer.tally();
    }
    StoredAlignment now =
        jdbi.inTransaction(
            handle -> {
              AlignmentStore store = new AlignmentStore(handle);
              store.saved(
                  id, new StoredAlignment.Saved(memory.id(), clock.instant(), who, version));
              return store.get(id);
            });
    return new Saved(now, memory, chosen.units().size(), tally);
  }

  /** The units that {@link #save} would put into a memory. */
  public List<NewUnit> units(long id, OptionalDouble threshold) {
    return chosen(id, threshold).units();
  }

  private record Chosen(StoredAlignment alignment, List<NewUnit> units) {}

  private Chosen chosen(long id, OptionalDouble threshold) {
    return jdbi.inTransaction(
        handle -> {
          StoredAlignment alignment = new AlignmentStore(handle).get(id);
          List<AlignedText> texts = alignment.texts();
          LinkStore store = new LinkStore(handle, id);
          LinkRows rows = store.links(texts.size());
          List<List<String>> sentences =
              IntStream.range(0, texts.size())
                  .mapToObj(
                      side ->
                          store.segments(side, 0, texts.get(side).segments()).stream()
                              .map(AlignedSegment::text)
                              .toList())
                  .toList();
          AlignmentUnits units =
              new AlignmentUnits(
                  texts.stream().map(AlignedText::language).toList(),
                  texts.stream().map(AlignedText::name).toList());
          List<NewUnit> chosen = new ArrayList<>();
          for (int k = 0; k < rows.size(); k++) {
            if (rows.get(k).wanted(threshold)) {
              chosen.add(unit(units, rows, k, sentences));
            }
          }
          return new Chosen(alignment, chosen);
        });
  }

  private static NewUnit unit(
      AlignmentUnits units, LinkRows rows, int place, List<List<String>> sentences) {
    List<List<String>> sides = new ArrayList<>();
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (int side = 0; side < sentences.size(); side++) {
      List<String> all = sentences.get(side);
      int begin = rows.begin(place, side);
      int end = rows.begin(place + 1, side);
      sides.add(all.subList(begin, end));
      before.add(begin > 0 ? all.get(begin - 1) : "");
      after.add(end < all.size() ? all.get(end) : "");
    }
    return units.unit(sides, before, after, rows.get(place).confidence());
  }

  private static void expectPage(int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > LONGEST_PAGE) {
      throw new IllegalArgumentException(
          "A page begins at 0 or later and has 1 to " + LONGEST_PAGE + " rows; ask for less.");
    }
  }
}
