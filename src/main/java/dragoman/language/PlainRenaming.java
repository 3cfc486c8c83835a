package dragoman.language;

import java.util.Optional;

/** Any language whose agreement is not known here: what its inflection offers, never certain. */
final class PlainRenaming implements Renaming {
  private final LanguageTag language;
  private final Inflection inflection;

  PlainRenaming(LanguageTag language) {
    this.language = language;
    this.inflection = Inflection.of(language);
  }

  @Override
  public Optional<Rewriting> rename(Place place) {
    return inflection
        .like(place.to(), place.from(), place.written())
        .flatMap(
            name ->
                Rewriting.of(
                    false,
                    new Edit(place.start(), place.end(), Renaming.cased(language, place, name))));
  }
}
