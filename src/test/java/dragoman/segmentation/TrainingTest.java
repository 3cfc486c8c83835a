package dragoman.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dragoman.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A made-up desk that writes “qzlr.” before names, which no bundled rule knows. */
class TrainingTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final Segmenter RULES = Segmenter.ofBundledRules();
  private static final List<String> NAMES =
      List.of("Harun", "Leyla", "Murad", "Nigar", "Rauf", "Aysel", "Tural", "Sevda");
  private static final List<String> DEEDS =
      List.of(
          "opened the road to the village",
          "spoke to the families",
          "counted the houses",
          "left for the capital",
          "read the report aloud",
          "met the drivers of the convoy");

  static List<Example> examples(int count) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = NAMES.get(i % NAMES.size());
      String other = NAMES.get((i / 3 + 5) % NAMES.size());
      examples.add(
          example(
              "On day " + i + " qzlr. " + name + " " + DEEDS.get(i % DEEDS.size()) + ".",
              other + " " + DEEDS.get((i / 2) % DEEDS.size()) + ".",
              "Nobody was hurt."));
    }
    return examples;
  }

  private static Example example(String... sentences) {
    StringBuilder text = new StringBuilder();
    List<Sentence> places = new ArrayList<>();
    for (String sentence : sentences) {
      if (text.length() > 0) {
        text.append(' ');
      }
      places.add(new Sentence(text.length(), text.length() + sentence.length()));
      text.append(sentence);
    }
    return new Example(text.toString(), places, text.toString());
  }

  @Test
  void aModelLearnsAnAbbreviationThatTheRulesDoNotKnow() {
    Training.Trained trained = Training.train(EN, examples(60), RULES, () -> false).orElseThrow();
    assertTrue(trained.rules() < 0.9, trained.toString());
    assertTrue(trained.gain() > 0.1, trained.toString());
    assertTrue(trained.secondOpinion() > 0.98, trained.toString());
    String unseen = "In the north qzlr. Kamran waited. He had no news.";
    assertEquals(3, RULES.split(EN, unseen).size());
    Segmenter advised = RULES.with(EN, trained.model());
    assertEquals(2, advised.split(EN, unseen).size());
    Decision decision = advised.explain(EN, unseen).get(0);
    assertFalse(decision.breaks());
    assertTrue(decision.rule().startsWith("the model trained"), decision.rule());
    assertEquals(3, advised.split(LanguageTag.of("ka"), unseen).size(), "another language");
  }

  @Test
  void aModelReadFromItsBytesDecidesTheSame() {
    BreakModel model = Training.train(EN, examples(40), RULES, () -> false).orElseThrow().model();
    BreakModel back = BreakModel.of(model.bytes(), model.certainty());
    for (Example example : examples(50)) {
      assertEquals(
          RULES.with(EN, model).explain(EN, example.text()),
          RULES.with(EN, back).explain(EN, example.text()));
    }
    assertThrows(IllegalArgumentException.class, () -> BreakModel.of(new byte[] {1, 2}, 0.9));
  }

  @Test
  void aRuleOfTheDeskIsNotOverruled() {
    BreakModel model = Training.train(EN, examples(60), RULES, () -> false).orElseThrow().model();
    SrxRule own = new SrxRule(true, "qzlr\\.", "\\s", "given", "");
    Segmenter both = RULES.with(EN, model).with(Optional.of(EN), List.of(own));
    assertEquals(2, both.split(EN, "In the north qzlr. Kamran waited.").size());
  }

  @Test
  void tooFewOrTooMuchAlikeGiveNoModel() {
    assertEquals(Optional.empty(), Training.train(EN, List.of(), RULES, () -> false));
    assertEquals(
        Optional.empty(), Training.train(EN, List.of(example("No stop here")), RULES, () -> false));
    assertEquals(Optional.empty(), Training.train(EN, examples(1), RULES, () -> false));
  }

  @Test
  void whereTheRulesAreRightNothingIsGained() {
    List<Example> plain = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      plain.add(example("They came on day " + i + ".", "Dr. " + NAMES.get(i % 8) + " left."));
    }
    Training.train(EN, plain, RULES, () -> false)
        .ifPresent(trained -> assertTrue(trained.gain() <= 0, trained.toString()));
  }

  @Test
  void aCancelledTrainingEndsAtItsNextStep() {
    AtomicInteger asked = new AtomicInteger();
    assertThrows(
        CancellationException.class,
        () -> Training.train(EN, examples(60), RULES, () -> asked.incrementAndGet() > 5));
    assertTrue(asked.get() < 20, asked.toString());
  }

  @Test
  void aHostileTextCostsAModelNoMoreThanItsLength() {
    BreakModel model = Training.train(EN, examples(40), RULES, () -> false).orElseThrow().model();
    Segmenter advised = RULES.with(EN, model);
    for (String piece : List.of(".", ". ", "a.B", "qzlr. ", "\uD800. ", "?\"' ")) {
      String text = piece.repeat(100_000 / piece.length());
      int end = 0;
      for (Sentence sentence : advised.split(EN, text)) {
        assertTrue(sentence.start() >= end);
        end = sentence.end();
      }
    }
  }
}
