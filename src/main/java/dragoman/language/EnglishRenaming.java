package dragoman.language;

import java.util.Optional;

/** English: the genitive, and the article that some names have. */
final class EnglishRenaming implements Renaming {
  private static final String ARTICLED =
      "United .*|.* United|Netherlands|Philippines|UN|U\\.N\\.|EU|US|U\\.S\\.|USA|UK|UAE|OSCE|WHO|IMF|Caucasus|.*Caucasus"
          + "|Balkans|Kremlin|Vatican|Bahamas|Maldives|Seychelles|.* Republic|.* Sea|.* Ocean|.* River|.* Council.*"
          + "|Council.*|.* Bank|.* Union|.* Fund|.* Commission|.* Organization.*|Organization.*|.* Nations|Ministry.*"
          + "|.* Ministry|.* Court|.* Cross|.* Crescent|.* Agency|.* Committee.*|Committee.*|.* Party|.* East";

  private final LanguageTag language;

  EnglishRenaming(LanguageTag language) {
    this.language = language;
  }

  @Override
  public Optional<Rewriting> rename(Place place) {
    String written = place.written();
    String from = place.from();
    boolean begins = written.regionMatches(true, 0, from, 0, from.length());
    String rest = begins ? written.substring(from.length()) : "-";
    boolean genitive = rest.matches("['’]s?");
    if (!rest.isEmpty() && !genitive) {
      return Optional.empty();
    }
    String mark = rest.isEmpty() ? "" : rest.substring(0, 1);
    String ending =
        genitive ? mark + (place.to().matches("United .*s|.*nds|.*ines") ? "" : "s") : "";
    boolean sameArticle = from.matches(ARTICLED) == place.to().matches(ARTICLED);
    boolean sameKind =
        Character.isUpperCase(from.codePointAt(0))
            == Character.isUpperCase(place.to().codePointAt(0));
    boolean indefinite = place.text().substring(0, place.start()).matches("(?is).*\\ban? ");
    String name = Renaming.cased(language, place, place.to());
    return Rewriting.of(
        sameArticle && sameKind && !indefinite,
        new Edit(place.start(), place.end(), name + ending));
  }
}
