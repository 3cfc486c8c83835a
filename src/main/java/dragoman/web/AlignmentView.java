package dragoman.web;

import dragoman.dispatch.AlignedSegment;
import dragoman.dispatch.AlignedText;
import dragoman.dispatch.AlignmentEdited;
import dragoman.dispatch.AlignmentLink;
import dragoman.dispatch.AlignmentPreview;
import dragoman.dispatch.AlignmentTrouble;
import dragoman.dispatch.Alignments;
import dragoman.dispatch.StoredAlignment;
import dragoman.language.LanguageTag;
import dragoman.memory.Memories;
import dragoman.memory.Memory;
import dragoman.web.MemoryRoutes.MemoryName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** An alignment as it is answered. */
record AlignmentView(
    long id,
    long version,
    String name,
    List<AlignedText> texts,
    int links,
    int linked,
    int accepted,
    int acceptedLinked,
    int doubtful,
    int open,
    Optional<StoredAlignment.Step> undo,
    Optional<SavedView> saved,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy) {

  static AlignmentView of(StoredAlignment alignment, Memories memories) {
    StoredAlignment.Counts counts = alignment.counts();
    return new AlignmentView(
        alignment.id(),
        alignment.version(),
        alignment.name(),
        alignment.texts(),
        counts.links(),
        counts.linked(),
        counts.accepted(),
        counts.acceptedLinked(),
        counts.doubtful(),
        counts.open(),
        alignment.undo(),
        alignment.saved().map(saved -> SavedView.of(saved, memories.get(saved.memory()))),
        alignment.createdAt(),
        alignment.createdBy(),
        alignment.changedAt(),
        alignment.changedBy());
  }

  /** The last time that it went into a memory. */
  record SavedView(MemoryName memory, Instant at, String by, long version) {
    static SavedView of(StoredAlignment.Saved saved, Memory memory) {
      return new SavedView(
          new MemoryName(memory.id(), memory.name()), saved.at(), saved.by(), saved.version());
    }
  }

  /** A link. */
  record LinkView(
      long id,
      int number,
      AlignmentLink.State state,
      OptionalDouble confidence,
      boolean doubtful,
      boolean contradicted,
      String by,
      List<List<AlignedSegment>> sides) {
    static LinkView of(AlignmentLink link, double threshold) {
      return new LinkView(
          link.id(),
          link.number(),
          link.state(),
          link.confidence(),
          link.doubtful(threshold),
          link.contradicted(),
          link.by(),
          link.sides());
    }
  }

  /** What a change made; with {@code reload} the rows are too many and are read again. */
  record EditedView(
      AlignmentView alignment, List<Long> removed, List<LinkView> rows, boolean reload) {
    static EditedView of(AlignmentEdited edited, Memories memories) {
      return new EditedView(
          AlignmentView.of(edited.alignment(), memories),
          edited.removed(),
          edited.links().stream().map(link -> LinkView.of(link, StoredAlignment.SURE)).toList(),
          edited.many());
    }
  }

  /** What is wrong with texts; {@code languages} would do instead, null where none would. */
  record TroubleView(
      String kind, String detail, List<Integer> texts, Optional<List<LanguageTag>> languages) {
    static TroubleView of(AlignmentTrouble trouble) {
      String kind =
          switch (trouble.kind()) {
            case EMPTY_SIDE -> "emptySide";
            case SAME_TEXT -> "sameText";
            case SAME_LANGUAGE -> "sameLanguage";
            case SWAPPED -> "swapped";
            case WRONG_LANGUAGE -> "wrongLanguage";
            case UNRELATED -> "unrelated";
          };
      return new TroubleView(
          kind,
          trouble.detail(),
          trouble.texts(),
          Optional.of(trouble.languages()).filter(languages -> !languages.isEmpty()));
    }
  }

  /** What texts would be. */
  record PreviewView(List<AlignmentPreview.Seen> texts, Optional<TroubleView> trouble) {
    static PreviewView of(AlignmentPreview preview) {
      return new PreviewView(preview.texts(), preview.trouble().map(TroubleView::of));
    }
  }

  /** What went into a memory. */
  record KeptView(
      AlignmentView alignment,
      MemoryName memory,
      int links,
      long added,
      long merged,
      long unchanged) {
    static KeptView of(Alignments.Saved saved, Memories memories) {
      return new KeptView(
          AlignmentView.of(saved.alignment(), memories),
          new MemoryName(saved.memory().id(), saved.memory().name()),
          saved.links(),
          saved.tally().added(),
          saved.tally().merged(),
          saved.tally().unchanged());
    }
  }
}
