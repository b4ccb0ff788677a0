package dev.bellwether.sentiment.training;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.Lexicon;
import edu.stanford.nlp.classify.LinearClassifier;
import edu.stanford.nlp.classify.LogConditionalObjectiveFunction;
import edu.stanford.nlp.classify.LogPrior;
import edu.stanford.nlp.optimization.QNMinimizer;
import edu.stanford.nlp.util.CallbackFunction;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Multinomial logistic regression with CoreNLP's own classes: its objective, a quadratic (L2)
 * prior, and its L-BFGS.
 *
 * @param sigma standard deviation of the prior over the weights; small is strong. 0.1 to 0.15 suits
 *     posts
 * @param leastPosts features that fewer posts have are left out
 * @param tolerance relative improvement at which L-BFGS stops
 */
public record Trainer(double sigma, int leastPosts, double tolerance) {

  private static final int MEMORY = 15;

  /** Unused by the quadratic prior, but its constructor asks for it. */
  private static final double HUBER_EPSILON = 0.1;

  /** Trains a classifier; {@code progress} hears the number of every step. */
  public LinearClassifier<SentimentLabel, Integer> train(
      List<LabelledPost> posts, Lexicon lexicon, IntConsumer progress) {
    var data = TrainingSet.of(posts, new FeatureExtractor(lexicon), leastPosts);
    var prior = new LogPrior(LogPrior.LogPriorType.QUADRATIC, sigma, HUBER_EPSILON);
    var objective = new LogConditionalObjectiveFunction<>(data, prior);
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
    var weights = minimizer.minimize(objective, tolerance, objective.initial());
    return new LinearClassifier<>(objective.to2D(weights), data.featureIndex(), data.labelIndex());
  }
}
