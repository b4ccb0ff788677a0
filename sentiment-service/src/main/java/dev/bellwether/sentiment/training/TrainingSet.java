package dev.bellwether.sentiment.training;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.FeatureVector;
import dev.bellwether.sentiment.model.FlatModel;
import edu.stanford.nlp.classify.RVFDataset;
import edu.stanford.nlp.util.HashIndex;
import edu.stanford.nlp.util.Index;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Posts as CoreNLP's real-valued data set over feature numbers. */
final class TrainingSet {

  private TrainingSet() {}

  /** The classes in our order, so that CoreNLP's weights come out in it too. */
  static Index<SentimentLabel> labels() {
    return new HashIndex<>(FlatModel.CLASSES);
  }

  /**
   * @param leastPosts features that fewer posts have are left out
   */
  static RVFDataset<SentimentLabel, Integer> of(
      List<LabelledPost> posts, FeatureExtractor extractor, int leastPosts) {
    var vectors = posts.stream().map(post -> extractor.extract(post.text())).toList();
    var index = frequent(vectors, leastPosts);
    var labels = labels();
    var data = new int[posts.size()][];
    var values = new double[posts.size()][];
    var truth = new int[posts.size()];
    for (int i = 0; i < data.length; i++) {
      truth[i] = labels.indexOf(posts.get(i).label());
      var row = new Row(vectors.get(i).size());
      vectors.get(i).forEach((feature, value) -> row.add(index.indexOf(feature), value));
      data[i] = Arrays.copyOf(row.features, row.size);
      values[i] = Arrays.copyOf(row.values, row.size);
    }
    return new RVFDataset<>(labels, truth, index, data, values);
  }

  private static Index<Integer> frequent(List<FeatureVector> vectors, int leastPosts) {
    Map<Integer, Integer> posts = new HashMap<>();
    vectors.forEach(
        vector -> vector.forEach((feature, value) -> posts.merge(feature, 1, Integer::sum)));
    var index = new HashIndex<Integer>();
    posts.entrySet().stream()
        .filter(entry -> entry.getValue() >= leastPosts)
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(index::add);
    return index;
  }

  /** A post's features as they come, without those left out. */
  private static final class Row {
    private final int[] features;
    private final double[] values;
    private int size;

    private Row(int capacity) {
      features = new int[capacity];
      values = new double[capacity];
    }

    private void add(int feature, double value) {
      if (feature >= 0) {
        features[size] = feature;
        values[size] = value;
        size++;
      }
    }
  }
}
