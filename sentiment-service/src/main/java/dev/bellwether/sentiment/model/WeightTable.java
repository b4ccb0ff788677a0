package dev.bellwether.sentiment.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * Feature number to one weight a class, in an open-addressed table: two array reads for a feature,
 * no object for any of them. Immutable once built.
 */
public final class WeightTable {

  /** Takes each feature and its weights, in the classes' order. */
  @FunctionalInterface
  public interface Reader {
    void accept(int feature, float[] weights);
  }

  private static final int EMPTY = -1;

  /** Ascending. */
  private final int[] features;

  private final float[] weights;
  private final int[] slots;

  private WeightTable(int[] features, float[] weights) {
    this.features = features;
    this.weights = weights;
    this.slots = index(features);
  }

  /**
   * @throws IllegalArgumentException when a feature does not have one finite weight a class
   */
  public static WeightTable of(Map<Integer, float[]> entries) {
    var sorted = new TreeMap<>(entries);
    var features = new int[sorted.size()];
    var weights = new float[sorted.size() * FlatModel.WIDTH];
    int row = 0;
    for (var entry : sorted.entrySet()) {
      features[row] = entry.getKey();
      requireFinite(entry.getValue());
      System.arraycopy(entry.getValue(), 0, weights, row * FlatModel.WIDTH, FlatModel.WIDTH);
      row++;
    }
    return new WeightTable(features, weights);
  }

  /** From arrays already in ascending order of feature; takes them over. */
  static WeightTable ofSorted(int[] features, float[] weights) {
    return new WeightTable(features, weights);
  }

  public int size() {
    return features.length;
  }

  /** All features, ascending. */
  public void forEach(Reader reader) {
    for (int row = 0; row < features.length; row++) {
      var own = new float[FlatModel.WIDTH];
      System.arraycopy(weights, row * FlatModel.WIDTH, own, 0, FlatModel.WIDTH);
      reader.accept(features[row], own);
    }
  }

  /**
   * Adds {@code value} times the feature's weights to the classes' sums; a feature not in the table
   * weighs nothing.
   */
  void addTo(double[] sums, int feature, float value) {
    int mask = slots.length - 1;
    for (int slot = feature & mask; slots[slot] != EMPTY; slot = (slot + 1) & mask) {
      int row = slots[slot];
      if (features[row] == feature) {
        int first = row * FlatModel.WIDTH;
        sums[0] += (double) weights[first] * value;
        sums[1] += (double) weights[first + 1] * value;
        sums[2] += (double) weights[first + 2] * value;
        return;
      }
    }
  }

  private static int[] index(int[] features) {
    int capacity = Integer.highestOneBit(Math.max(2, features.length * 2)) * 2;
    var slots = new int[capacity];
    java.util.Arrays.fill(slots, EMPTY);
    for (int row = 0; row < features.length; row++) {
      int slot = features[row] & (capacity - 1);
      while (slots[slot] != EMPTY) {
        slot = (slot + 1) & (capacity - 1);
      }
      slots[slot] = row;
    }
    return slots;
  }

  private static void requireFinite(float[] weights) {
    if (weights.length != FlatModel.WIDTH) {
      throw new IllegalArgumentException("a feature needs " + FlatModel.WIDTH + " weights");
    }
    for (float weight : weights) {
      if (!Float.isFinite(weight)) {
        throw new IllegalArgumentException("a weight is not a finite number");
      }
    }
  }
}
