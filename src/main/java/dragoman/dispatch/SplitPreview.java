package dragoman.dispatch;

import dragoman.language.LanguageTag;
import dragoman.segmentation.Decision;
import dragoman.segmentation.Segmenter;
import dragoman.segmentation.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a change of the desk's rules would do to a text.
 *
 * @param paragraphs the text's paragraphs as an intake would cut them
 */
public record SplitPreview(List<Cut> paragraphs) {
  private static final int LONGEST = 100_000;

  /**
   * A paragraph before and after the change; places count UTF-16 units of its text.
   *
   * @param places where a rule would break or hold, before or after, in order
   */
  public record Cut(String text, List<Sentence> before, List<Sentence> after, List<Place> places) {}

  /**
   * A place that could end a sentence.
   *
   * @param before what decided it; nothing where no rule looked at it
   * @param after the same after the change
   */
  public record Place(int at, Optional<Cause> before, Optional<Cause> after) {}

  /**
   * What decided a place.
   *
   * @param rule the desk's own rule, if it was one; its id is 0 if it is not kept yet
   * @param name what it is called, as {@code english.srx:12}
   * @param comment what it is for
   * @param described all of it on one line
   */
  public record Cause(
      boolean breaks, Optional<DeskRule> rule, String name, String comment, String described) {}

  static SplitPreview of(
      LanguageTag language, String text, DeskRules.Snapshot before, DeskRules.Snapshot after) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The text has %,d characters; try the rules on at most %,d."
              .formatted(text.length(), LONGEST));
    }
    if (text.isBlank()) {
      return new SplitPreview(List.of());
    }
    List<Cut> cuts = new ArrayList<>();
    for (Paragraph paragraph : Documents.open(Upload.pasted(text)).paragraphs()) {
      cuts.add(cut(language, paragraph.text().plain(), before, after));
    }
    return new SplitPreview(cuts);
  }

  private static Cut cut(
      LanguageTag language, String text, DeskRules.Snapshot before, DeskRules.Snapshot after) {
    Segmenter was = before.segmenter();
    List<Decision> earlier = was.explain(language, text);
    List<Decision> later = before == after ? earlier : after.segmenter().explain(language, text);
    TreeSet<Integer> places = new TreeSet<>();
    earlier.forEach(d -> places.add(d.at()));
    later.forEach(d -> places.add(d.at()));
    List<Place> found = new ArrayList<>();
    for (int at : places) {
      found.add(new Place(at, cause(earlier, at, before), cause(later, at, after)));
    }
    List<Sentence> sentences = was.split(language, text);
    return new Cut(
        text,
        sentences,
        before == after ? sentences : after.segmenter().split(language, text),
        found);
  }

  private static Optional<Cause> cause(List<Decision> decisions, int at, DeskRules.Snapshot rules) {
    return decisions.stream()
        .filter(decision -> decision.at() == at)
        .findFirst()
        .map(
            decision ->
                new Cause(
                    decision.breaks(),
                    rules.origin(decision.by()),
                    decision.by().name(),
                    decision.by().comment(),
                    decision.rule()));
  }
}
