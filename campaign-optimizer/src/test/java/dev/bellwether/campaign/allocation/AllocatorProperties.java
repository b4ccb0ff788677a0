package dev.bellwether.campaign.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.response.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of any split: 10,000 random problems in all. */
class AllocatorProperties {

  private static final Objective MOST = new Objective.MostValue();

  @Property(tries = 3000)
  void smoothCurvesAreSplitExactlyAndProvablySo(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    Problem problem =
        Drawn.flat(Drawn.lines(1 + random.nextInt(60), random, Drawn::smooth), random);
    Split split = keeping(problem, MOST);
    assertTrue(split.gap() <= 1e-9 || tiny(problem), () -> "gap " + split.gap());
  }

  @Property(tries = 1600)
  void tiesKinksAndWorthlessLinesCostNoMoreThanAMicroALine(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    Problem problem = Drawn.flat(Drawn.lines(1 + random.nextInt(40), random, Drawn::rough), random);
    Split split = keeping(problem, MOST);
    double micros = problem.lines().stream().mapToDouble(AllocatorProperties::micro).sum();
    double lead = split.bound() - split.value();
    assertTrue(lead <= 1e-9 * split.bound() + micros, () -> "lead " + lead);
  }

  @Property(tries = 2000)
  void nestedBudgetsAreKeptToTheMicroAndFilledExactly(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    Problem problem =
        Drawn.grouped(Drawn.lines(1 + random.nextInt(40), random, Drawn::smooth), random);
    Split split = keeping(problem, MOST);
    double micros = problem.lines().stream().mapToDouble(AllocatorProperties::micro).sum();
    assertTrue(
        split.bound() - split.value() <= 1e-9 * split.bound() + 1e-3 * micros,
        () -> "gap " + split.gap());
  }

  @Property(tries = 1000)
  void theScaleOfMoneyAndOfValueDoesNotMatter(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    double wide = Math.pow(10, random.nextDouble(-5, 9));
    double tall = Math.pow(10, random.nextDouble(-12, 12));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double half = wide * random.nextDouble(0.5, 2);
      Curve curve =
          i % 2 == 0
              ? new Shape.Hyperbola(tall * random.nextDouble(0.5, 2), half)
              : new Shape.Hill(tall * wide, half, random.nextDouble(1.2, 3));
      lines.add(new Line("line " + i, curve, 0, 1 + (long) (3 * half * Line.MICROS)));
    }
    keeping(Drawn.flat(lines, random), MOST);
  }

  @Property(tries = 1000)
  void noSplitOnAFineGridBeatsOneOfSShapes(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    Problem problem = onGrid(random);
    Split split = keeping(problem, MOST);
    double best = bestOnGrid(problem);
    assertTrue(best <= split.bound() * (1 + 1e-12), () -> best + " is above " + split.bound());
    assertTrue(best <= split.value() * (1 + 1e-6), () -> best + " is above " + split.value());
    assertTrue(split.gap() <= 1e-6, () -> "gap " + split.gap());
  }

  @Property(tries = 500)
  void sShapesInNestedBudgetsAreProvenToo(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    Problem problem =
        Drawn.grouped(Drawn.lines(1 + random.nextInt(25), random, Drawn::bent), random);
    Split split = keeping(problem, MOST);
    assertTrue(split.gap() <= 0.005, () -> "gap " + split.gap());
  }

  @Property(tries = 100)
  void aCurveThatIsNeitherConcaveNorSShapedStillGetsATrueBound(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      var near = new Shape.Hill(3 * random.nextDouble(), random.nextDouble(5, 20), 5);
      var far = new Shape.Hill(6 * random.nextDouble(), random.nextDouble(60, 150), 6);
      lines.add(new Line("line " + i, new Shape.Stairs(near, far), 0, 180 * STEP));
    }
    Problem problem = Problem.of(lines, random.nextLong(20, 400) * STEP);
    Split split = keeping(problem, MOST);
    double best = bestOnGrid(problem);
    assertTrue(best <= split.bound() * (1 + 1e-12), () -> best + " is above " + split.bound());
    assertTrue(best <= split.value() * 1.005, () -> best + " is above " + split.value());
  }

  @Property(tries = 400)
  void aTargetCostIsKeptAndNoCurrencyThatKeepsItIsLeft(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    Problem problem = interval(random);
    Split most = keeping(problem, MOST);
    double cost = most.totalMicros() / Line.MICROS / most.value() * random.nextDouble(0.5, 1.1);
    Split split = keeping(problem, new Objective.CostAtMost(cost));
    double spent = split.totalMicros() / Line.MICROS;
    assertTrue(spent <= cost * split.value() * (1 + 1e-9));
    assertTrue(split.gap() <= 1e-6, () -> "gap " + split.gap());
    for (int k = 1; k <= 5; k++) {
      long total = Drawn.between(split.totalMicros(), most.totalMicros(), random);
      Split more = keeping(Problem.of(problem.lines(), total), MOST);
      boolean affordable = total / Line.MICROS <= cost * more.value();
      assertTrue(!affordable || more.value() <= split.bound() * (1 + 1e-9));
    }
  }

  @Property(tries = 400)
  void aVolumeIsReachedWithTheLeastThatReachesIt(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    Problem problem = interval(random);
    double value = keeping(problem, MOST).value() * random.nextDouble(0.1, 0.95);
    Split split = keeping(problem, new Objective.LeastSpend(value));
    assertTrue(split.value() >= value * (1 - 1e-9));
    assertTrue(split.gap() <= 1e-6, () -> "gap " + split.gap());
    long less = (long) (split.bound() * Line.MICROS * (1 - 1e-6));
    assertTrue(keeping(Problem.of(problem.lines(), less), MOST).value() <= value);
  }

  private static final long STEP = 1_000_000;

  private static Problem interval(SplittableRandom random) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Curve curve = i % 2 == 0 ? Drawn.smooth(random) : Drawn.hill(random);
      lines.add(new Line("line " + i, curve, 0, random.nextLong(10, 300) * STEP));
    }
    return new Problem(lines, List.of(), 0, random.nextLong(100, 1000) * STEP);
  }

  private static Split keeping(Problem problem, Objective objective) {
    Split split = assertInstanceOf(Split.class, Allocator.solve(problem, objective));
    assertEquals(List.of(), Drawn.broken(problem, split.micros()));
    assertEquals(Drawn.value(problem, split.micros()), split.value(), 1e-9 * split.value());
    return split;
  }

  /** Where all of the budget is some micros, a micro is too large a piece. */
  private static boolean tiny(Problem problem) {
    return problem.mostMicros() < 1_000L * problem.lines().size();
  }

  private static double micro(Line line) {
    return line.curve().slope(line.low()) / Line.MICROS;
  }

  private static Problem onGrid(SplittableRandom random) {
    List<Line> lines = new ArrayList<>();
    long least = 0;
    long most = 0;
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      long low = random.nextInt(3) == 0 ? random.nextInt(60) : 0;
      long high = low + random.nextInt(150);
      least += low;
      most += high;
      lines.add(new Line("line " + i, Drawn.bent(random), low * STEP, high * STEP));
    }
    return Problem.of(lines, Drawn.between(least, most, random) * STEP);
  }

  /** By dynamic programming over whole units of currency. */
  private static double bestOnGrid(Problem problem) {
    int total = (int) (problem.mostMicros() / STEP);
    double[] best = new double[total + 1];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    for (Line line : problem.lines()) {
      int low = (int) (line.lowMicros() / STEP);
      int high = (int) (line.highMicros() / STEP);
      double[] next = new double[total + 1];
      Arrays.fill(next, Double.NEGATIVE_INFINITY);
      for (int x = low; x <= Math.min(high, total); x++) {
        double brings = line.curve().at(x);
        for (int t = 0; t + x <= total; t++) {
          next[t + x] = Math.max(next[t + x], best[t] + brings);
        }
      }
      best = next;
    }
    return best[total];
  }
}
