package dragoman.dispatch.care;

import dragoman.memory.Step;
import java.util.Optional;

/** Why a step was made, as the history of each unit says it. */
final class Reasons {
  private Reasons() {}

  static String why(Step.Action action, Optional<CareKind> kind) {
    String of = kind.map(Reasons::of).orElse("");
    return switch (action) {
      case DELETE -> "Care of the memory: deleted" + of + ".";
      case MERGE -> "Care of the memory: merged" + of + ".";
      case MEND -> "Care of the memory: mended" + of + ".";
    };
  }

  private static String of(CareKind kind) {
    return switch (kind) {
      case DUPLICATE -> " as a duplicate";
      case CONTRADICTION -> ", one source with different targets";
      case EMPTY -> ", a target was empty";
      case UNTRANSLATED -> ", a target was still the source";
      case LANGUAGE -> ", a text was in another language";
      case TAGS -> ", tags were broken";
      case NUMBERS -> ", numbers differed";
    };
  }
}
