package dragoman.web;

import dragoman.dispatch.Dispatch;
import dragoman.dispatch.Format;
import dragoman.dispatch.Target;
import dragoman.language.LanguageTag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A dispatch as the pages show it. */
record DispatchView(
    long id,
    String slug,
    String title,
    String agency,
    String byLine,
    Optional<LocalDate> dated,
    Optional<Instant> embargo,
    LanguageTag source,
    List<Target> targets,
    Format format,
    String fileName,
    Dispatch.State state,
    Dispatch.Status status,
    long version,
    Instant createdAt,
    String createdBy) {
  static DispatchView of(Dispatch dispatch) {
    return new DispatchView(
        dispatch.id(),
        dispatch.slug(),
        dispatch.title(),
        dispatch.agency(),
        dispatch.byLine(),
        dispatch.dated(),
        dispatch.embargo(),
        dispatch.source(),
        dispatch.targets(),
        dispatch.format(),
        dispatch.fileName(),
        dispatch.state(),
        dispatch.status(),
        dispatch.version(),
        dispatch.createdAt(),
        dispatch.createdBy());
  }
}
