package dev.bellwether.sentiment.training;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.features.FeatureHash;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.features.Template;
import dev.bellwether.sentiment.model.FlatModel;
import dev.bellwether.sentiment.model.WeightTable;
import edu.stanford.nlp.classify.LinearClassifier;
import edu.stanford.nlp.util.HashIndex;
import java.util.HashMap;
import java.util.List;

/** Between CoreNLP's classifier and the flat model. */
final class ModelExport {

  /** The feature that every post has; its weights take the prior correction. */
  private static final int BIAS = FeatureHash.of(Template.BIAS, "");

  private ModelExport() {}

  /**
   * The classifier as a flat model.
   *
   * @param shares each class's share of the training posts, in the order of {@link
   *     FlatModel#CLASSES}
   * @param tau the bias of a class gets −tau·log(share): 0 changes nothing, 1 treats the classes as
   *     equally frequent
   * @param smallest a feature none of whose weights lies further than this from its classes' mean
   *     is dropped; 0 drops none
   */
  static FlatModel export(
      String name,
      LinearClassifier<SentimentLabel, Integer> classifier,
      Lexicon lexicon,
      List<Double> shares,
      double tau,
      double smallest) {
    var weights = new HashMap<Integer, float[]>();
    for (int feature : classifier.features()) {
      var own = new float[FlatModel.CLASSES.size()];
      for (int c = 0; c < own.length; c++) {
        own[c] = (float) classifier.weight(feature, FlatModel.CLASSES.get(c));
      }
      if (feature == BIAS || reach(own) > smallest) {
        weights.put(feature, own);
      }
    }
    var bias = weights.computeIfAbsent(BIAS, feature -> new float[FlatModel.CLASSES.size()]);
    for (int c = 0; c < bias.length; c++) {
      bias[c] -= (float) (tau * Math.log(shares.get(c)));
    }
    return new FlatModel(name, "en", tau, lexicon, WeightTable.of(weights));
  }

  /** A flat model as CoreNLP's classifier over the same features. */
  static LinearClassifier<SentimentLabel, Integer> classifierOf(FlatModel model) {
    var features = new HashIndex<Integer>();
    var weights = new double[model.weights().size()][];
    model
        .weights()
        .forEach(
            (feature, own) -> {
              var row = new double[own.length];
              for (int c = 0; c < row.length; c++) {
                row[c] = own[c];
              }
              weights[features.addToIndex(feature)] = row;
            });
    return new LinearClassifier<>(weights, features, TrainingSet.labels());
  }

  private static float reach(float[] weights) {
    float mean = 0;
    for (float weight : weights) {
      mean += weight / weights.length;
    }
    float reach = 0;
    for (float weight : weights) {
      reach = Math.max(reach, Math.abs(weight - mean));
    }
    return reach;
  }
}
