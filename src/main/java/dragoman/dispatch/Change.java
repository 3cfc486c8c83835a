package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.text.TaggedText;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One step in the history of a translation; none is ever changed or taken away.
 *
 * @param segment the segment's id
 * @param language the language
 * @param version the translation's version that this step made
 * @param target the text after it
 * @param state the state after it
 * @param locked whether it was locked after it
 * @param at when
 * @param by who
 * @param origin the match that the text was made from
 * @param terms which state of the glossary held when it was confirmed: how many changes it had had
 */
public record Change(
    long segment,
    LanguageTag language,
    long version,
    TaggedText target,
    SegmentState state,
    boolean locked,
    Instant at,
    String by,
    Optional<Origin> origin,
    OptionalLong terms) {}
