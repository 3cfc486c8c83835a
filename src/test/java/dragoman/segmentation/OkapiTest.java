package dragoman.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.sf.okapi.lib.segmentation.LanguageMap;
import net.sf.okapi.lib.segmentation.Rule;
import net.sf.okapi.lib.segmentation.SRXDocument;
import net.sf.okapi.lib.segmentation.SRXSegmenter;

/**
 * Our engine breaks where Okapi's does, by the same rules: all but those that reach back over a
 * stretch of any text or to the stop before. Okapi looks for a rule's next place behind its last
 * one and so misses, for these alone, places that the standard counts; {@link
 * SegmenterPropertiesTest} holds all rules to the standard.
 */
class OkapiTest {
  private static final SrxDocument BUNDLED = Segmenter.bundled();
  private static final Pattern STRETCH = Pattern.compile("\\[\\^[^\\]]*\\]+\\{|\\(\\?:\\^\\|");
  private static final Map<String, SRXDocument> OKAPI = new ConcurrentHashMap<>();
  private static final Map<String, Rules> OURS = new ConcurrentHashMap<>();

  /** A text of words and marks in the order in which writers put them, of one language. */
  record Text(String language, String text) {}

  @Provide
  Arbitrary<Text> texts() {
    return Arbitraries.of(Fixtures.LANGUAGES)
        .filter(language -> !Fixtures.of(language).isEmpty())
        .flatMap(
            language ->
                Arbitraries.of(pieces(language))
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(12)
                    .map(pieces -> new Text(language, String.join(" ", pieces))));
  }

  /**
   * Two to four words in a row out of the fixtures, so that what belongs together often stays so.
   */
  private static List<String> pieces(String language) {
    List<String> pieces = new ArrayList<>();
    for (Fixtures.Paragraph paragraph : Fixtures.of(language)) {
      String[] words = paragraph.text().replace('\u00A0', ' ').split(" ");
      for (int i = 0; i < words.length; i++) {
        int end = Math.min(words.length, i + 2 + i % 3);
        pieces.add(String.join(" ", List.of(words).subList(i, end)));
      }
    }
    return pieces;
  }

  @Property(tries = 1500)
  void theSameRulesBreakAtTheSamePlaces(@ForAll("texts") Text text) {
    List<Integer> ours = new ArrayList<>();
    OURS.computeIfAbsent(text.language(), OkapiTest::rules)
        .decide(
            text.text(),
            0,
            text.text().length(),
            (at, by) -> {
              if (by.breaks()) {
                ours.add(at);
              }
            });
    SRXSegmenter okapi =
        (SRXSegmenter)
            OKAPI
                .computeIfAbsent(text.language(), OkapiTest::document)
                .compileSingleLanguageRule("all", null);
    okapi.setOptions(false, true, true, false, true, false, false);
    okapi.computeSegments(text.text());
    List<Integer> theirs =
        okapi.getRanges().stream().map(range -> range.end).collect(Collectors.toList());
    theirs.remove((Integer) text.text().length());
    assertEquals(theirs, ours, text.text());
  }

  private static Rules rules(String language) {
    try {
      return new Rules(same(language));
    } catch (SrxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<SrxRule> same(String language) {
    return BUNDLED.rulesFor(tag(language)).stream()
        .filter(rule -> !STRETCH.matcher(rule.before()).find())
        .toList();
  }

  private static SRXDocument document(String language) {
    SRXDocument document = new SRXDocument();
    ArrayList<Rule> rules = new ArrayList<>();
    for (SrxRule rule : same(language)) {
      rules.add(new Rule(rule.before(), rule.after(), rule.breaks()));
    }
    document.addLanguageRule("all", rules);
    document.addLanguageMap(new LanguageMap(".*", "all"));
    return document;
  }

  private static LanguageTag tag(String language) {
    return LanguageTag.of(language.equals("und") ? "zxx" : language);
  }
}
