package dragoman.segmentation;

import opennlp.tools.monitoring.DefaultTrainingProgressMonitor;
import opennlp.tools.monitoring.LogLikelihoodThresholdBreached;
import opennlp.tools.monitoring.TrainingMeasure;
import opennlp.tools.util.TrainingConfiguration;
import opennlp.tools.util.TrainingParameters;

/** Looks after each step of OpenNLP's training whether it is to go on. */
final class Cancelling extends DefaultTrainingProgressMonitor {
  private final Runnable stopping;

  private Cancelling(Runnable stopping) {
    this.stopping = stopping;
  }

  /**
   * How to train.
   *
   * @param stopping run often; throws to end the training
   */
  static TrainingConfiguration configuration(Runnable stopping) {
    return new TrainingConfiguration(
        new Cancelling(stopping), new LogLikelihoodThresholdBreached(new TrainingParameters()));
  }

  @Override
  public void finishedIteration(
      int iteration, int right, int total, TrainingMeasure measure, double value) {
    stopping.run();
  }

  @Override
  public void display(boolean clear) {
    // nobody watches
  }
}
