package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.response.Estimate;
import dev.bellwether.campaign.response.PosteriorCurve;
import dev.bellwether.campaign.response.ResponseModel;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.contracts.budget.PlanStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An account's curves for one day, to tell what a split that somebody else has made would bring:
 * the same figures that {@link Planner} gives of its own.
 */
public final class PricedAccount {

  private static final double MICROS = 1e6;

  private final AccountHistory history;
  private final Goal goal;
  private final LocalDate day;
  private final List<PosteriorCurve> curves;

  private PricedAccount(
      AccountHistory history, Goal goal, LocalDate day, List<PosteriorCurve> curves) {
    this.history = history;
    this.goal = goal;
    this.day = day;
    this.curves = curves;
  }

  /** What an ad set is to spend, and why; in the order of the account's ad sets. */
  public record Spend(long micros, String reason) {}

  /**
   * @param day null for the day after the last with figures
   * @throws UnplannableException where the goal has no figures
   */
  public static PricedAccount of(AccountHistory history, Goal goal, LocalDate day) {
    ResponseModel model = AccountModel.fit(history, goal);
    LocalDate on = day == null ? history.lastDay().plusDays(1) : day;
    return new PricedAccount(
        history,
        goal,
        on,
        history.adSets().stream()
            .map(s -> model.adSets().get(s.id()).times(model.adSetWeekdays().get(s.id()).on(on)))
            .toList());
  }

  /** What the next unit of currency brings at today's spend, by ad set. */
  public double[] marginalToday() {
    double[] marginal = new double[curves.size()];
    for (int i = 0; i < marginal.length; i++) {
      marginal[i] = curves.get(i).slope(history.adSets().get(i).todayMicros() / MICROS);
    }
    return marginal;
  }

  /**
   * The split as a plan that nobody has decided on yet. Its gap is held against the best split of
   * the same budget that {@link Planner} finds.
   *
   * @param spends one for each of the account's ad sets
   * @param scenario what the plan is of
   */
  public BudgetPlan plan(
      String workspace, String id, Instant now, List<Spend> spends, String scenario) {
    long budget = spends.stream().mapToLong(Spend::micros).sum();
    double scale = (double) budget / Math.max(1, history.todayMicros());
    double[] planned = new double[curves.size()];
    double[] unchanged = new double[curves.size()];
    for (int i = 0; i < planned.length; i++) {
      planned[i] = spends.get(i).micros() / MICROS;
      unchanged[i] = history.adSets().get(i).todayMicros() * scale / MICROS;
    }
    double units = AccountModel.contractUnits(goal);
    var expected = range(PosteriorCurve.total(curves, planned), units);
    return new BudgetPlan(
        BudgetPlan.SCHEMA_VERSION,
        workspace,
        history.account(),
        id,
        day,
        history.currency(),
        budget,
        goal,
        expected,
        range(PosteriorCurve.total(curves, unchanged), units),
        gap(expected.mean(), budget),
        now,
        lines(spends, units),
        null,
        null,
        scenario,
        null,
        PlanStatus.PROPOSED,
        null);
  }

  private static BudgetPlan.Range range(Estimate estimate, double units) {
    return new BudgetPlan.Range(
        estimate.low() * units, estimate.mean() * units, estimate.high() * units);
  }

  /** The best split's value is at most {@code mean / (1 − gap)}; where none is found, 1 says so. */
  private double gap(double value, long budget) {
    BudgetPlan best;
    try {
      best = Planner.plan("", "", Instant.EPOCH, history, new Planner.Request(budget, goal, day));
    } catch (UnplannableException e) {
      return 1; // what is given back may be more than three times what is left
    }
    double bound = best.expected().mean() / Math.max(Double.MIN_NORMAL, 1 - best.optimalityGap());
    return bound > 0 ? Math.clamp((bound - value) / bound, 0, 1) : 0;
  }

  private List<BudgetPlan.Line> lines(List<Spend> spends, double units) {
    List<BudgetPlan.Line> lines = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      AccountHistory.AdSet adSet = history.adSets().get(i);
      double spend = spends.get(i).micros() / MICROS;
      lines.add(
          new BudgetPlan.Line(
              adSet.campaign(),
              adSet.adSet(),
              adSet.segment(),
              adSet.todayMicros(),
              spends.get(i).micros(),
              range(curves.get(i).estimate(spend), units),
              curves.get(i).slope(spend) * units,
              spends.get(i).reason(),
              null,
              null));
    }
    return lines;
  }
}
