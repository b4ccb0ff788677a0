package dev.bellwether.campaign.plan;

/** Sums and products that stay within what the allocator takes. */
final class Micros {

  static final long MOST = 1_000_000_000_000_000_000L;

  static final double UNIT = 1e6;

  private Micros() {}

  static long times(long micros, int times) {
    return micros > MOST / Math.max(1, times) ? MOST : micros * times;
  }

  static long plus(long a, long b) {
    return Math.min(MOST, Math.min(a, MOST) + Math.min(b, MOST));
  }

  /** One of so many equal parts, rounded up. */
  static long parts(long micros, int parts) {
    return (micros + parts - 1) / parts;
  }

  static long sum(long[] micros) {
    long sum = 0;
    for (long m : micros) {
      sum = plus(sum, m);
    }
    return sum;
  }

  /**
   * Splits an amount by weights: shares of the running sum, each rounded, so that the parts add up
   * to it.
   */
  static long[] split(long micros, double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    long[] parts = new long[weights.length];
    double passed = 0;
    long given = 0;
    for (int i = 0; i < parts.length; i++) {
      passed += weights[i];
      long until =
          i == parts.length - 1 || !(total > 0)
              ? micros
              : Math.clamp(Math.round(micros * (passed / total)), given, micros);
      parts[i] = until - given;
      given = until;
    }
    return parts;
  }
}
