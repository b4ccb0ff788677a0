package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.learning.ExplorationSettings;
import dev.bellwether.campaign.learning.ExploringSplit;
import dev.bellwether.campaign.response.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/** Decides what is spent to learn rather than to earn: floors under lines. */
final class ExplorationFloors {

  private final FittedAccount account;
  private final PlanTerms terms;
  private final Horizon horizon;
  private final List<LineLimits> limits;

  /** Splits the same budget by other curves. */
  interface Solver {
    Answer solve(List<LineLimits> limits, IntFunction<? extends Curve> curves);
  }

  ExplorationFloors(
      FittedAccount account, PlanTerms terms, Horizon horizon, List<LineLimits> limits) {
    this.account = account;
    this.terms = terms;
    this.horizon = horizon;
    this.limits = limits;
  }

  /**
   * Floors over the whole period by line, from its low to its high; above what {@code without}
   * plans they add up to at most {@code capMicros}. The same request gives the same floors.
   */
  long[] floors(Draft without, long capMicros, Solver solver) {
    int n = account.size();
    double[] best = new double[n];
    List<ExploringSplit.Arm> arms = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      best[i] = without.plannedMicros(i);
      arms.add(new ExploringSplit.Arm(account.curves().get(i), account.adSet(i).activeDays()));
    }
    var exploring = new ExploringSplit(ExplorationSettings.STANDARD, seed());
    double[] wanted =
        exploring.floors(arms, best, capMicros, curves -> totals(solver, curves, best));
    long[] floors = new long[n];
    for (int i = 0; i < n; i++) {
      LineLimits limit = limits.get(i);
      floors[i] =
          limit.isClosed()
              ? limit.periodLow()
              : Math.clamp((long) Math.floor(wanted[i]), limit.periodLow(), limit.periodHigh());
    }
    return floors;
  }

  private double[] totals(Solver solver, List<? extends Curve> curves, double[] otherwise) {
    return switch (solver.solve(limits, curves::get)) {
      case Answer.Solved solved ->
          Arrays.stream(solved.micros()).mapToDouble(Micros::sum).toArray();
      case Answer.Clashing _ -> otherwise.clone();
    };
  }

  /** Another day draws anew. */
  private long seed() {
    return Objects.hash(account.history().account(), horizon.last(), terms.goal());
  }
}
