package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.FeatureOptions;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.features.Lexicons;
import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelGroup;
import java.util.Map;

/**
 * Another task's model whose logits, without their biases, are features: what is known of one task
 * helps where another has few rows (stacking: Wolpert, Neural Networks 1992). They are sums over
 * the same hashed features, so they fold into them.
 */
final class Stacked {

  private final LinearModel model;
  private final ModelGroup group;
  private final Scratch scratch = new Scratch();

  /**
   * @throws IllegalArgumentException when the new model would not see what this one looks at
   */
  Stacked(LinearModel model, FeatureOptions options, Lexicon lexicon) {
    boolean sees =
        model.options().sameTokens(options)
            && options.union(model.options()).equals(options)
            && Lexicons.agree(model.lexicon(), lexicon)
            && lexicon.columns().containsAll(model.lexicon().columns());
    if (!sees) {
      throw new IllegalArgumentException(
          "model "
              + model.name()
              + " looks at "
              + model.options().format()
              + " and lexicons "
              + model.lexicon().columns()
              + ": give at least these to a model that builds on it");
    }
    this.model = model;
    this.group = ModelGroup.of(model);
  }

  int classes() {
    return model.bias().size();
  }

  void add(String text, double[] sums, int first) {
    var prediction = group.predict(text, scratch).getFirst();
    for (int c = 0; c < classes(); c++) {
      sums[first + c] += prediction.logit(c) - model.bias().get(c);
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
