package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.FeatureHash;
import dev.bellwether.sentiment.features.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several resources' word vectors side by side, each twice: for words as they stand and for negated
 * ones.
 */
final class VectorSpace {

  /**
   * A resource in the space.
   *
   * @param group its name among the groups that have a sigma
   * @param first its first place; negated words' follow after its dimensions
   */
  record Block(String group, WordVectors vectors, int first) {}

  private final List<Block> blocks = new ArrayList<>();
  private int size;

  void add(String group, WordVectors vectors) {
    blocks.add(new Block(group, vectors, size));
    size += 2 * vectors.dimensions();
  }

  /** Places there are. */
  int size() {
    return size;
  }

  /** The group of a place. */
  String group(int place) {
    Block last = blocks.getFirst();
    for (var block : blocks) {
      last = block.first() <= place ? block : last;
    }
    return last.group();
  }

  /** Whether features of the template have vectors. */
  static boolean covers(Template template) {
    return template == Template.WORD
        || template == Template.NEGATED_WORD
        || template == Template.SIGN;
  }

  /** Adds the vectors of one word or sign to sums by place. */
  void add(Template template, long hash, Map<Integer, Double> sums) {
    for (var block : blocks) {
      int row = block.vectors().row(template, hash);
      if (row >= 0) {
        int first = first(block, template);
        var places = block.vectors().places(row);
        var values = block.vectors().values(row);
        for (int i = 0; i < places.length; i++) {
          sums.merge(first + places[i], (double) values[i], Double::sum);
        }
      }
    }
  }

  /**
   * What trained weights of the places come to for each word's own feature.
   *
   * @param weights by place, a weight a class
   */
  Map<Integer, double[]> fold(double[][] weights, int classes) {
    var folded = new HashMap<Integer, double[]>();
    for (var block : blocks) {
      for (int row = 0; row < block.vectors().size(); row++) {
        if (block.vectors().template(row) == Template.SIGN) {
          fold(block, row, Template.SIGN, weights, folded, classes);
        } else {
          fold(block, row, Template.WORD, weights, folded, classes);
          fold(block, row, Template.NEGATED_WORD, weights, folded, classes);
        }
      }
    }
    return folded;
  }

  private static void fold(
      Block block,
      int row,
      Template template,
      double[][] weights,
      Map<Integer, double[]> folded,
      int classes) {
    int feature = FeatureHash.of(template, block.vectors().hash(row));
    var sum = folded.computeIfAbsent(feature, f -> new double[classes]);
    int first = first(block, template);
    var places = block.vectors().places(row);
    var values = block.vectors().values(row);
    for (int i = 0; i < places.length; i++) {
      for (int c = 0; c < classes; c++) {
        sum[c] += values[i] * weights[first + places[i]][c];
      }
    }
  }

  private static int first(Block block, Template template) {
    return template == Template.NEGATED_WORD
        ? block.first() + block.vectors().dimensions()
        : block.first();
  }
}
