package dragoman.quality;

import dragoman.glossary.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a check says of a translated segment. Places are UTF-16 offsets in the plain texts.
 *
 * @param rule the rule's stable name; those of terms begin with {@code term.}
 * @param message one or two sentences for a translator
 * @param sourceTerm the term as the source names it; empty where the finding is of no term or of
 *     none that the source names
 * @param expected what would be right, the preferred first; may be empty
 * @param offer what to write in place of what stands at the target's place, or into the target
 * @param concept the glossary's concept that decides
 * @param decidedBy who approved it; empty where none did
 * @param decidedAt when
 * @param accepted who accepted it where it stands; nothing where nobody did
 */
public record Finding(
    String rule,
    Severity severity,
    String message,
    OptionalInt sourceStart,
    OptionalInt sourceEnd,
    OptionalInt targetStart,
    OptionalInt targetEnd,
    String sourceTerm,
    List<String> expected,
    Optional<String> offer,
    OptionalLong concept,
    String decidedBy,
    Optional<Instant> decidedAt,
    Optional<Accepted> accepted) {

  /** Keeps a copy of what is expected. */
  public Finding {
    expected = List.copyOf(expected);
  }

  /** A finding that is of no term. */
  static Finding of(
      String rule,
      Severity severity,
      String message,
      Optional<Span> source,
      Optional<Span> target) {
    return new Finding(
        rule,
        severity,
        message,
        start(source),
        end(source),
        start(target),
        end(target),
        "",
        List.of(),
        Optional.empty(),
        OptionalLong.empty(),
        "",
        Optional.empty(),
        Optional.empty());
  }

  /** The same finding with what would mend it. */
  Finding offering(List<String> others, Optional<String> other) {
    return new Finding(
        rule,
        severity,
        message,
        sourceStart,
        sourceEnd,
        targetStart,
        targetEnd,
        sourceTerm,
        others,
        other,
        concept,
        decidedBy,
        decidedAt,
        accepted);
  }

  /** The same finding, accepted where it stands. */
  public Finding accepted(Accepted by) {
    return new Finding(
        rule,
        severity,
        message,
        sourceStart,
        sourceEnd,
        targetStart,
        targetEnd,
        sourceTerm,
        expected,
        offer,
        concept,
        decidedBy,
        decidedAt,
        Optional.of(by));
  }

  static OptionalInt start(Optional<Span> span) {
    return span.isPresent() ? OptionalInt.of(span.get().start()) : OptionalInt.empty();
  }

  static OptionalInt end(Optional<Span> span) {
    return span.isPresent() ? OptionalInt.of(span.get().end()) : OptionalInt.empty();
  }
}
