package dragoman.language;

/** Which rules are whose. */
final class Inflections {
  private static final Inflection NONE =
      (base, word) -> base.equals(word) ? Inflection.Fit.FORM : Inflection.Fit.NONE;

  private Inflections() {}

  static Inflection of(LanguageTag language) {
    return switch (language.key()) {
      default -> NONE;
    };
  }
}
