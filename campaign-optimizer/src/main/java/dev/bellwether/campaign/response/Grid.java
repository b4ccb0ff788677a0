package dev.bellwether.campaign.response;

/**
 * The curves a fit weighs against each other: every form with half-efficiency spends from a
 * twentieth to fifty-five times what the ad set typically spends. Beyond either end the figures
 * could not tell the difference.
 */
final class Grid {

  private static final double FROM = -3;
  private static final double STEP = 0.25;
  private static final int STEPS = 29;

  static final int SIZE = Saturation.values().length * STEPS;

  private static final Saturation[] FORMS = Saturation.values();

  private Grid() {}

  static Saturation form(int node) {
    return FORMS[node / STEPS];
  }

  /** Logarithm of a node's half-efficiency spend. */
  static double logHalfSpend(int node, double typicalSpend) {
    return Math.log(typicalSpend) + FROM + STEP * (node % STEPS);
  }
}
