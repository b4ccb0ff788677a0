package dev.bellwether.campaign.response;

/**
 * How long what was learned counts. Several memories of an efficiency are kept and weighed by how
 * well each foretells: a market that drifts wants a long one, a market that has shifted a short
 * one.
 *
 * @param levels kept of what is known of an efficiency, per day; each in (0, 1]
 * @param form kept of what is known of a curve's form, per day; in (0, 1]
 * @param change probability a day that another memory is the right one; in [0, 1)
 */
record Memory(double[] levels, double form, double change) {

  /** What ships. */
  static final Memory STANDARD = new Memory(new double[] {0.99, 0.96, 0.85}, 0.995, 0.01);

  /** Forgets nothing: for weighing whole pasts against each other. */
  static final Memory OF_LIKELIHOOD = new Memory(new double[] {0.97}, 1, 0);
}
