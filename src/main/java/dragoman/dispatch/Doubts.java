package dragoman.dispatch;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What makes it doubtful that a document is a newer version of a dispatch's.
 *
 * @param sentences what a person should read first
 * @param held whether it may be brought in only by whoever has said that it is meant
 */
record Doubts(List<String> sentences, boolean held) {
  /** Where fewer of the sentences stay, it may be another dispatch's document. */
  private static final int FEW = 4;

  /**
   * How much stays.
   *
   * @param old how many sentences stand
   * @param staying how many of them are in the newer version, changed or not
   * @param now how many sentences that has
   * @param known how many of these stand now or stood before
   * @param translations how many confirmed translations would go, in all languages
   * @param drafts likewise
   */
  record Share(int old, int staying, int now, int known, int translations, int drafts) {}

  static Doubts of(
      Dispatch dispatch, Preview newer, LanguageDetector detector, String text, Share share) {
    List<String> sentences = new ArrayList<>();
    boolean mostlyKnown = share.known() * 2 >= share.now();
    LanguageTag seen = newer.candidates().get(0);
    boolean foreign =
        !mostlyKnown
            && !seen.meets(dispatch.source())
            && newer.candidates().stream().anyMatch(dispatch.source()::meets)
            && !detector.rank(text).get(0).meets(seen);
    if (foreign) {
      sentences.add(
          "This looks like "
              + name(seen)
              + "; the dispatch is in "
              + name(dispatch.source())
              + ".");
    }
    boolean loses = share.translations() + share.drafts() > 0;
    boolean few = !mostlyKnown && loses && share.staying() * FEW < share.old();
    if (few) {
      sentences.add(
          (share.staying() == 0
                  ? "Nothing is as before: "
                  : "Only " + share.staying() + " of " + share.old() + " sentences are in it: ")
              + going(share)
              + " would go.");
    }
    if (newer.format() != dispatch.format()) {
      sentences.add(
          "The dispatch is "
              + name(dispatch.format())
              + " so far; with this it is "
              + name(newer.format())
              + ", and is exported as such.");
    }
    return new Doubts(List.copyOf(sentences), foreign || few);
  }

  private static String going(Share share) {
    String translations = counted(share.translations(), "translation");
    String drafts = counted(share.drafts(), "draft");
    if (share.drafts() == 0) {
      return translations;
    }
    return share.translations() == 0 ? drafts : translations + " and " + drafts;
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String name(LanguageTag language) {
    return language.locale().getDisplayLanguage(Locale.ENGLISH);
  }

  private static String name(Format format) {
    return switch (format) {
      case TXT -> "plain text";
      case HTML -> "HTML";
      case DOCX -> "a Word document";
    };
  }
}
