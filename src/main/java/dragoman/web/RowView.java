package dragoman.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dragoman.dispatch.Origin;
import dragoman.dispatch.Segment;
import dragoman.dispatch.SegmentRow;
import dragoman.dispatch.SegmentState;
import dragoman.dispatch.Translation;
import dragoman.language.LanguageTag;
import dragoman.quality.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A segment with its translation into one language.
 *
 * @param target nothing while it is untouched
 * @param sourceVersion rises when the sentence itself becomes another
 * @param score of the match that it was made from
 * @param matchKind of that match
 */
record RowView(
    long id,
    int number,
    int paragraph,
    Segment.Kind kind,
    TaggedTextView source,
    Optional<TaggedTextView> target,
    SegmentState state,
    boolean locked,
    long version,
    long sourceVersion,
    Optional<Instant> changedAt,
    String changedBy,
    Optional<Integer> score,
    Optional<String> matchKind) {
  static RowView of(SegmentRow row) {
    Segment segment = row.segment();
    Translation translation = row.translation();
    boolean untouched = translation.state() == SegmentState.NEW && translation.target().isEmpty();
    return new RowView(
        segment.id(),
        segment.number(),
        segment.paragraph(),
        segment.kind(),
        TaggedTextView.of(segment.source()),
        untouched ? Optional.empty() : Optional.of(TaggedTextView.of(translation.target())),
        translation.state(),
        translation.locked(),
        translation.version(),
        segment.version(),
        translation.changedAt(),
        translation.changedBy(),
        translation.origin().map(Origin::score),
        translation.origin().map(Origin::kind));
  }

  /** A row that was saved, with what the checks say of it. */
  record Saved(@JsonUnwrapped RowView row, List<Finding> findings) {}

  /** A row that somebody changed, for the pages that show it. */
  record Changed(@JsonUnwrapped RowView row, LanguageTag language, String by) {}
}
