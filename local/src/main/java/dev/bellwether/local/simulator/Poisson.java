package dev.bellwether.local.simulator;

import java.util.random.RandomGenerator;

/** Draws from a Poisson distribution. */
final class Poisson {
  /** Above this mean the normal approximation is close enough, and exp(-mean) is not yet lost. */
  private static final double LARGE = 400;

  private Poisson() {}

  /** Knuth's product of uniforms (TAOCP 2, 3.4.1). */
  static int sample(double mean, RandomGenerator random) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > LARGE) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
