package dev.bellwether.campaign.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.response.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What other allocators are reported to get wrong, what cannot be kept, and bad input. */
class AllocatorTest {

  private static final Objective MOST = new Objective.MostValue();
  private static final Curve STEEP = new Shape.Hyperbola(0.3, 40);
  private static final Curve FLAT = new Shape.Hyperbola(0.1, 40);

  @Test
  void equalCurvesShareEquallyToOneMicro() {
    List<Line> lines = lines(3, STEEP, 0, 100_000_000);
    for (long micros : split(Problem.of(lines, 100_000_000)).micros()) {
      assertTrue(Math.abs(micros - 33_333_333) <= 1);
    }
  }

  @Test
  void unequalCurvesDoNotGetTheEqualSplit() {
    var lines =
        List.of(new Line("good", STEEP, 0, 100_000_000), new Line("poor", FLAT, 0, 100_000_000));
    long[] micros = split(Problem.of(lines, 60_000_000)).micros();
    assertTrue(micros[0] > 2 * micros[1], micros[0] + " and " + micros[1]);
  }

  @Test
  void aFixedLineStaysAndTheOthersShareTheRest() {
    var lines = new ArrayList<>(lines(4, STEEP, 0, 100_000_000));
    lines.set(2, new Line("fixed", FLAT, 7_654_321, 7_654_321));
    Split split = split(Problem.of(lines, 90_000_000));
    assertEquals(7_654_321, split.micros()[2]);
    assertEquals(90_000_000, split.totalMicros());
    assertEquals(Held.FIXED, split.held().get(2));
    assertEquals(Held.NONE, split.held().get(0));
  }

  @Test
  void aBudgetIsSpentToTheMicroWhateverTheBounds() {
    List<Line> lines = lines(7, STEEP, 1_000_001, 3_000_007);
    assertEquals(7_000_007, split(Problem.of(lines, 7_000_007)).totalMicros());
    assertEquals(7_000_008, split(Problem.of(lines, 7_000_008)).totalMicros());
    assertEquals(21_000_049, split(Problem.of(lines, 21_000_049)).totalMicros());
  }

  @Test
  void aGroupHoldsItsLinesAndSaysSo() {
    List<Line> lines = lines(4, STEEP, 0, 100_000_000);
    var group = new Group("brand", List.of(0, 1), List.of(), 0, 10_000_000);
    Split split = split(new Problem(lines, List.of(group), 80_000_000, 80_000_000));
    assertEquals(10_000_000, split.micros()[0] + split.micros()[1]);
    assertEquals(new Held(Held.By.GROUP, "brand"), split.held().get(0));
    assertEquals(Held.NONE, split.held().get(3));
    assertTrue(split.gap() <= 1e-9);
  }

  @Test
  void minimaAboveABudgetAreNamedAsFewAsWillDo() {
    var lines = new ArrayList<>(lines(50, STEEP, 1_000_000, 100_000_000));
    lines.add(new Line("large", STEEP, 40_000_000, 100_000_000));
    lines.add(new Line("larger", STEEP, 70_000_000, 100_000_000));
    var answer = Allocator.solve(Problem.of(lines, 100_000_000), MOST);
    assertEquals(
        new Infeasible(
            List.of(
                new Clash.Most(Clash.Scope.BUDGET, "budget", 100_000_000),
                new Clash.Least(Clash.Scope.LINE, "larger", 70_000_000),
                new Clash.Least(Clash.Scope.LINE, "large", 40_000_000))),
        answer);
  }

  @Test
  void aGroupsMinimumStandsForThoseOfItsLines() {
    List<Line> lines = lines(4, STEEP, 20_000_000, 100_000_000);
    var group = new Group("brand", List.of(0, 1, 2), List.of(), 55_000_000, Long.MAX_VALUE);
    var answer = Allocator.solve(new Problem(lines, List.of(group), 50_000_000, 50_000_000), MOST);
    assertEquals(
        new Infeasible(
            List.of(
                new Clash.Most(Clash.Scope.BUDGET, "budget", 50_000_000),
                new Clash.Least(Clash.Scope.GROUP, "brand", 55_000_000))),
        answer);
  }

  @Test
  void aBudgetAboveTheMaximaNamesThem() {
    List<Line> lines = lines(2, STEEP, 0, 10_000_000);
    var group = new Group("brand", List.of(0), List.of(), 0, 4_000_000);
    var answer = Allocator.solve(new Problem(lines, List.of(group), 15_000_000, 15_000_000), MOST);
    assertEquals(
        new Infeasible(
            List.of(
                new Clash.Least(Clash.Scope.BUDGET, "budget", 15_000_000),
                new Clash.Most(Clash.Scope.LINE, "line 1", 10_000_000),
                new Clash.Most(Clash.Scope.GROUP, "brand", 4_000_000))),
        answer);
  }

  @Test
  void aVolumeOutOfReachSaysWhatIsReachableAndWhatHoldsIt() {
    var problem = new Problem(lines(5, STEEP, 0, 100_000_000), List.of(), 0, 20_000_000);
    var answer =
        assertInstanceOf(Infeasible.class, Allocator.solve(problem, new Objective.LeastSpend(20)));
    double reachable = split(problem).value();
    var value = assertInstanceOf(Clash.Value.class, answer.clashes().getFirst());
    assertEquals(20, value.asked());
    assertEquals(reachable, value.reachable(), 1e-9);
    assertEquals(
        List.of(new Clash.Most(Clash.Scope.BUDGET, "budget", 20_000_000)),
        answer.clashes().subList(1, answer.clashes().size()));
  }

  @Test
  void aCostThatMinimaForbidNamesThem() {
    var lines = new ArrayList<>(lines(3, STEEP, 0, 100_000_000));
    lines.add(new Line("dear", new Shape.Hyperbola(0.01, 5), 30_000_000, 100_000_000));
    var problem = new Problem(lines, List.of(), 0, 200_000_000);
    var answer =
        assertInstanceOf(Infeasible.class, Allocator.solve(problem, new Objective.CostAtMost(3.6)));
    assertInstanceOf(Clash.Cost.class, answer.clashes().getFirst());
    assertEquals(
        List.of(new Clash.Least(Clash.Scope.LINE, "dear", 30_000_000)),
        answer.clashes().subList(1, answer.clashes().size()));
  }

  @Test
  void aMarginalReturnIsWhereSpendingStops() {
    var problem = new Problem(lines(3, STEEP, 0, 500_000_000), List.of(), 0, Long.MAX_VALUE);
    var answer = Allocator.solve(problem, new Objective.MarginalAtLeast(0.1));
    Split split = assertInstanceOf(Split.class, answer);
    for (long micros : split.micros()) {
      assertEquals(0.1, STEEP.slope(micros / Line.MICROS), 1e-6);
    }
  }

  @Test
  void nothingToSpendOrNothingToGainIsStillASplit() {
    assertEquals(0, split(Problem.of(lines(3, STEEP, 0, 10), 0)).totalMicros());
    Curve nothing = new Shape.Straight(0);
    Split split = split(Problem.of(lines(3, nothing, 0, 1_000_000), 1_500_000));
    assertEquals(1_500_000, split.totalMicros());
    assertEquals(0, split.gap());
  }

  @Test
  void aBudgetOfABillionUnitsOverAHundredThousandLinesIsKeptToTheMicro() {
    List<Line> lines =
        IntStream.range(0, 100_000)
            .mapToObj(
                i ->
                    new Line(
                        "line " + i,
                        new Shape.Hyperbola(0.01 + i * 1e-6, 1000 + i),
                        i,
                        Long.MAX_VALUE))
            .toList();
    Problem problem = Problem.of(lines, 1_000_000_000_000_007L);
    Split split = split(problem);
    assertEquals(List.of(), Drawn.broken(problem, split.micros()));
    assertTrue(split.gap() <= 1e-9, () -> "gap " + split.gap());
  }

  @Test
  void whatMakesNoSenseIsNamed() {
    refused("line a", () -> new Line("a", STEEP, -1, 5));
    refused("line a", () -> new Line("a", STEEP, 6, 5));
    refused("lines", () -> Problem.of(List.of(), 1));
    refused("the budget", () -> Problem.of(lines(1, STEEP, 0, 1), -1));
    refused("target cost", () -> new Objective.CostAtMost(Double.NaN));
    refused("target volume", () -> new Objective.LeastSpend(-3));
    refused("line 7", () -> solve(new Group("g", List.of(7), List.of(), 0, 1)));
    refused(
        "two groups",
        () ->
            solve(
                new Group(
                    "g", List.of(0), List.of(new Group("h", List.of(0), List.of(), 0, 1)), 0, 1)));
  }

  @Test
  void aCurveThatIsNoneIsNamedWithItsLine() {
    for (double bad : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
      Curve curve = new Shape.Straight(bad);
      refused("line 1", () -> split(Problem.of(List.of(line(0, STEEP), line(1, curve)), 5)));
    }
  }

  private static Line line(int number, Curve curve) {
    return new Line("line " + number, curve, 0, 10_000_000);
  }

  private static Allocation solve(Group group) {
    return Allocator.solve(new Problem(lines(1, STEEP, 0, 1), List.of(group), 0, 1), MOST);
  }

  private static void refused(String said, org.junit.jupiter.api.function.Executable what) {
    var refusal = assertThrows(IllegalArgumentException.class, what);
    assertTrue(refusal.getMessage().contains(said), refusal.getMessage());
  }

  private static Split split(Problem problem) {
    return assertInstanceOf(Split.class, Allocator.solve(problem, MOST));
  }

  private static List<Line> lines(int count, Curve curve, long low, long high) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Line("line " + i, curve, low, high))
        .toList();
  }
}
