package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A dispatch to be taken in. What is empty is taken from the document, as {@link Preview} shows it.
 *
 * @param upload the document
 * @param slug short name; empty to have one made
 * @param title headline; empty to take the document's
 * @param agency who sent it; empty to take the date line's
 * @param byLine whose text it is; empty to take the date line's
 * @param dated its day; empty to take the date line's
 * @param embargo not to be published before; empty for none
 * @param source the language it is written in; empty to detect it
 * @param targets the languages wanted, none of them meeting the source
 * @param identity who knows it under which identifier; empty for one of our own
 */
public record NewDispatch(
    Upload upload,
    String slug,
    String title,
    String agency,
    String byLine,
    Optional<LocalDate> dated,
    Optional<Instant> embargo,
    Optional<LanguageTag> source,
    List<LanguageTag> targets,
    Optional<Identity> identity) {

  public NewDispatch {
    targets = List.copyOf(targets);
  }

  /** A document with everything else taken from it. */
  public static NewDispatch of(Upload upload, LanguageTag source, List<LanguageTag> targets) {
    return new NewDispatch(
        upload,
        "",
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.of(source),
        targets,
        Optional.empty());
  }

  /** The dispatch, without an id, with what was seen in the document where nothing is said. */
  Dispatch dispatch(Preview seen, Identity named, Instant now, String who) {
    return new Dispatch(
        0,
        named,
        or(slug, seen.slug()),
        or(title, seen.title()),
        or(agency, seen.agency()),
        or(byLine, seen.byLine()),
        dated.or(seen::dated),
        embargo,
        seen.source(),
        targets.stream().map(l -> new Target(l, 0, 0, 0, 0)).toList(),
        seen.format(),
        Intake.shortened(upload.fileName(), 500),
        Dispatch.State.OPEN,
        Dispatch.Status.USABLE,
        1,
        now,
        who);
  }

  private static String or(String given, String seen) {
    return given.isBlank() ? seen : given.strip();
  }
}
