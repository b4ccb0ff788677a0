package dev.bellwether.campaign.offpolicy;

import java.util.Arrays;

/** The chance of each action in each context. */
public final class Policy {

  private static final double ROUNDING = 1e-6;

  private final double[][] probabilities;

  private Policy(double[][] probabilities) {
    this.probabilities = probabilities;
  }

  /**
   * @param probabilities {@code [context][action]}, rows of equal length that sum to 1
   * @throws IllegalArgumentException where a row is none
   */
  public static Policy of(double[][] probabilities) {
    int actions = probabilities.length == 0 ? 0 : probabilities[0].length;
    if (actions == 0) {
      throw new IllegalArgumentException("a policy needs contexts and actions");
    }
    for (double[] row : probabilities) {
      boolean inRange = Arrays.stream(row).allMatch(p -> p >= 0 && p <= 1 + ROUNDING);
      if (row.length != actions || !inRange || Math.abs(Arrays.stream(row).sum() - 1) > ROUNDING) {
        throw new IllegalArgumentException("the chances of a context's actions must sum to 1");
      }
    }
    return new Policy(Arrays.stream(probabilities).map(double[]::clone).toArray(double[][]::new));
  }

  /** The same chances in the only context. */
  public static Policy everywhere(double... probabilities) {
    return of(new double[][] {probabilities});
  }

  /** All actions alike. */
  public static Policy uniform(int contexts, int actions) {
    double[][] rows = new double[contexts][actions];
    Arrays.stream(rows).forEach(row -> Arrays.fill(row, 1.0 / actions));
    return of(rows);
  }

  public double probability(int context, int action) {
    return probabilities[context][action];
  }

  public int contexts() {
    return probabilities.length;
  }

  public int actions() {
    return probabilities[0].length;
  }
}
