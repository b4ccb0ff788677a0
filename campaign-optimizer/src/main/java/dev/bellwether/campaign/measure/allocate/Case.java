package dev.bellwether.campaign.measure.allocate;

import dev.bellwether.campaign.allocation.Allocator;
import dev.bellwether.campaign.allocation.Objective;
import dev.bellwether.campaign.allocation.Problem;
import dev.bellwether.campaign.allocation.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Figures of random problems of one size and shape.
 *
 * @param gap the worst to the dual bound, as a share
 * @param violations problems whose split breaks a bound or the budget
 * @param millis median of a split, after warm-up
 * @param peerGap the general solver's worst to the same bounds; null where it was not run
 * @param peerMillis its median; null where it was not run
 */
record Case(
    int n,
    String shape,
    double gap,
    int violations,
    double millis,
    Double peerGap,
    Double peerMillis) {

  private static final long WARM_UP_NANOS = 1_500_000_000L;
  private static final int PEER_PROBLEMS = 20;
  private static final Objective MOST = new Objective.MostValue();

  static Case measure(int n, RandomProblems.Shape shape, long firstSeed) {
    List<Problem> problems = new ArrayList<>();
    int count = n <= 200 ? 1000 : n <= 10_000 ? 50 : 5;
    for (int i = 0; i < count; i++) {
      problems.add(RandomProblems.of(n, shape, firstSeed + i));
    }
    long begin = System.nanoTime();
    for (int i = 0; System.nanoTime() - begin < WARM_UP_NANOS; i++) {
      Allocator.solve(problems.get(i % count), MOST);
    }
    double[] millis = new double[count];
    double[] bounds = new double[count];
    double gap = 0;
    int violations = 0;
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      var answer = Allocator.solve(problems.get(i), MOST);
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (answer instanceof Split split && kept(problems.get(i), split.micros())) {
        gap = Math.max(gap, split.gap());
        bounds[i] = split.bound();
      } else {
        violations++;
      }
    }
    String name = shape.name().toLowerCase(Locale.ROOT);
    return new Case(n, name, gap, violations, median(millis), null, null).beside(problems, bounds);
  }

  private Case beside(List<Problem> problems, double[] bounds) {
    if (n > SqpPeer.LARGEST) {
      return this;
    }
    int count = Math.min(PEER_PROBLEMS, problems.size());
    double[] peerMillis = new double[count];
    double worst = 0;
    for (int i = 0; i < 2 * count; i++) {
      long start = System.nanoTime();
      double value = SqpPeer.value(problems.get(i % count));
      peerMillis[i % count] = (System.nanoTime() - start) / 1e6;
      worst = Math.max(worst, (bounds[i % count] - value) / bounds[i % count]);
    }
    return new Case(n, shape, gap, violations, millis, worst, median(peerMillis));
  }

  private static boolean kept(Problem problem, long[] micros) {
    long total = 0;
    for (int i = 0; i < micros.length; i++) {
      var line = problem.lines().get(i);
      if (micros[i] < line.lowMicros() || micros[i] > line.highMicros()) {
        return false;
      }
      total += micros[i];
    }
    return total >= problem.leastMicros() && total <= problem.mostMicros();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
