package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.FeatureHash;
import dev.bellwether.sentiment.features.Features;
import dev.bellwether.sentiment.features.Template;
import dev.bellwether.sentiment.text.TokenHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several resources' word vectors and other models' logits side by side: places that are trained
 * like features, and fold into features afterwards.
 */
final class VectorSpace {

  private interface Block {
    String group();

    int first();
  }

  /** A resource; {@code negatedFirst} is where negated words' places begin. */
  private record Words(String group, WordVectors vectors, int first, int negatedFirst)
      implements Block {}

  private record Logits(String group, Stacked model, int first) implements Block {}

  private static final int UNRANKED = 200_000;

  private final List<Words> words = new ArrayList<>();
  private final List<Logits> logits = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Set<String> vocabulary;
  private int size;

  /**
   * @param vocabulary the training posts' words, to be folded beside the resources'
   */
  VectorSpace(Set<String> vocabulary) {
    this.vocabulary = Set.copyOf(vocabulary);
  }

  /** Adds a resource whose vectors count apart for negated words. */
  void add(String group, WordVectors vectors) {
    addWords(new Words(group, vectors, size, size + vectors.dimensions()));
    size += 2 * vectors.dimensions();
  }

  /** Adds a resource to which a negated word is the same word. */
  void addWhateverNegated(String group, WordVectors vectors) {
    addWords(new Words(group, vectors, size, size));
    size += vectors.dimensions();
  }

  /** Adds another model's logits, one place a class. */
  void add(String group, Stacked model) {
    var block = new Logits(group, model, size);
    logits.add(block);
    blocks.add(block);
    size += model.classes();
  }

  private void addWords(Words block) {
    words.add(block);
    blocks.add(block);
  }

  /** Places there are. */
  int size() {
    return size;
  }

  /** The group of a place. */
  String group(int place) {
    var last = blocks.getFirst();
    for (var block : blocks) {
      last = block.first() <= place ? block : last;
    }
    return last.group();
  }

  /** Every word that has places, and how far down it stands in the resource that ranks it best. */
  Map<String, Integer> ranks() {
    var ranks = new HashMap<String, Integer>();
    for (var block : words) {
      int rank = 0;
      for (var word : block.vectors().words()) {
        ranks.merge(word, rank++, Math::min);
      }
    }
    if (!words.isEmpty()) {
      vocabulary.forEach(word -> ranks.putIfAbsent(word, UNRANKED));
    }
    return ranks;
  }

  /** Adds the vectors of one word to sums by place. */
  void addWord(String word, boolean negated, double[] sums) {
    for (var block : words) {
      var vector = block.vectors().of(word);
      if (vector != null) {
        int first = negated ? block.negatedFirst() : block.first();
        for (int i = 0; i < vector.places().length; i++) {
          sums[first + vector.places()[i]] += vector.values()[i];
        }
      }
    }
  }

  /** Adds the other models' logits of a post's features to sums by place. */
  void addLogits(Features features, double[] sums) {
    logits.forEach(block -> block.model().add(features, sums, block.first()));
  }

  /**
   * What trained weights of the places come to for each hashed feature.
   *
   * @param weights by place, a weight a class
   */
  Map<Integer, double[]> fold(double[][] weights, int classes) {
    var folded = new HashMap<Integer, double[]>();
    for (var word : ranks().keySet()) {
      fold(word, false, weights, folded, classes);
      fold(word, true, weights, folded, classes);
    }
    for (var block : logits) {
      block.model().fold(weights, block.first(), folded, classes);
    }
    return folded;
  }

  private void fold(
      String word,
      boolean negated,
      double[][] weights,
      Map<Integer, double[]> folded,
      int classes) {
    var sum = new double[classes];
    for (var block : words) {
      var vector = block.vectors().of(word);
      int first = negated ? block.negatedFirst() : block.first();
      for (int i = 0; vector != null && i < vector.places().length; i++) {
        var own = weights[first + vector.places()[i]];
        for (int c = 0; c < classes; c++) {
          sum[c] += vector.values()[i] * own[c];
        }
      }
    }
    var template = negated ? Template.NEGATED_WORD : Template.WORD;
    folded.merge(FeatureHash.of(template, TokenHash.of(word)), sum, VectorSpace::sum);
  }

  /** Two words of one hash are one feature. */
  static double[] sum(double[] one, double[] other) {
    var sum = one.clone();
    for (int c = 0; c < sum.length; c++) {
      sum[c] += other[c];
    }
    return sum;
  }
}
