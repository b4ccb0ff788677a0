package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.allocation.AboveMaxima;
import dev.bellwether.campaign.allocation.BelowMinima;
import dev.bellwether.campaign.allocation.Bounded;
import dev.bellwether.campaign.allocation.Split;
import dev.bellwether.campaign.allocation.WaterFilling;
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

/** Makes a budget plan of an account's figures. */
public final class Planner {

  /**
   * No line goes above this multiple of today's spend: beyond it a curve is a guess. Who wants more
   * plans again when the figures of the first step are in.
   */
  static final int MOST = 3;

  /**
   * No line goes below this share of today's spend (less where the whole budget is cut): a line at
   * zero teaches nothing.
   */
  static final double LEAST = 0.2;

  private static final double MICROS = 1e6;

  private Planner() {}

  /**
   * What is asked for.
   *
   * @param budgetMicros null for what is spent today
   * @param day null for the day after the last with figures
   */
  public record Request(Long budgetMicros, Goal goal, LocalDate day) {}

  /**
   * Splits the budget so that the fitted curves bring the most.
   *
   * @throws UnplannableException when nothing is spent at present, the budget is out of reach, or
   *     the goal has no figures
   */
  public static BudgetPlan plan(
      String workspace, String id, Instant now, AccountHistory history, Request request) {
    long today = history.todayMicros();
    if (today == 0) {
      throw new UnplannableException(
          "account",
          "Nothing was spent on "
              + history.account()
              + " in its last days with figures, so there is no split to improve.");
    }
    long budget = request.budgetMicros() == null ? today : request.budgetMicros();
    LocalDate day = request.day() == null ? history.lastDay().plusDays(1) : request.day();
    ResponseModel model = AccountModel.fit(history, request.goal());
    double weekday = model.weekdays().on(day);
    List<PosteriorCurve> curves =
        history.adSets().stream().map(s -> model.adSets().get(s.id()).times(weekday)).toList();
    double scale = (double) budget / today;
    Split split = split(history, curves, budget, scale);
    double[] planned = new double[curves.size()];
    double[] unchanged = new double[curves.size()];
    for (int i = 0; i < planned.length; i++) {
      planned[i] = split.micros()[i] / MICROS;
      unchanged[i] = history.adSets().get(i).todayMicros() * scale / MICROS;
    }
    double units = AccountModel.contractUnits(request.goal());
    return new BudgetPlan(
        BudgetPlan.SCHEMA_VERSION,
        workspace,
        history.account(),
        id,
        day,
        history.currency(),
        budget,
        request.goal(),
        range(PosteriorCurve.total(curves, planned), units),
        range(PosteriorCurve.total(curves, unchanged), units),
        split.gap(),
        now,
        lines(history, request.goal(), curves, split, scale),
        null,
        null,
        null,
        null,
        PlanStatus.PROPOSED,
        null);
  }

  private static Split split(
      AccountHistory history, List<PosteriorCurve> curves, long budget, double scale) {
    List<Bounded> lines = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      long today = history.adSets().get(i).todayMicros();
      lines.add(new Bounded(curves.get(i), least(today, scale), MOST * today));
    }
    WaterFilling.Outcome allocation = WaterFilling.allocate(lines, budget);
    return switch (allocation) {
      case Split split -> split;
      case AboveMaxima above ->
          throw new UnplannableException(
              "budget",
              "The budget is more than the ad sets may take: each at most %d times what it spends today, %s together. "
                      .formatted(MOST, Amounts.money(above.mostMicros(), history.currency()))
                  + "Plan that or less now, and again when its figures are in.");
      case BelowMinima below ->
          throw new UnplannableException(
              "budget",
              "The budget is below what the ad sets must keep, %s together."
                  .formatted(Amounts.money(below.leastMicros(), history.currency())));
    };
  }

  private static long least(long today, double scale) {
    return (long) Math.floor(LEAST * Math.min(1, scale) * today);
  }

  private static List<BudgetPlan.Line> lines(
      AccountHistory history, Goal goal, List<PosteriorCurve> curves, Split split, double scale) {
    double units = AccountModel.contractUnits(goal);
    List<BudgetPlan.Line> lines = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      AccountHistory.AdSet adSet = history.adSets().get(i);
      double spend = split.micros()[i] / MICROS;
      double marginal = curves.get(i).slope(spend);
      long low = least(adSet.todayMicros(), scale);
      var move =
          new Reasons.Move(
              adSet.todayMicros(),
              split.micros()[i],
              low,
              marginal,
              split.price(),
              adSet.activeDays());
      lines.add(
          new BudgetPlan.Line(
              adSet.campaign(),
              adSet.adSet(),
              adSet.segment(),
              adSet.todayMicros(),
              split.micros()[i],
              range(curves.get(i).estimate(spend), units),
              marginal * units,
              Reasons.of(move, goal, history.currency()),
              null,
              null));
    }
    return lines;
  }

  static BudgetPlan.Range range(Estimate estimate, double units) {
    return new BudgetPlan.Range(
        estimate.low() * units, estimate.mean() * units, estimate.high() * units);
  }
}
