package dev.bellwether.sentiment.model;

import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.Features;
import dev.bellwether.sentiment.features.Scratch;
import java.util.ArrayList;
import java.util.List;

/** Gives back to each token what its features weighed. */
final class Attribution {

  private final FeatureExtractor extractor;
  private final MergedWeights weights;
  private final int firstColumn;

  Attribution(FeatureExtractor extractor, MergedWeights weights, int firstColumn) {
    this.extractor = extractor;
    this.weights = weights;
    this.firstColumn = firstColumn;
  }

  Explanation explain(Prediction prediction, LinearModel model, Scratch scratch) {
    int width = model.bias().size();
    var byToken = new double[scratch.tokens().size()][width];
    var whole = new double[width];
    var features = scratch.features();
    for (int i = 0; i < features.size(); i++) {
      int row = weights.row(features.id(i));
      if (row >= 0) {
        add(i, row, scratch, byToken, whole);
      }
    }
    var words = new ArrayList<Explanation.Word>();
    var tokens = scratch.tokens().view();
    for (int t = 0; t < byToken.length; t++) {
      words.add(new Explanation.Word(tokens.get(t), boxed(byToken[t])));
    }
    return new Explanation(prediction, model.bias(), boxed(whole), words);
  }

  private void add(int feature, int row, Scratch scratch, double[][] byToken, double[] whole) {
    var features = scratch.features();
    double value = features.value(feature);
    int first = features.first(feature);
    if (first == Features.WHOLE) {
      addTo(whole, row, value);
    } else if (first >= 0) {
      // a pair is half the one word's and half the other's
      addTo(byToken[first], row, value / 2);
      addTo(byToken[features.second(feature)], row, value / 2);
    } else {
      var shares = new double[byToken.length];
      extractor.share(scratch, feature, value, shares);
      for (int t = 0; t < shares.length; t++) {
        if (shares[t] != 0) {
          addTo(byToken[t], row, shares[t]);
        }
      }
    }
  }

  private void addTo(double[] logits, int row, double value) {
    for (int c = 0; c < logits.length; c++) {
      logits[c] += value * weights.weight(row, firstColumn + c);
    }
  }

  private static List<Double> boxed(double[] values) {
    return java.util.Arrays.stream(values).boxed().toList();
  }
}
