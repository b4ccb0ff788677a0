package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.Features;
import dev.bellwether.sentiment.model.LinearModel;
import java.util.Map;

/**
 * Another model whose logits, without their biases, are features: what is known of one task or
 * language helps where another has few rows (stacking: Wolpert, Neural Networks 1992). They are
 * sums over hashed features, those that the new model sees, so they fold into them.
 */
record Stacked(LinearModel model) {

  int classes() {
    return model.bias().size();
  }

  void add(Features features, double[] sums, int first) {
    for (int i = 0; i < features.size(); i++) {
      int row = model.weights().row(features.id(i));
      for (int c = 0; row >= 0 && c < classes(); c++) {
        sums[first + c] += features.value(i) * model.weights().weight(row, c);
      }
    }
  }

  void fold(double[][] weights, int first, Map<Integer, double[]> folded, int classes) {
    for (int row = 0; row < model.weights().size(); row++) {
      var sum = new double[classes];
      for (int own = 0; own < classes(); own++) {
        for (int c = 0; c < classes; c++) {
          sum[c] += model.weights().weight(row, own) * weights[first + own][c];
        }
      }
      folded.merge(model.weights().feature(row), sum, VectorSpace::sum);
    }
  }
}
