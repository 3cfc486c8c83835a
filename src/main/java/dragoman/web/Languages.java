package dragoman.web;

import dragoman.language.LanguageTag;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The languages of the desk, in the order in which it works with them. */
final class Languages {
  private static final List<LanguageTag> DESK =
      List.of("en", "az", "ru", "tr", "hy", "ka", "uk", "kk", "fr", "de", "ar", "fa").stream()
          .map(LanguageTag::of)
          .toList();

  private Languages() {}

  static void install(RoutesConfig routes) {
    routes.get("/api/languages", ctx -> ctx.json(Map.of("items", views())));
  }

  static List<LanguageView> views() {
    return DESK.stream().map(LanguageView::of).toList();
  }

  /** A language as the pages show it. */
  record LanguageView(LanguageTag tag, String name, String nativeName, String direction) {
    static LanguageView of(LanguageTag tag) {
      return new LanguageView(
          tag,
          tag.locale().getDisplayName(Locale.ENGLISH),
          tag.nativeName(),
          tag.rightToLeft() ? "rtl" : "ltr");
    }
  }
}
