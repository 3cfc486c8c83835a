package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One document of the desk with its translations.
 *
 * @param id our own number for it
 * @param identity what it is called outside
 * @param slug its short name in lists
 * @param title headline
 * @param agency who sent it; may be empty
 * @param byLine whose text it is; may be empty
 * @param dated its day
 * @param embargo not to be published before
 * @param source the language it is written in
 * @param targets the languages it is wanted in, with their progress, in the order chosen
 * @param format what the document is
 * @param fileName the file's name when it came; empty for pasted text
 * @param state whether the desk works on it
 * @param status whether it may be published (IPTC pubStatus)
 * @param version rises with every change of the fields above; a change must name it
 * @param createdAt when it was taken in
 * @param createdBy by whom
 */
public record Dispatch(
    long id,
    Identity identity,
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
    State state,
    Status status,
    long version,
    Instant createdAt,
    String createdBy) {

  /** Whether the desk works on a dispatch. */
  public enum State {
    OPEN,
    DONE
  }

  /** Whether a dispatch may be published (IPTC NewsML-G2, pubStatus). */
  public enum Status {
    USABLE,
    WITHHELD,
    CANCELED
  }

  public Dispatch {
    targets = List.copyOf(targets);
  }

  Dispatch withTargets(List<Target> counted) {
    return new Dispatch(
        id, identity, slug, title, agency, byLine, dated, embargo, source, counted, format,
        fileName, state, status, version, createdAt, createdBy);
  }

  Dispatch withTitle(String other) {
    return new Dispatch(
        id, identity, slug, other, agency, byLine, dated, embargo, source, targets, format,
        fileName, state, status, version, createdAt, createdBy);
  }

  Dispatch withState(State other) {
    return new Dispatch(
        id, identity, slug, title, agency, byLine, dated, embargo, source, targets, format,
        fileName, other, status, version, createdAt, createdBy);
  }

  Dispatch withFile(Format other, String name) {
    return new Dispatch(
        id, identity, slug, title, agency, byLine, dated, embargo, source, targets, other, name,
        state, status, version, createdAt, createdBy);
  }

  Dispatch withSource(LanguageTag other) {
    return new Dispatch(
        id, identity, slug, title, agency, byLine, dated, embargo, other, targets, format, fileName,
        state, status, version, createdAt, createdBy);
  }
}
