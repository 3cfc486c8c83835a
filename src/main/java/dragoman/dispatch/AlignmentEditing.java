package dragoman.dispatch;

import com.ibm.icu.lang.UCharacter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * One change to an alignment that nobody else changes meanwhile. Whatever is done, the links in
 * order still take up every sentence of every text once.
 */
final class AlignmentEditing {
  /** More changed links than this are not told one by one. */
  private static final int TOLD = 500;

  private final AlignmentStore store;
  private final LinkStore links;
  private final StoredAlignment alignment;
  private final LinkRows rows;
  private final Instant now;
  private final String who;
  private final long version;

  AlignmentEditing(Handle handle, long id, long version, Instant now, String who) {
    this.store = new AlignmentStore(handle);
    this.alignment = store.held(id, version);
    this.links = new LinkStore(handle, id);
    this.rows = links.links(alignment.texts().size());
    this.now = now;
    this.who = who;
    this.version = version + 1;
  }

  /** Links the sentences of neighbouring links otherwise. */
  AlignmentEdited link(List<Long> ids, List<List<List<Long>>> groups, boolean accepted) {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("Name the links that are to be others, one or more.");
    }
    int from = rows.place(ids.get(0));
    for (int k = 0; k < ids.size(); k++) {
      if (from + k >= rows.size() || rows.get(from + k).id() != ids.get(k)) {
        throw new IllegalArgumentException(
            "The links are no neighbours in this order; take ones that stand one behind the"
                + " other.");
      }
    }
    int to = from + ids.size();
    expectSame(from, to, groups);
    List<LinkRow> made = new ArrayList<>();
    int[] at = IntStream.range(0, rows.sides()).map(side -> rows.begin(from, side)).toArray();
    for (List<List<Long>> group : groups) {
      List<Integer> counts = group.stream().map(List::size).toList();
      int same = IntStream.range(from, to).filter(k -> same(k, at, counts)).findFirst().orElse(-1);
      made.add(
          same >= 0
              ? rows.get(same)
              : new LinkRow(0, counts, OptionalDouble.empty(), false, false, "")
                  .made(accepted, who));
      for (int side = 0; side < at.length; side++) {
        at[side] += counts.get(side);
      }
    }
    return exchanged(StoredAlignment.Step.EDIT, from, to, numbered(made));
  }

  private boolean same(int place, int[] at, List<Integer> counts) {
    if (!rows.get(place).counts().equals(counts)) {
      return false;
    }
    return IntStream.range(0, at.length)
        .allMatch(side -> counts.get(side) == 0 || rows.begin(place, side) == at[side]);
  }

  private void expectSame(int from, int to, List<List<List<Long>>> groups) {
    for (List<List<Long>> group : groups) {
      if (group.size() != rows.sides() || group.stream().allMatch(List::isEmpty)) {
        throw new IllegalArgumentException(
            "Each group needs a list of sentences for each of the "
                + rows.sides()
                + " texts, and not all of them empty.");
      }
    }
    for (int side = 0; side < rows.sides(); side++) {
      int text = side;
      List<Long> wanted = groups.stream().flatMap(group -> group.get(text).stream()).toList();
      List<Long> there =
          links.segments(side, rows.begin(from, side), rows.begin(to, side)).stream()
              .map(AlignedSegment::id)
              .toList();
      if (!wanted.equals(there)) {
        throw new IllegalArgumentException(
            "The groups must hold the sentences of the links, each once and in their order; those"
                + " of text "
                + (side + 1)
                + " are others.");
      }
    }
  }

  private List<LinkRow> numbered(List<LinkRow> made) {
    int fresh = (int) made.stream().filter(row -> row.id() == 0).count();
    long next = store.ids(alignment.id(), fresh);
    List<LinkRow> numbered = new ArrayList<>();
    for (LinkRow row : made) {
      numbered.add(
          row.id() != 0
              ? row
              : new LinkRow(
                  next++,
                  row.counts(),
                  row.confidence(),
                  row.accepted(),
                  row.contradicted(),
                  row.who()));
    }
    return numbered;
  }

  /** Splits a sentence; both parts stay in its link. */
  AlignmentEdited split(long segment, int at) {
    LinkStore.Placed placed = links.segment(segment);
    AlignedSegment whole = placed.segment();
    String text = whole.text();
    int start = Math.max(0, Math.min(at, text.length()));
    int end = start;
    while (start > 0 && UCharacter.isUWhiteSpace(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && UCharacter.isUWhiteSpace(text.charAt(end))) {
      end++;
    }
    if (start == 0
        || end == text.length()
        || !Cuts.betweenCharacters(text, start)
        || !Cuts.betweenCharacters(text, end)) {
      throw new IllegalArgumentException(
          "Sentence "
              + whole.number()
              + " cannot be split at place "
              + at
              + "; choose a place between two words.");
    }
    long id = store.ids(alignment.id(), 2);
    int place = whole.number() - 1;
    links.exchangeSegments(
        placed.side(),
        place,
        place + 1,
        List.of(
            new AlignedSegment(id, place + 1, whole.paragraph(), text.substring(0, start)),
            new AlignedSegment(id + 1, place + 2, whole.paragraph(), text.substring(end))),
        version);
    int holding = rows.holding(placed.side(), place);
    LinkRow row = rows.get(holding);
    return exchanged(
        StoredAlignment.Step.SPLIT,
        holding,
        holding + 1,
        List.of(row.with(placed.side(), row.counts().get(placed.side()) + 1)),
        placed.side(),
        place + 1,
        1);
  }

  /** Joins a sentence with the next one of its text, which comes over into its link. */
  AlignmentEdited join(long segment) {
    LinkStore.Placed placed = links.segment(segment);
    AlignedSegment first = placed.segment();
    int side = placed.side();
    int place = first.number() - 1;
    List<AlignedSegment> next = links.segments(side, place + 1, place + 2);
    if (next.isEmpty()) {
      throw new IllegalArgumentException(
          "Sentence " + first.number() + " is the last one of its text; there is none to join.");
    }
    String text = first.text() + " " + next.get(0).text();
    if (text.length() > Intake.LONGEST_SENTENCE) {
      throw new IllegalArgumentException(
          "The sentences would have more than "
              + Intake.LONGEST_SENTENCE
              + " characters together; leave them apart.");
    }
    long id = store.ids(alignment.id(), 1);
    links.exchangeSegments(
        side,
        place,
        place + 2,
        List.of(new AlignedSegment(id, place + 1, first.paragraph(), text)),
        version);
    int from = rows.holding(side, place);
    int to = rows.holding(side, place + 1);
    List<LinkRow> made = new ArrayList<>(rows.rows().subList(from, to + 1));
    LinkRow gave = made.get(made.size() - 1);
    LinkRow rest = gave.with(side, gave.counts().get(side) - 1);
    if (from == to) {
      made.set(0, rest);
    } else {
      made.set(0, made.get(0).made(true, who));
      made.set(made.size() - 1, rest.shaken());
      made.removeIf(LinkRow::empty);
    }
    return exchanged(StoredAlignment.Step.JOIN, from, to + 1, made, side, place + 2, -1);
  }

  /** Agrees to links, or no longer does. */
  AlignmentEdited accept(List<Long> ids, boolean accepted) {
    Map<Long, Integer> places = new HashMap<>();
    for (int k = 0; k < rows.size(); k++) {
      places.put(rows.get(k).id(), k);
    }
    TreeMap<Integer, LinkRow> changed = new TreeMap<>();
    for (long id : ids) {
      Integer place = places.get(id);
      if (place == null) {
        throw new NoSuchElementException("This alignment has no link " + id + " any more.");
      }
      if (rows.get(place).accepted() != accepted) {
        changed.put(place, rows.get(place).accepted(accepted, who));
      }
    }
    return replaced(changed);
  }

  /** Agrees to all that is linked and as sure as the threshold. */
  AlignmentEdited accept(double threshold) {
    TreeMap<Integer, LinkRow> changed = new TreeMap<>();
    for (int k = 0; k < rows.size(); k++) {
      LinkRow row = rows.get(k);
      if (!row.accepted() && row.wanted(OptionalDouble.of(threshold))) {
        changed.put(k, row.accepted(true, who));
      }
    }
    return replaced(changed);
  }

  AlignmentEdited undo() {
    LinkStore.Step step =
        links
            .last()
            .orElseThrow(
                () -> new IllegalArgumentException("There is nothing to undo in this alignment."));
    Set<Long> opened = Set.copyOf(links.closedAt(step.version()));
    links.undo(step);
    if (step.segmentRise() != 0) {
      store.grown(alignment.id(), step.side(), -step.segmentRise());
    }
    LinkRows before = links.links(rows.sides());
    store.changed(alignment.id(), before.counts(), now, who);
    return told(
        before,
        IntStream.range(0, before.size())
            .filter(k -> opened.contains(before.get(k).id()))
            .boxed()
            .toList());
  }

  private AlignmentEdited replaced(TreeMap<Integer, LinkRow> changed) {
    if (changed.isEmpty()) {
      return new AlignmentEdited(alignment, List.of(), List.of(), false);
    }
    links.replace(changed, version);
    List<LinkRow> all = new ArrayList<>(rows.rows());
    changed.forEach(all::set);
    return done(
        new LinkRows(all, rows.sides()),
        new LinkStore.Step(version, StoredAlignment.Step.ACCEPT, 0, 0, 0, 0, 0),
        List.copyOf(changed.keySet()));
  }

  private AlignmentEdited exchanged(
      StoredAlignment.Step what, int from, int to, List<LinkRow> made) {
    return exchanged(what, from, to, made, 0, 0, 0);
  }

  private AlignmentEdited exchanged(
      StoredAlignment.Step what,
      int from,
      int to,
      List<LinkRow> made,
      int side,
      int segmentEnd,
      int segmentRise) {
    links.exchange(from, to, made, version);
    if (segmentRise != 0) {
      store.grown(alignment.id(), side, segmentRise);
    }
    return done(
        rows.exchanged(from, to, made),
        new LinkStore.Step(
            version, what, to, made.size() - (to - from), side, segmentEnd, segmentRise),
        IntStream.range(from, from + made.size()).boxed().toList());
  }

  private AlignmentEdited done(LinkRows after, LinkStore.Step step, List<Integer> places) {
    links.did(step, now, who);
    store.changed(alignment.id(), after.counts(), now, who);
    return told(after, places);
  }

  private AlignmentEdited told(LinkRows after, List<Integer> places) {
    Set<Long> there = after.rows().stream().map(LinkRow::id).collect(Collectors.toSet());
    List<Long> removed =
        rows.rows().stream().map(LinkRow::id).filter(id -> !there.contains(id)).toList();
    boolean many = places.size() > TOLD || removed.size() > TOLD;
    return new AlignmentEdited(
        store.get(alignment.id()),
        many ? List.of() : removed,
        many ? List.of() : links.filled(after, places),
        many);
  }
}
