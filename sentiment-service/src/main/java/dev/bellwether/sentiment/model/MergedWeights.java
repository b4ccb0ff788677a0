package dev.bellwether.sentiment.model;

import java.util.Arrays;
import java.util.List;

/**
 * The weights of several models side by side: a row a feature, a column a class of a model. One or
 * two cache lines a feature, whatever the number of models; no object for any of them. Immutable.
 */
final class MergedWeights {

  private static final long EMPTY = 0;

  private final int width;

  /** The feature's number in the high half, its row and one in the low half; 0 for none. */
  private final long[] slots;

  private final short[] steps;
  private final double[] stepSizes;

  MergedWeights(List<Weights> models) {
    width = models.stream().mapToInt(Weights::width).sum();
    var features = union(models);
    slots = index(features);
    steps = new short[features.length * width];
    stepSizes = new double[width];
    int first = 0;
    for (var model : models) {
      place(model, features, first);
      first += model.width();
    }
  }

  /** Columns a feature has. */
  int width() {
    return width;
  }

  /** How many features have weights. */
  int size() {
    return width == 0 ? 0 : steps.length / width;
  }

  /** The row of a feature, −1 where it has no weights. */
  int row(int feature) {
    int mask = slots.length - 1;
    for (int slot = feature & mask; slots[slot] != EMPTY; slot = (slot + 1) & mask) {
      long found = slots[slot];
      if ((int) (found >>> 32) == feature) {
        return (int) found - 1;
      }
    }
    return -1;
  }

  /** Adds {@code value} times a feature's steps to the columns' sums. */
  void addSteps(double[] sums, int feature, float value) {
    int row = row(feature);
    if (row >= 0) {
      int first = row * width;
      for (int column = 0; column < width; column++) {
        sums[column] += (double) value * steps[first + column];
      }
    }
  }

  double stepSize(int column) {
    return stepSizes[column];
  }

  double weight(int row, int column) {
    return stepSizes[column] * steps[row * width + column];
  }

  private void place(Weights model, int[] features, int first) {
    int to = 0;
    for (int row = 0; row < model.size(); row++) {
      while (features[to] != model.feature(row)) {
        to++;
      }
      for (int column = 0; column < model.width(); column++) {
        steps[to * width + first + column] = model.steps(row, column);
      }
    }
    for (int column = 0; column < model.width(); column++) {
      stepSizes[first + column] = model.stepSize(column);
    }
  }

  private static int[] union(List<Weights> models) {
    var all = new int[models.stream().mapToInt(Weights::size).sum()];
    int size = 0;
    for (var model : models) {
      for (int row = 0; row < model.size(); row++) {
        all[size++] = model.feature(row);
      }
    }
    Arrays.sort(all);
    int distinct = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[distinct++] = all[i];
      }
    }
    return Arrays.copyOf(all, distinct);
  }

  private static long[] index(int[] features) {
    var slots = new long[Integer.highestOneBit(Math.max(2, features.length)) * 4];
    int mask = slots.length - 1;
    for (int row = 0; row < features.length; row++) {
      int slot = features[row] & mask;
      while (slots[slot] != EMPTY) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = ((long) features[row] << 32) | (row + 1);
    }
    return slots;
  }
}
