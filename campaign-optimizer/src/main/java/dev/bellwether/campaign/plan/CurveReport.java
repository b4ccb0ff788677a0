package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.response.PosteriorCurve;
import dev.bellwether.campaign.response.ResponseModel;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.Goal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fitted curves of an account, as points to draw. Returns are of a mean weekday, in units of
 * the goal (conversions, or micros of revenue); spends are a day's.
 *
 * @param lastDay the last day the fit has seen
 * @param weekdays what a day brings in units of the mean day, Monday first
 * @param dispersion variance of a day's return in units of its mean; 1 is Poisson
 */
public record CurveReport(
    String account,
    String currency,
    Goal goal,
    LocalDate lastDay,
    List<Double> weekdays,
    double dispersion,
    List<AdSetCurve> adSets,
    List<SegmentCurve> segments) {

  private static final double MICROS = 1e6;
  private static final int POINTS = 16;

  /**
   * @param days with spend
   * @param todayMicros mean daily spend at present
   */
  public record AdSetCurve(
      String campaign, String adSet, Segment segment, int days, long todayMicros, Drawn curve) {}

  /**
   * What to expect of one more ad set of the segment.
   *
   * @param adSets how many it is pooled from
   */
  public record SegmentCurve(Segment segment, int adSets, Drawn curve) {}

  /**
   * @param form the likeliest form of saturation
   * @param firstUnitReturn units of the goal the first unit of currency brings
   * @param halfEfficiencySpendMicros where a unit of currency brings half of what it would without
   *     saturation
   */
  public record Drawn(
      String form, double firstUnitReturn, long halfEfficiencySpendMicros, List<Point> points) {}

  /**
   * The return of a day's spend with its 90 % interval, and what the next unit of currency would
   * add.
   */
  public record Point(long spendMicros, BudgetPlan.Range expected, double marginalReturn) {}

  /**
   * @throws UnplannableException where the goal has no figures
   */
  public static CurveReport of(AccountHistory history, Goal goal) {
    ResponseModel model = AccountModel.fit(history, goal);
    List<AdSetCurve> adSets = new ArrayList<>();
    Map<String, List<AccountHistory.AdSet>> bySegment = new LinkedHashMap<>();
    for (AccountHistory.AdSet adSet : history.adSets()) {
      bySegment.computeIfAbsent(adSet.segment().canonical(), _ -> new ArrayList<>()).add(adSet);
      adSets.add(
          new AdSetCurve(
              adSet.campaign(),
              adSet.adSet(),
              adSet.segment(),
              adSet.activeDays(),
              adSet.todayMicros(),
              drawn(model.adSets().get(adSet.id()), usual(adSet), goal)));
    }
    List<SegmentCurve> segments = new ArrayList<>();
    bySegment.forEach(
        (segment, members) ->
            segments.add(
                new SegmentCurve(
                    members.getFirst().segment(),
                    members.size(),
                    drawn(
                        model.segments().get(segment),
                        members.stream().mapToDouble(CurveReport::usual).average().orElse(1),
                        goal))));
    return new CurveReport(
        history.account(),
        history.currency(),
        goal,
        history.lastDay(),
        model.weekdays().factors(),
        model.dispersion(),
        adSets,
        segments);
  }

  private static Drawn drawn(PosteriorCurve curve, double usual, Goal goal) {
    double units = AccountModel.contractUnits(goal);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      double spend = usual * LimitRules.MOST * i / (POINTS - 1);
      points.add(
          new Point(
              Math.round(spend * MICROS),
              new Expectation(curve.at(spend), curve.varianceAt(spend)).range(units),
              curve.slope(spend) * units));
    }
    return new Drawn(
        curve.likeliestForm().name().toLowerCase(Locale.ROOT),
        curve.efficiency() * units,
        Math.round(curve.halfEfficiencySpend() * MICROS),
        points);
  }

  /** Mean spend of the days on which it spent, in units of currency. */
  private static double usual(AccountHistory.AdSet adSet) {
    double spend = 0;
    int days = 0;
    for (AccountHistory.DayFigures day : adSet.days()) {
      if (day.spendMicros() > 0) {
        spend += day.spendMicros() / MICROS;
        days += day.days();
      }
    }
    return days == 0 ? 1 : spend / days;
  }
}
