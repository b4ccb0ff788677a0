package dev.bellwether.sentiment.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Prior correction and temperature, chosen on predictions of posts that the model was not trained
 * on.
 *
 * @param tau strength of the prior correction
 * @param temperature what the corrected logits are divided by (Guo et al., ICML 2017)
 */
record Calibration(double tau, double temperature) {

  private static final double TAU_STEP = 0.05;
  private static final int TAU_STEPS = 30;
  private static final int NEIGHBOURS = 3;
  private static final double COLDEST = 0.2;
  private static final double HOTTEST = 5;
  private static final int NARROWINGS = 60;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /**
   * @param logits without prior correction, a list a post
   * @param truth the posts' labels
   * @param shares the classes' shares of the training posts
   * @param goal what tau makes as high as can be, together with its neighbours
   */
  static Calibration choose(
      List<double[]> logits,
      List<Integer> truth,
      List<Double> shares,
      ToDoubleFunction<Evaluation> goal) {
    var figures = new double[TAU_STEPS + 1];
    for (int step = 0; step <= TAU_STEPS; step++) {
      double tau = step * TAU_STEP;
      var guesses = logits.stream().map(z -> argmax(corrected(z, shares, tau))).toList();
      figures[step] = goal.applyAsDouble(Evaluation.of(shares.size(), truth, guesses));
    }
    double best = TAU_STEP * argmax(smooth(figures));
    return with(best, logits, truth, shares);
  }

  /** A given tau with the temperature that suits it. */
  static Calibration with(
      double tau, List<double[]> logits, List<Integer> truth, List<Double> shares) {
    return new Calibration(tau, temperature(logits, truth, shares, tau));
  }

  /** Moving means: a plateau is a surer choice than a peak. */
  private static double[] smooth(double[] figures) {
    var smooth = new double[figures.length];
    for (int i = 0; i < figures.length; i++) {
      int from = Math.max(0, i - NEIGHBOURS);
      int to = Math.min(figures.length, i + NEIGHBOURS + 1);
      smooth[i] = Arrays.stream(figures, from, to).average().orElseThrow();
    }
    return smooth;
  }

  /** The temperature of the highest likelihood, by golden-section search on its logarithm. */
  private static double temperature(
      List<double[]> logits, List<Integer> truth, List<Double> shares, double tau) {
    var corrected = new ArrayList<double[]>();
    logits.forEach(z -> corrected.add(corrected(z, shares, tau)));
    double low = Math.log(COLDEST);
    double high = Math.log(HOTTEST);
    for (int i = 0; i < NARROWINGS; i++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (loss(corrected, truth, Math.exp(left)) < loss(corrected, truth, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double loss(List<double[]> logits, List<Integer> truth, double temperature) {
    double loss = 0;
    for (int i = 0; i < logits.size(); i++) {
      loss -= Math.log(Math.max(1e-12, softmax(logits.get(i), temperature)[truth.get(i)]));
    }
    return loss;
  }

  static double[] corrected(double[] logits, List<Double> shares, double tau) {
    var corrected = logits.clone();
    for (int c = 0; c < corrected.length; c++) {
      corrected[c] -= tau * Math.log(shares.get(c));
    }
    return corrected;
  }

  static int argmax(double[] values) {
    int best = 0;
    for (int c = 1; c < values.length; c++) {
      best = values[c] > values[best] ? c : best;
    }
    return best;
  }

  static double[] softmax(double[] logits, double temperature) {
    double highest = logits[argmax(logits)];
    var shares = new double[logits.length];
    double sum = 0;
    for (int c = 0; c < shares.length; c++) {
      shares[c] = Math.exp((logits[c] - highest) / temperature);
      sum += shares[c];
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= sum;
    }
    return shares;
  }
}
