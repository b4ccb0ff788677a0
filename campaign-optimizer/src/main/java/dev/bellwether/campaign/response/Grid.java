package dev.bellwether.campaign.response;

/**
 * The curves that are weighed against each other: every form with half-efficiency spends from a
 * twentieth to seventy times an ad set's scale. Beyond either end the figures could not tell the
 * difference.
 */
final class Grid {

  private static final double FROM = -3;
  private static final double STEP = 0.3;
  private static final int STEPS = 25;

  private static final Saturation[] FORMS = Saturation.values();

  static final int SIZE = FORMS.length * STEPS;

  private static final double[] HALF_SPENDS = new double[SIZE];

  static {
    for (int node = 0; node < SIZE; node++) {
      HALF_SPENDS[node] = Math.exp(logHalfSpend(node));
    }
  }

  private Grid() {}

  static Saturation form(int node) {
    return FORMS[node / STEPS];
  }

  /** A node's half-efficiency spend in units of the ad set's scale. */
  static double halfSpend(int node) {
    return HALF_SPENDS[node];
  }

  static double logHalfSpend(int node) {
    return FROM + STEP * (node % STEPS);
  }
}
