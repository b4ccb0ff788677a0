package dev.bellwether.campaign.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.response.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WaterFillingTest {

  /** Saturating, linear (so that prices tie), with a kink, or bringing nothing at all. */
  sealed interface Shape extends Curve {
    record Hyperbola(double efficiency, double half) implements Shape {
      @Override
      public double at(double x) {
        return efficiency * x / (1 + x / half);
      }

      @Override
      public double slope(double x) {
        return efficiency / ((1 + x / half) * (1 + x / half));
      }
    }

    record Straight(double efficiency) implements Shape {
      @Override
      public double at(double x) {
        return efficiency * x;
      }

      @Override
      public double slope(double x) {
        return efficiency;
      }
    }

    record Kink(double efficiency, double full) implements Shape {
      @Override
      public double at(double x) {
        return efficiency * Math.min(x, full);
      }

      @Override
      public double slope(double x) {
        return x < full ? efficiency : 0;
      }
    }
  }

  record Problem(List<Bounded> lines, long budget, long seed) {}

  @Property(tries = 400)
  void theSplitIsExactToTheMicroWithinBoundsAndProvablyBest(@ForAll("problems") Problem problem) {
    Split split =
        assertInstanceOf(Split.class, WaterFilling.allocate(problem.lines(), problem.budget()));
    long spent = 0;
    for (int i = 0; i < split.micros().length; i++) {
      Bounded line = problem.lines().get(i);
      assertTrue(split.micros()[i] >= line.lowMicros() && split.micros()[i] <= line.highMicros());
      spent += split.micros()[i];
    }
    assertEquals(problem.budget(), spent);
    // A micro is worth at most its slope: what rounding may cost, and no more
    assertTrue(split.gap() <= 1e-9 + roundingCost(problem, split), () -> "gap " + split.gap());
  }

  @Property(tries = 200)
  void noOtherSplitBringsMore(@ForAll("problems") Problem problem) {
    Split split =
        assertInstanceOf(Split.class, WaterFilling.allocate(problem.lines(), problem.budget()));
    var random = new SplittableRandom(problem.seed());
    double slack = roundingCost(problem, split) * split.value() + 1e-9 * split.value();
    for (int attempt = 0; attempt < 10; attempt++) {
      assertTrue(value(problem, anySplit(problem, random)) <= split.value() + slack);
    }
  }

  @Property(tries = 200)
  void everyLineThatNoBoundHoldsHasThePricesSlope(@ForAll("smoothProblems") Problem problem) {
    Split split =
        assertInstanceOf(Split.class, WaterFilling.allocate(problem.lines(), problem.budget()));
    for (int i = 0; i < split.micros().length; i++) {
      Bounded line = problem.lines().get(i);
      double slope = line.curve().slope(split.micros()[i] / Line.MICROS);
      double near = 1e-3 * split.price() + 1e-6 * line.curve().slope(0);
      if (split.micros()[i] > line.lowMicros() + 1) {
        assertTrue(slope >= split.price() - near, slope + " below the price " + split.price());
      }
      if (split.micros()[i] < line.highMicros() - 1) {
        assertTrue(slope <= split.price() + near, slope + " above the price " + split.price());
      }
    }
  }

  @Test
  void equalCurvesShareEquallyToOneMicro() {
    Curve curve = new Shape.Hyperbola(0.3, 40);
    List<Bounded> lines =
        IntStream.range(0, 3).mapToObj(_ -> new Bounded(curve, 0, 100_000_000)).toList();
    Split split = assertInstanceOf(Split.class, WaterFilling.allocate(lines, 100_000_000));
    for (long micros : split.micros()) {
      assertTrue(Math.abs(micros - 33_333_333) <= 1);
    }
  }

  @Test
  void aBudgetOutsideTheBoundsIsNamedNotBent() {
    List<Bounded> lines =
        List.of(
            new Bounded(new Shape.Straight(1), 5, 10), new Bounded(new Shape.Straight(2), 5, 10));
    assertEquals(new BelowMinima(9, 10), WaterFilling.allocate(lines, 9));
    assertEquals(new AboveMaxima(21, 20), WaterFilling.allocate(lines, 21));
  }

  @Test
  void noLinesOrANegativeBudgetAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> WaterFilling.allocate(List.of(), 1));
    List<Bounded> one = List.of(new Bounded(new Shape.Straight(1), 0, 10));
    assertThrows(IllegalArgumentException.class, () -> WaterFilling.allocate(one, -1));
    assertThrows(IllegalArgumentException.class, () -> new Bounded(new Shape.Straight(1), 3, 2));
  }

  @Provide
  Arbitrary<Problem> problems() {
    Arbitrary<Curve> smooth = hyperbolas();
    Arbitrary<Curve> curves =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, smooth),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(new Shape.Straight(0))),
            net.jqwik.api.Tuple.of(1, Arbitraries.of(0.1, 0.2).map(Shape.Straight::new)),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.doubles().between(1, 500).map(f -> new Shape.Kink(0.2, f))));
    return problemsOf(curves);
  }

  @Provide
  Arbitrary<Problem> smoothProblems() {
    return problemsOf(hyperbolas());
  }

  private static Arbitrary<Curve> hyperbolas() {
    return Combinators.combine(
            Arbitraries.doubles().between(1e-4, 10).ofScale(6),
            Arbitraries.doubles().between(0.5, 5000))
        .as(Shape.Hyperbola::new);
  }

  private static Arbitrary<Problem> problemsOf(Arbitrary<Curve> curves) {
    Arbitrary<Bounded> lines =
        Combinators.combine(
                curves,
                Arbitraries.longs().between(0, 50_000_000),
                Arbitraries.longs().between(0, 900_000_000))
            .as((curve, low, room) -> new Bounded(curve, low, low + room));
    return Combinators.combine(
            lines.list().ofMinSize(1).ofMaxSize(500),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.longs())
        .as(WaterFillingTest::problem);
  }

  private static Problem problem(List<Bounded> lines, double share, long seed) {
    long least = lines.stream().mapToLong(Bounded::lowMicros).sum();
    long most = lines.stream().mapToLong(Bounded::highMicros).sum();
    return new Problem(lines, Math.min(most, least + (long) (share * (most - least))), seed);
  }

  private static long[] anySplit(Problem problem, SplittableRandom random) {
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, problem.lines().size()).boxed().toList());
    java.util.Collections.shuffle(order, new java.util.Random(random.nextLong()));
    long[] micros = problem.lines().stream().mapToLong(Bounded::lowMicros).toArray();
    long left = problem.budget() - problem.lines().stream().mapToLong(Bounded::lowMicros).sum();
    for (int pass = 0; left > 0; pass++) {
      for (int i : order) {
        long room = Math.min(left, problem.lines().get(i).highMicros() - micros[i]);
        long taken = pass > 0 ? room : (long) (room * random.nextDouble());
        micros[i] += taken;
        left -= taken;
      }
    }
    return micros;
  }

  private static double value(Problem problem, long[] micros) {
    double value = 0;
    for (int i = 0; i < micros.length; i++) {
      value += problem.lines().get(i).curve().at(micros[i] / Line.MICROS);
    }
    return value;
  }

  private static double roundingCost(Problem problem, Split split) {
    double steepest = problem.lines().stream().mapToDouble(l -> l.curve().slope(l.low())).sum();
    return split.value() > 0 ? 1e-12 + steepest / Line.MICROS / split.value() : 1;
  }
}
