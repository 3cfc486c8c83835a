package dragoman.dispatch.care;

import dragoman.language.LanguageTag;
import java.util.Optional;

/**
 * Which findings of a memory are meant.
 *
 * @param kind of this kind alone
 * @param from with a source in this language alone
 * @param to with a wrong text in this language alone
 * @param search any part of source or target, without regard to case and marks; may be empty
 */
public record CareFilter(
    long memoryId,
    Optional<CareKind> kind,
    Optional<LanguageTag> from,
    Optional<LanguageTag> to,
    String search) {

  /** The same of every kind. */
  CareFilter ofAnyKind() {
    return new CareFilter(memoryId, Optional.empty(), from, to, search);
  }
}
