package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a segment is in another language.
 *
 * @param segment the segment's id
 * @param language the language
 * @param target the text, with tags from among the source's; empty while nobody has touched it
 * @param state how far it is
 * @param locked whether changes are refused
 * @param version rises with every change, 0 while nobody has touched it; a change must name it
 * @param changedAt when it was last changed
 * @param changedBy by whom; empty while nobody has touched it
 * @param origin the match that it was made from
 * @param unit the unit of the working memory that it was confirmed into
 */
public record Translation(
    long segment,
    LanguageTag language,
    TaggedText target,
    SegmentState state,
    boolean locked,
    long version,
    Optional<Instant> changedAt,
    String changedBy,
    Optional<Origin> origin,
    OptionalLong unit) {

  /** What stands for a translation that nobody has touched. */
  static Translation untouched(long segment, LanguageTag language) {
    return new Translation(
        segment,
        language,
        TaggedText.EMPTY,
        SegmentState.NEW,
        false,
        0,
        Optional.empty(),
        "",
        Optional.empty(),
        OptionalLong.empty());
  }
}
