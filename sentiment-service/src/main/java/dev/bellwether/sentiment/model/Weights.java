package dev.bellwether.sentiment.model;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Feature number to one weight a class, as 16-bit steps of a size that each class has of its own.
 * Immutable.
 */
public final class Weights {

  private static final double MOST_STEPS = Short.MAX_VALUE;

  private final int width;

  /** Ascending. */
  private final int[] features;

  private final float[] stepSizes;
  private final short[] steps;

  private Weights(int[] features, float[] stepSizes, short[] steps) {
    this.width = stepSizes.length;
    this.features = features;
    this.stepSizes = stepSizes;
    this.steps = steps;
  }

  /**
   * Rounds weights to steps; the largest of a class takes 32,767.
   *
   * @throws IllegalArgumentException when a feature does not have {@code width} finite weights
   */
  public static Weights quantise(int width, Map<Integer, double[]> weights) {
    var sorted = new TreeMap<>(weights);
    var sizes = new float[width];
    for (var own : sorted.values()) {
      requireFinite(own, width);
      for (int c = 0; c < width; c++) {
        sizes[c] = Math.max(sizes[c], (float) (Math.abs(own[c]) / MOST_STEPS));
      }
    }
    for (int c = 0; c < width; c++) {
      // rounding to float may make the step a little too small for the largest weight
      sizes[c] = sizes[c] == 0 ? 1 : Math.nextUp(sizes[c]);
    }
    var features = new int[sorted.size()];
    var steps = new short[sorted.size() * width];
    int row = 0;
    for (var entry : sorted.entrySet()) {
      features[row] = entry.getKey();
      for (int c = 0; c < width; c++) {
        steps[row * width + c] = (short) Math.round(entry.getValue()[c] / sizes[c]);
      }
      row++;
    }
    return new Weights(features, sizes, steps);
  }

  /**
   * From what a file holds; takes the arrays over.
   *
   * @throws IllegalArgumentException when features do not ascend, sizes are no numbers above 0, or
   *     lengths do not fit
   */
  static Weights of(int[] features, float[] stepSizes, short[] steps) {
    for (int row = 1; row < features.length; row++) {
      require(features[row - 1] < features[row], "its features are not in order");
    }
    for (float size : stepSizes) {
      require(size > 0 && Float.isFinite(size), "a step's size is no number above 0");
    }
    require(steps.length == features.length * stepSizes.length, "weights are missing");
    return new Weights(features, stepSizes, steps);
  }

  /** How many features have weights. */
  public int size() {
    return features.length;
  }

  /** Weights a feature has. */
  public int width() {
    return width;
  }

  /** A feature's number; ascending with the row. */
  public int feature(int row) {
    return features[row];
  }

  /** The row of a feature, negative where it has no weights. */
  public int row(int feature) {
    return Arrays.binarySearch(features, feature);
  }

  public double weight(int row, int column) {
    return (double) stepSizes[column] * steps(row, column);
  }

  short steps(int row, int column) {
    return steps[row * width + column];
  }

  float stepSize(int column) {
    return stepSizes[column];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights that
        && Arrays.equals(features, that.features)
        && Arrays.equals(stepSizes, that.stepSizes)
        && Arrays.equals(steps, that.steps);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(features) + Arrays.hashCode(steps);
  }

  private static void requireFinite(double[] weights, int width) {
    require(weights.length == width, "a feature needs " + width + " weights");
    for (double weight : weights) {
      require(Double.isFinite(weight), "a weight is not a finite number");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
