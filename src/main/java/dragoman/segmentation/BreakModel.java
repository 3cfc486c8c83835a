package dragoman.segmentation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalDouble;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.sentdetect.SDContextGenerator;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * A sentence model that was trained from a desk's own texts (OpenNLP maximum entropy), with how
 * sure it must be to be followed. Safe for use by many threads.
 */
public final class BreakModel {
  /** The marks behind which a sentence may end; what is decided elsewhere is left to the rules. */
  static final char[] STOPS = {'.', '?', '!', '…', '։', '؟', '۔', '।'};

  private static final String CLOSING = "\"'”’“‘»«›)]";

  /** What lies further from a stop than this says nothing of it. */
  private static final int WINDOW = 120;

  private final SentenceModel model;
  private final double certainty;

  BreakModel(SentenceModel model, double certainty) {
    this.model = model;
    this.certainty = certainty;
  }

  /**
   * Reads what {@link #bytes} gave.
   *
   * @param certainty the least probability of its answer at which it is followed, 0.5 to 1
   * @throws IllegalArgumentException if the bytes are no model
   */
  public static BreakModel of(byte[] bytes, double certainty) {
    try {
      return new BreakModel(new SentenceModel(new ByteArrayInputStream(bytes)), certainty);
    } catch (IOException | RuntimeException e) { // OpenNLP throws either at what is no model
      throw new IllegalArgumentException("The bytes are no sentence model.", e);
    }
  }

  /** The model as OpenNLP keeps it. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      model.serialize(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The least probability of its answer at which it is followed. */
  public double certainty() {
    return certainty;
  }

  BreakModel with(double otherCertainty) {
    return new BreakModel(model, otherCertainty);
  }

  /** Reads one text, by one thread. */
  Reader reader(String text) {
    return new Reader(text, model.getFactory().getSDContextGenerator(), model.getMaxentModel());
  }

  /** The model before one text. */
  final class Reader {
    private final String text;
    private final SDContextGenerator contexts;
    private final MaxentModel maxent;

    private Reader(String text, SDContextGenerator contexts, MaxentModel maxent) {
      this.text = text;
      this.contexts = contexts;
      this.maxent = maxent;
    }

    /** What the model says of a place within {@code [from, to)}; nothing where it is unsure. */
    Optional<Boolean> breaks(int from, int to, int at) {
      OptionalDouble probability = probability(from, to, at);
      if (probability.isEmpty()) {
        return Optional.empty();
      }
      double breaks = probability.getAsDouble();
      return Math.max(breaks, 1 - breaks) < certainty
          ? Optional.empty()
          : Optional.of(breaks >= 0.5);
    }

    /** How likely a sentence ends at a place; nothing where no stop stands before it. */
    OptionalDouble probability(int from, int to, int at) {
      int stop = at - 1;
      int first = Math.max(from, at - 8);
      while (stop >= first && CLOSING.indexOf(text.charAt(stop)) >= 0) {
        stop--;
      }
      if (stop < first || !isStop(text.charAt(stop))) {
        return OptionalDouble.empty();
      }
      int begin = Math.max(from, stop - WINDOW);
      String around = text.substring(begin, Math.min(to, stop + WINDOW));
      double[] outcomes = maxent.eval(contexts.getContext(around, stop - begin));
      return OptionalDouble.of(outcomes[maxent.getIndex(SentenceDetectorME.SPLIT)]);
    }
  }

  static boolean isStop(char c) {
    for (char stop : STOPS) {
      if (c == stop) {
        return true;
      }
    }
    return false;
  }

  static boolean isClosing(char c) {
    return CLOSING.indexOf(c) >= 0;
  }
}
