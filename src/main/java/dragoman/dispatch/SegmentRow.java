package dragoman.dispatch;

/** A segment beside its translation into one language: a row of the editor. */
public record SegmentRow(Segment segment, Translation translation) {}
