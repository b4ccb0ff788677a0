package dev.bellwether.campaign.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns exact spends into whole micros that add up to the budget, by largest remainder, within the
 * bounds.
 */
final class Rounding {

  private Rounding() {}

  static long[] toMicros(List<Bounded> lines, double[] spends, long budgetMicros) {
    long[] micros = new long[spends.length];
    double[] remainders = new double[spends.length];
    long left = budgetMicros;
    for (int i = 0; i < micros.length; i++) {
      double exact = spends[i] * Split.MICROS;
      Bounded line = lines.get(i);
      micros[i] = Math.clamp((long) Math.floor(exact), line.lowMicros(), line.highMicros());
      remainders[i] = exact - micros[i];
      left -= micros[i];
    }
    List<Integer> order =
        IntStream.range(0, micros.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -remainders[i]))
            .toList();
    left = spread(lines, micros, left > 0 ? order : order.reversed(), left, 1);
    // What doubles could not hold of a very large budget goes wherever there is room
    left = spread(lines, micros, order, left, Long.MAX_VALUE);
    if (left != 0) {
      throw new IllegalStateException("the bounds leave no room for " + left + " micros");
    }
    return micros;
  }

  /**
   * Adds (or takes) up to {@code most} micros a line, in order; returns what is still left over.
   */
  private static long spread(
      List<Bounded> lines, long[] micros, List<Integer> order, long over, long most) {
    long left = over;
    for (int i : order) {
      Bounded line = lines.get(i);
      long change =
          left >= 0
              ? Math.min(Math.min(left, most), line.highMicros() - micros[i])
              : -Math.min(Math.min(-left, most), micros[i] - line.lowMicros());
      micros[i] += change;
      left -= change;
    }
    return left;
  }
}
