package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.storage.Characters;
import java.util.List;

/** What a dispatch's fields must be. */
final class DispatchRules {
  private DispatchRules() {}

  static void check(Dispatch dispatch) {
    if (dispatch.slug().isBlank()) {
      throw new IllegalArgumentException("The dispatch has no slug; give it a short name.");
    }
    expectLength("slug", dispatch.slug(), 200);
    expectLength("title", dispatch.title(), 1000);
    expectLength("agency", dispatch.agency(), 200);
    expectLength("by-line", dispatch.byLine(), 200);
    List<LanguageTag> targets = dispatch.targets().stream().map(Target::language).toList();
    if (targets.isEmpty()) {
      throw new IllegalArgumentException(
          "The dispatch has no target language; choose at least one.");
    }
    for (int i = 0; i < targets.size(); i++) {
      if (!targets.get(i).isOneLanguage()) {
        throw new IllegalArgumentException(
            "“"
                + targets.get(i)
                + "” names no language that a text can be translated into; choose another target.");
      }
      if (targets.get(i).meets(dispatch.source())) {
        throw new IllegalArgumentException(
            "The dispatch is written in "
                + dispatch.source()
                + " already; choose another target language than "
                + targets.get(i)
                + ".");
      }
      for (int j = 0; j < i; j++) {
        if (targets.get(i).meets(targets.get(j))) {
          throw new IllegalArgumentException(
              "The target languages "
                  + targets.get(j)
                  + " and "
                  + targets.get(i)
                  + " are the same language; choose one of them.");
        }
      }
    }
  }

  private static void expectLength(String what, String text, int longest) {
    Characters.checkLine("The " + what, text);
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " has "
              + text.length()
              + " characters; shorten it to "
              + longest
              + " at most.");
    }
  }
}
