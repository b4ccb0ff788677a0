package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.training.WordVectors.Vector;
import java.util.Map;

/**
 * Makes embeddings tell words apart better: less the mean and the directions that most words share,
 * to unit length (Mu and Viswanath, "All-but-the-Top", ICLR 2018). Mean and directions are of the
 * training posts' words, each weighted by the square root of its count.
 */
final class AllButTheTop {

  private static final int DIRECTIONS = 2;
  private static final int ITERATIONS = 200;
  private static final double SMALLEST = 1e-9;

  private final int dimensions;
  private final double[] mean;
  private final double[][] directions = new double[DIRECTIONS][];

  private AllButTheTop(ListedVectors vectors, Map<String, Integer> counts) {
    dimensions = vectors.dimensions();
    mean = new double[dimensions];
    var covariance = new double[dimensions][dimensions];
    double all = 0;
    for (var entry : counts.entrySet()) {
      var vector = vectors.vectors().get(entry.getKey());
      if (vector != null) {
        double weight = Math.sqrt(entry.getValue());
        all += weight;
        for (int i = 0; i < dimensions; i++) {
          mean[i] += weight * vector.values()[i];
        }
      }
    }
    for (int i = 0; i < dimensions; i++) {
      mean[i] /= Math.max(all, SMALLEST);
    }
    for (var entry : counts.entrySet()) {
      var vector = vectors.vectors().get(entry.getKey());
      if (vector != null) {
        addOuter(covariance, less(vector), Math.sqrt(entry.getValue()));
      }
    }
    for (int d = 0; d < DIRECTIONS; d++) {
      directions[d] = top(covariance);
      deflate(covariance, directions[d]);
    }
  }

  /**
   * @param counts of the training posts' words
   */
  static ListedVectors of(ListedVectors vectors, Map<String, Integer> counts) {
    var changed = new AllButTheTop(vectors, counts);
    return vectors.map(changed::change);
  }

  private Vector change(Vector vector) {
    var own = less(vector);
    for (var direction : directions) {
      double along = dot(own, direction);
      for (int i = 0; i < dimensions; i++) {
        own[i] -= along * direction[i];
      }
    }
    double length = Math.max(SMALLEST, Math.sqrt(dot(own, own)));
    var unit = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      unit[i] = (float) (own[i] / length);
    }
    return new Vector(vector.places(), unit);
  }

  private double[] less(Vector vector) {
    var own = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      own[i] = vector.values()[i] - mean[i];
    }
    return own;
  }

  private static void addOuter(double[][] covariance, double[] own, double weight) {
    for (int i = 0; i < own.length; i++) {
      for (int j = 0; j < own.length; j++) {
        covariance[i][j] += weight * own[i] * own[j];
      }
    }
  }

  /** The direction of most variance, by power iteration from a fixed start. */
  private static double[] top(double[][] covariance) {
    var direction = new double[covariance.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = 1.0 / (i + 1);
    }
    for (int n = 0; n < ITERATIONS; n++) {
      var next = new double[direction.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = dot(covariance[i], direction);
      }
      double length = Math.max(SMALLEST, Math.sqrt(dot(next, next)));
      for (int i = 0; i < next.length; i++) {
        direction[i] = next[i] / length;
      }
    }
    return direction;
  }

  private static void deflate(double[][] covariance, double[] direction) {
    var image = new double[direction.length];
    for (int i = 0; i < image.length; i++) {
      image[i] = dot(covariance[i], direction);
    }
    double value = dot(image, direction);
    for (int i = 0; i < image.length; i++) {
      for (int j = 0; j < image.length; j++) {
        covariance[i][j] -= value * direction[i] * direction[j];
      }
    }
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
