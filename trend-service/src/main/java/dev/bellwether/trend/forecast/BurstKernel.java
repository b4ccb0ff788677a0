package dev.bellwether.trend.forecast;

/**
 * How attention wears off: a rate that falls as a power of age, (age + delay)^-decay, as the views,
 * retweets and mentions of an outside event do (Crane and Sornette, PNAS 2008; SEISMIC, KDD 2015,
 * uses the same kernel).
 *
 * @param decay above 0, not 1
 * @param delay hours in which it does not yet fall much, above 0
 */
record BurstKernel(double decay, double delay) {

  /** Share of mentions between two ages in hours; only the ratio of two shares means anything. */
  double between(double from, double to) {
    return (Math.pow(to + delay, 1 - decay) - Math.pow(from + delay, 1 - decay)) / (1 - decay);
  }
}
