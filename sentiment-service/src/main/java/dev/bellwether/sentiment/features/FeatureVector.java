package dev.bellwether.sentiment.features;

/**
 * The features of one post: feature number to value. Built once by {@link FeatureExtractor},
 * read-only for everyone else.
 */
public final class FeatureVector {

  /** Takes each feature once. */
  @FunctionalInterface
  public interface Reader {
    void accept(int feature, float value);
  }

  private int[] keys;
  private float[] values;
  private boolean[] used;
  private int size;

  FeatureVector(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected) * 2 - 1) * 2;
    keys = new int[capacity];
    values = new float[capacity];
    used = new boolean[capacity];
  }

  public int size() {
    return size;
  }

  /** Calls the reader for each feature, in an order that depends on nothing but the features. */
  public void forEach(Reader reader) {
    for (int i = 0; i < keys.length; i++) {
      if (used[i]) {
        reader.accept(keys[i], values[i]);
      }
    }
  }

  void present(int feature) {
    values[slot(feature)] = 1;
  }

  void add(int feature, float value) {
    if (value != 0) {
      values[slot(feature)] += value;
    }
  }

  private int slot(int feature) {
    int at = find(feature);
    if (!used[at]) {
      if (2 * (size + 1) > keys.length) {
        grow();
        at = find(feature);
      }
      used[at] = true;
      keys[at] = feature;
      size++;
    }
    return at;
  }

  private int find(int feature) {
    int at = feature & (keys.length - 1);
    while (used[at] && keys[at] != feature) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private void grow() {
    var larger = new FeatureVector(keys.length);
    forEach((feature, value) -> larger.values[larger.slot(feature)] = value);
    keys = larger.keys;
    values = larger.values;
    used = larger.used;
  }
}
