package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.model.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From trained weights to those of a file: folded, pruned, rounded. */
final class ModelExport {

  private ModelExport() {}

  /**
   * Folded and pruned weights. What is the same for all classes is taken away from each feature: it
   * changes no answer.
   *
   * @param smallest a feature none of whose weights lies further than this from their mean is
   *     dropped; 0 drops none that has a weight
   * @param most only so many features: those whose reach, times the root of the posts in which they
   *     are to be expected, is largest
   */
  static Weights weights(TrainedWeights trained, VectorSpace space, double smallest, int most) {
    var centred = new HashMap<Integer, double[]>();
    trained
        .folded(space)
        .forEach(
            (feature, own) -> {
              var difference = centre(own);
              if (reach(difference) > smallest) {
                centred.put(feature, difference);
              }
            });
    return Weights.quantise(trained.bias().length, weightiest(centred, trained.expected(), most));
  }

  private static Map<Integer, double[]> weightiest(
      Map<Integer, double[]> weights, Expected expected, int most) {
    if (weights.size() <= most) {
      return weights;
    }
    var importance = HashMap.<Integer, Double>newHashMap(weights.size());
    weights.forEach(
        (feature, own) -> importance.put(feature, reach(own) * Math.sqrt(expected.of(feature))));
    var features = new ArrayList<>(weights.keySet());
    features.sort(
        Comparator.comparing((Integer feature) -> -importance.get(feature))
            .thenComparing(Comparator.naturalOrder()));
    var kept = HashMap.<Integer, double[]>newHashMap(most);
    features.subList(0, most).forEach(feature -> kept.put(feature, weights.get(feature)));
    return kept;
  }

  /**
   * Biases with the prior correction: a class gets −tau·log(its share of the training posts). 0
   * changes nothing, 1 treats the classes as equally frequent.
   */
  static List<Double> bias(TrainedWeights trained, List<Double> shares, double tau) {
    var centred = centre(trained.bias());
    var bias = new ArrayList<Double>();
    for (int c = 0; c < centred.length; c++) {
      bias.add(tau == 0 ? centred[c] : centred[c] - tau * Math.log(shares.get(c)));
    }
    return bias;
  }

  private static double[] centre(double[] weights) {
    double mean = 0;
    for (double weight : weights) {
      mean += weight / weights.length;
    }
    var centred = new double[weights.length];
    for (int c = 0; c < centred.length; c++) {
      centred[c] = weights[c] - mean;
    }
    return centred;
  }

  private static double reach(double[] centred) {
    double reach = 0;
    for (double weight : centred) {
      reach = Math.max(reach, Math.abs(weight));
    }
    return reach;
  }
}
