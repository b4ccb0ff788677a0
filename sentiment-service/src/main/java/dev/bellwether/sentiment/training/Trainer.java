package dev.bellwether.sentiment.training;

import edu.stanford.nlp.classify.LogConditionalObjectiveFunction;
import edu.stanford.nlp.classify.LogPrior;
import edu.stanford.nlp.classify.RVFDataset;
import edu.stanford.nlp.optimization.QNMinimizer;
import edu.stanford.nlp.util.CallbackFunction;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Multinomial logistic regression with CoreNLP's own classes: its objective, a quadratic (L2)
 * prior, and its L-BFGS.
 *
 * @param sigmas strength of the prior by group; small is strong. 0.1 to 0.15 suits words of posts
 * @param leastPosts features that fewer posts have are left out
 * @param tolerance relative improvement at which L-BFGS stops
 */
record Trainer(Sigmas sigmas, int leastPosts, double tolerance) {

  private static final int MEMORY = 15;

  /** Unused by the quadratic prior, but its constructor asks for it. */
  private static final double HUBER_EPSILON = 0.1;

  /** A typical p(1 − p) of a class's probability. */
  private static final double VARIANCE = 0.15;

  /** Trains on examples; {@code progress} hears the number of every step. */
  TrainedWeights train(
      List<Example> examples, int classes, VectorSpace space, IntConsumer progress) {
    var design = Design.of(examples, classes, space, sigmas, leastPosts);
    var prior = new LogPrior(LogPrior.LogPriorType.QUADRATIC, 1, HUBER_EPSILON);
    var data = design.dataset(examples);
    var objective = new LogConditionalObjectiveFunction<>(data, prior);
    var scaled = new Preconditioned(objective, scales(data, classes));
    var minimizer = new QNMinimizer(MEMORY);
    minimizer.shutUp();
    minimizer.setIterationCallbackFunction(
        new CallbackFunction() {
          @Override
          public void callback(Object... state) {
            // weights, step, value, gradient
            progress.accept((Integer) state[1]);
          }
        });
    var start = new double[objective.domainDimension()];
    var trained = scaled.unscaled(minimizer.minimize(scaled, tolerance, start));
    return design.weights(objective.to2D(trained), new Expected(examples, space));
  }

  /** About one over the root of the objective's curvature along each weight. */
  private static double[] scales(RVFDataset<Integer, Integer> data, int classes) {
    var curvature = new double[data.featureIndex().size()];
    var columns = data.getDataArray();
    var values = data.getValuesArray();
    for (int row = 0; row < data.size(); row++) {
      for (int i = 0; i < columns[row].length; i++) {
        curvature[columns[row][i]] += VARIANCE * values[row][i] * values[row][i];
      }
    }
    var scales = new double[curvature.length * classes];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = 1 / Math.sqrt(1 + curvature[i / classes]);
    }
    return scales;
  }
}
