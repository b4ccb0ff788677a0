package dev.bellwether.sentiment.model;

import java.util.List;

/** What one model says of a text. */
public final class Prediction {

  private final LinearModel model;
  private final double[] logits;
  private final int best;

  Prediction(LinearModel model, double[] logits) {
    this.model = model;
    this.logits = logits;
    int highest = 0;
    for (int c = 1; c < logits.length; c++) {
      if (logits[c] > logits[highest]) {
        highest = c;
      }
    }
    best = highest;
  }

  public Task task() {
    return model.task();
  }

  /** Which model spoke. */
  public String model() {
    return model.name();
  }

  /** The answer's position among the task's classes. */
  public int best() {
    return best;
  }

  /** The answer: the class with the highest logit, the first of those that share it. */
  public String label() {
    return task().classes().get(best);
  }

  /** The class's logit, prior correction included, before the temperature. */
  public double logit(int c) {
    return logits[c];
  }

  /** Calibrated, 0 to 1; those of all classes add up to 1. */
  public double probability(int c) {
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp((logit - logits[best]) / model.temperature());
    }
    return Math.exp((logits[c] - logits[best]) / model.temperature()) / sum;
  }

  /** Calibrated probabilities in the order of the task's classes. */
  public List<Double> probabilities() {
    var probabilities = new Double[logits.length];
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] = probability(c);
    }
    return List.of(probabilities);
  }
}
