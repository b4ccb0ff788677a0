package dev.bellwether.sentiment.training;

import java.util.HashMap;
import java.util.Map;

/**
 * What training found, each with a weight a class.
 *
 * @param places by place of the {@link VectorSpace}
 * @param hashed by feature
 * @param expected how often features are to be expected
 */
record TrainedWeights(
    double[] bias, double[][] places, Map<Integer, double[]> hashed, Expected expected) {

  /** Logits of an example straight from features and vectors, before anything is folded. */
  double[] logits(Example example) {
    var logits = bias.clone();
    for (int i = 0; i < example.features().length; i++) {
      var own = hashed.get(example.features()[i]);
      for (int c = 0; own != null && c < logits.length; c++) {
        logits[c] += own[c] * example.values()[i];
      }
    }
    for (int i = 0; i < example.sums().length; i++) {
      for (int c = 0; c < logits.length; c++) {
        logits[c] += places[example.sums()[i]][c] * example.sumValues()[i];
      }
    }
    return logits;
  }

  /** The vectors' weights folded into the words': the same logits from hashed features alone. */
  Map<Integer, double[]> folded(VectorSpace space) {
    var folded = new HashMap<>(hashed);
    space
        .fold(places, bias.length)
        .forEach((feature, own) -> folded.merge(feature, own, VectorSpace::sum));
    return folded;
  }
}
