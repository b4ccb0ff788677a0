package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.Template;
import edu.stanford.nlp.classify.RVFDataset;
import edu.stanford.nlp.util.HashIndex;
import edu.stanford.nlp.util.Index;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which columns a training has, and how each is scaled. A weight w with prior sigma is trained as u
 * = w / sigma with prior 1 on values times sigma: so each group has its own strength while
 * CoreNLP's objective knows one.
 */
final class Design {

  private final int classes;
  private final VectorSpace space;

  /** Hashed feature to column, in ascending order of feature. */
  private final Map<Integer, Integer> columns;

  private final double[] scales;

  private Design(int classes, VectorSpace space, Map<Integer, Integer> columns, double[] scales) {
    this.classes = classes;
    this.space = space;
    this.columns = columns;
    this.scales = scales;
  }

  /**
   * @param leastPosts hashed features that fewer posts have are left out
   */
  static Design of(
      List<Example> examples, int classes, VectorSpace space, Sigmas sigmas, int leastPosts) {
    var posts = new HashMap<Integer, Integer>();
    var templates = new TreeMap<Integer, Template>();
    for (var example : examples) {
      for (int i = 0; i < example.features().length; i++) {
        posts.merge(example.features()[i], 1, Integer::sum);
        templates.put(example.features()[i], example.templates()[i]);
      }
    }
    templates
        .entrySet()
        .removeIf(e -> posts.get(e.getKey()) < leastPosts || sigmas.of(e.getValue()) == 0);
    var columns = HashMap.<Integer, Integer>newHashMap(templates.size());
    var scales = new double[1 + space.size() + templates.size()];
    scales[0] = sigmas.of(Sigmas.BIAS);
    for (int place = 0; place < space.size(); place++) {
      scales[1 + place] = sigmas.of(space.group(place));
    }
    templates.forEach(
        (feature, template) -> {
          int column = 1 + space.size() + columns.size();
          columns.put(feature, column);
          scales[column] = sigmas.of(template);
        });
    return new Design(classes, space, columns, scales);
  }

  /** Columns: the bias, the vectors' places, the hashed features. */
  int size() {
    return scales.length;
  }

  int hashedFeatures() {
    return columns.size();
  }

  /** The examples as CoreNLP's real-valued data set. */
  RVFDataset<Integer, Integer> dataset(List<Example> examples) {
    var data = new int[examples.size()][];
    var values = new double[examples.size()][];
    var labels = new int[examples.size()];
    for (int i = 0; i < data.length; i++) {
      var row = row(examples.get(i));
      labels[i] = examples.get(i).post().label();
      data[i] = row.columns();
      values[i] = row.values();
    }
    return new RVFDataset<>(range(classes), labels, range(size()), data, values);
  }

  private record Row(int[] columns, double[] values) {}

  private Row row(Example example) {
    int known = 0;
    for (int feature : example.features()) {
      known += columns.containsKey(feature) ? 1 : 0;
    }
    int size = 1 + example.sums().length + known;
    var row = new Row(new int[size], new double[size]);
    row.values()[0] = scales[0];
    int to = 1;
    for (int i = 0; i < example.sums().length; i++) {
      int column = 1 + example.sums()[i];
      row.columns()[to] = column;
      row.values()[to++] = scales[column] * example.sumValues()[i];
    }
    for (int i = 0; i < example.features().length; i++) {
      var column = columns.get(example.features()[i]);
      if (column != null) {
        row.columns()[to] = column;
        row.values()[to++] = scales[column] * example.values()[i];
      }
    }
    return row;
  }

  /**
   * Trained columns as weights in the features' own scale.
   *
   * @param trained by column, a weight a class
   */
  TrainedWeights weights(double[][] trained, Expected expected) {
    var bias = scaled(0, trained);
    var places = new double[space.size()][];
    for (int place = 0; place < places.length; place++) {
      places[place] = scaled(1 + place, trained);
    }
    var hashed = HashMap.<Integer, double[]>newHashMap(columns.size());
    columns.forEach((feature, column) -> hashed.put(feature, scaled(column, trained)));
    return new TrainedWeights(bias, places, hashed, expected);
  }

  private double[] scaled(int column, double[][] trained) {
    var own = new double[classes];
    for (int c = 0; c < classes; c++) {
      own[c] = scales[column] * trained[column][c];
    }
    return own;
  }

  private static Index<Integer> range(int size) {
    var index = new HashIndex<Integer>(size);
    for (int i = 0; i < size; i++) {
      index.add(i);
    }
    return index;
  }
}
