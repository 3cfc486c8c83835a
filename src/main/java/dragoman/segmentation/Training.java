package dragoman.segmentation;

import dragoman.language.LanguageTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.sentdetect.SDEventStream;
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.SentenceSample;
import opennlp.tools.util.InsufficientTrainingDataException;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/**
 * Trains a sentence model from examples and measures it against the rules on examples that it was
 * not trained from.
 *
 * <p>Each example is held out once: they are dealt into five parts by their groups, and each part
 * is judged by a model trained from the other four. What is given back is trained from all.
 */
public final class Training {
  private static final int PARTS = 5;
  private static final double ALONE = 0.5;

  /** Of two that do equally well the one that stands first. */
  private static final List<Double> CERTAINTIES = List.of(0.8, 0.9, 0.7, 0.95);

  private Training() {}

  /**
   * What became of a training.
   *
   * @param model with the certainty at which it did best
   * @param places how many places between sentences, true or guessed, were judged
   * @param rules the rules' F1 at those places, 0 to 1
   * @param secondOpinion the F1 of the rules with the model where it is sure, at its best certainty
   * @param alone the F1 of the model alone at every stop that a rule decides
   */
  public record Trained(
      BreakModel model, int places, double rules, double secondOpinion, double alone) {
    /** What the model, used in the better of both ways, adds to the rules' F1. */
    public double gain() {
      return Math.max(secondOpinion, alone) - rules;
    }
  }

  /**
   * Trains and measures.
   *
   * @param segmenter the rules as they are in use, without a model for the language
   * @param cancelled asked often; once true, the training ends
   * @return nothing where the examples are too few or too much alike to train from
   * @throws CancellationException if it was cancelled
   */
  public static Optional<Trained> train(
      LanguageTag language,
      List<Example> examples,
      Segmenter segmenter,
      BooleanSupplier cancelled) {
    List<List<Example>> parts = dealt(examples);
    Tally rules = new Tally();
    Map<Double, Tally> withModel = new HashMap<>();
    withModel.put(ALONE, new Tally());
    CERTAINTIES.forEach(certainty -> withModel.put(certainty, new Tally()));
    for (int held = 0; held < PARTS; held++) {
      if (parts.get(held).isEmpty()) {
        continue;
      }
      List<Example> others = new ArrayList<>();
      for (int part = 0; part < PARTS; part++) {
        if (part != held) {
          others.addAll(parts.get(part));
        }
      }
      Optional<BreakModel> model = model(language, others, cancelled);
      if (model.isEmpty()) {
        return Optional.empty();
      }
      for (Example example : parts.get(held)) {
        stopIf(cancelled);
        rules.count(example, segmenter.split(language, example.text()));
      }
      for (double certainty : withModel.keySet()) {
        Segmenter advised = segmenter.with(language, model.get().with(certainty));
        for (Example example : parts.get(held)) {
          stopIf(cancelled);
          withModel.get(certainty).count(example, advised.split(language, example.text()));
        }
      }
    }
    double alone = withModel.get(ALONE).f1();
    double best = CERTAINTIES.get(0);
    for (double certainty : CERTAINTIES) {
      if (withModel.get(certainty).f1() > withModel.get(best).f1()) {
        best = certainty;
      }
    }
    double second = withModel.get(best).f1();
    double certainty = alone > second ? ALONE : best;
    return model(language, examples, cancelled)
        .map(all -> new Trained(all.with(certainty), rules.places(), rules.f1(), second, alone));
  }

  private static List<List<Example>> dealt(List<Example> examples) {
    List<List<Example>> parts = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      parts.add(new ArrayList<>());
    }
    for (Example example : examples) {
      parts.get(Math.floorMod(example.group().hashCode() * 0x9E3779B9 >>> 8, PARTS)).add(example);
    }
    return parts;
  }

  private static void stopIf(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("The training was cancelled.");
    }
  }

  /** As {@link opennlp.tools.sentdetect.SentenceDetectorME#train} does it, but able to stop. */
  private static Optional<BreakModel> model(
      LanguageTag language, List<Example> examples, BooleanSupplier cancelled) {
    stopIf(cancelled);
    SentenceDetectorFactory factory =
        new SentenceDetectorFactory(language.language(), true, null, BreakModel.STOPS);
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT");
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    Map<String, String> manifest = new HashMap<>();
    try (ObjectStream<SentenceSample> samples =
        ObjectStreamUtils.createObjectStream(samples(examples))) {
      EventTrainer trainer =
          TrainerFactory.getEventTrainer(
              parameters, manifest, Cancelling.configuration(() -> stopIf(cancelled)));
      MaxentModel maxent =
          trainer.train(
              new SDEventStream(
                  samples, factory.getSDContextGenerator(), factory.getEndOfSentenceScanner()));
      if (maxent.getNumOutcomes() < 2) {
        return Optional.empty();
      }
      return Optional.of(
          new BreakModel(
              new SentenceModel(language.language(), maxent, manifest, factory),
              CERTAINTIES.get(0)));
    } catch (InsufficientTrainingDataException | InvalidFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * A sentence without a stop at its end says nothing of the stops in it that OpenNLP could use.
   */
  private static List<SentenceSample> samples(List<Example> examples) {
    List<SentenceSample> samples = new ArrayList<>();
    for (Example example : examples) {
      List<Span> spans = new ArrayList<>();
      for (Sentence sentence : example.sentences()) {
        int stop = sentence.end() - 1;
        while (stop > sentence.start() && BreakModel.isClosing(example.text().charAt(stop))) {
          stop--;
        }
        if (BreakModel.isStop(example.text().charAt(stop))) {
          spans.add(new Span(sentence.start(), sentence.end()));
        }
      }
      if (!spans.isEmpty()) {
        samples.add(new SentenceSample(example.text(), spans.toArray(Span[]::new)));
      }
    }
    return samples;
  }

  /** Places between sentences, the true ones and those that were found. */
  private static final class Tally {
    private int right;
    private int missed;
    private int wrong;

    void count(Example example, List<Sentence> found) {
      Set<Integer> truth = ends(example.sentences());
      Set<Integer> guessed = ends(found);
      for (int place : guessed) {
        if (truth.contains(place)) {
          right++;
        } else {
          wrong++;
        }
      }
      for (int place : truth) {
        if (!guessed.contains(place)) {
          missed++;
        }
      }
    }

    private static Set<Integer> ends(List<Sentence> sentences) {
      Set<Integer> ends = new HashSet<>();
      for (int i = 0; i + 1 < sentences.size(); i++) {
        ends.add(sentences.get(i).end());
      }
      return ends;
    }

    int places() {
      return right + missed + wrong;
    }

    double f1() {
      return places() == 0 ? 1 : 2.0 * right / (2 * right + missed + wrong);
    }
  }
}
