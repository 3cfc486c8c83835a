package dragoman.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sentences in doubt, of every text type, in every language of ours. */
class FixturesTest {
  private static final Segmenter SEGMENTER = Segmenter.ofBundledRules();

  @TestFactory
  Stream<DynamicNode> everyParagraphSplitsAsItsAuthorMeantIt() {
    return Fixtures.LANGUAGES.stream()
        .map(
            language ->
                DynamicContainer.dynamicContainer(
                    language,
                    Fixtures.of(language).stream()
                        .map(
                            paragraph ->
                                DynamicTest.dynamicTest(
                                    paragraph.text(), () -> check(language, paragraph)))));
  }

  private static void check(String language, Fixtures.Paragraph paragraph) {
    LanguageTag tag = LanguageTag.of(language.equals("und") ? "zxx" : language);
    List<String> sentences =
        SEGMENTER.split(tag, paragraph.text()).stream()
            .map(sentence -> sentence.of(paragraph.text()))
            .toList();
    assertEquals(
        String.join("\n", paragraph.sentences()),
        String.join("\n", sentences),
        () ->
            SEGMENTER.explain(tag, paragraph.text()).stream()
                .map(d -> d.at() + (d.breaks() ? " breaks " : " holds ") + d.rule())
                .collect(Collectors.joining("\n")));
  }

  @Test
  void everyLanguageOfTheDeskHasSixtySentencesInDoubt() {
    for (String language : Fixtures.LANGUAGES.subList(0, Fixtures.OF_THE_DESK)) {
      int sentences =
          Fixtures.of(language).stream().mapToInt(paragraph -> paragraph.sentences().size()).sum();
      assertTrue(sentences >= 60, language + " has only " + sentences);
    }
  }
}
