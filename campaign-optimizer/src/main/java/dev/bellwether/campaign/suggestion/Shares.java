package dev.bellwether.campaign.suggestion;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits whole amounts by weights, to the unit, by largest remainder (Hamilton). */
final class Shares {

  private Shares() {}

  /**
   * As many amounts as there are weights; they add up to {@code whole}, and none is off its exact
   * share by 1 or more (but for what doubles cannot hold of more than 2^53).
   *
   * @param whole zero or more
   * @param weights zero or more each, of which one is above zero
   * @throws IllegalArgumentException outside of that
   */
  static long[] of(long whole, long[] weights) {
    double all = 0;
    for (long weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException("a weight is negative");
      }
      all += weight;
    }
    if (!(all > 0) || whole < 0) {
      throw new IllegalArgumentException("an amount of zero or more is shared by some weight");
    }
    long[] parts = new long[weights.length];
    double[] remainders = new double[weights.length];
    long left = whole;
    for (int i = 0; i < parts.length; i++) {
      double exact = whole * (weights[i] / all);
      parts[i] = Math.min((long) Math.floor(exact), left);
      remainders[i] = weights[i] > 0 ? exact - parts[i] : -1;
      left -= parts[i];
    }
    var order =
        IntStream.range(0, parts.length)
            .filter(i -> weights[i] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -remainders[i]))
            .toList();
    for (int i = 0; left > 0; i = (i + 1) % order.size()) {
      long more = Math.max(1, left / order.size());
      parts[order.get(i)] += more;
      left -= more;
    }
    return parts;
  }
}
