package dev.bellwether.campaign.measure.allocate;

import dev.bellwether.campaign.allocation.Line;
import dev.bellwether.campaign.allocation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Accounts as the field's tools meet them: Hill curves around a history of spend, bounds of 0 to 5
 * times that history, and about as much to spend as so far.
 */
final class RandomProblems {

  private static final double MICROS = 1e6;
  private static final double MOST = 5;

  private RandomProblems() {}

  /** Whether curves are concave (shape 1) or S-shaped (shapes 1.3 to 4). */
  enum Shape {
    CONCAVE,
    S
  }

  static Problem of(int lines, Shape shape, long seed) {
    var random = new SplittableRandom(seed);
    List<Line> all = new ArrayList<>(lines);
    double spent = 0;
    for (int i = 0; i < lines; i++) {
      double history = Math.exp(4 + random.nextGaussian());
      double half = history * Math.exp(0.7 * random.nextGaussian());
      double bends = shape == Shape.CONCAVE ? 1 : random.nextDouble(1.3, 4);
      double efficiency = 0.05 * Math.exp(0.6 * random.nextGaussian());
      var curve = new Hill(2 * efficiency * half, half, bends);
      all.add(new Line("line " + i, curve, 0, Math.round(MOST * history * MICROS)));
      spent += history;
    }
    long budget = Math.round(spent * random.nextDouble(0.5, 1.5) * MICROS);
    return Problem.of(all, budget);
  }
}
