package dev.bellwether.contracts.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.ads.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How to split a budget over the ad sets of an account. Value of the topic {@code budget-plans};
 * identity is (account, id).
 *
 * @param day the account's local day it is for
 * @param budgetMicros what the lines add up to, to the micro
 * @param goal what is maximised
 * @param expected what the plan should bring, in units of the goal (conversions, or micros of
 *     revenue)
 * @param expectedToday what the present split of the same budget should bring
 * @param optimalityGap at most this share from the optimum on the fitted curves: (dual bound −
 *     value) / dual bound
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BudgetPlan(
    int schemaVersion,
    String workspace,
    String account,
    String id,
    LocalDate day,
    String currency,
    long budgetMicros,
    Goal goal,
    Range expected,
    Range expectedToday,
    double optimalityGap,
    Instant createdAt,
    List<Line> lines) {

  public static final int SCHEMA_VERSION = 1;

  public BudgetPlan {
    lines = List.copyOf(lines);
  }

  /** A best estimate with the interval that holds it with probability 0.9. */
  public record Range(double low, double mean, double high) {}

  /**
   * One ad set's share.
   *
   * @param todayMicros a day's spend at present
   * @param plannedMicros a day's spend as proposed; zero or more
   * @param marginalReturn units of the goal the next unit of currency brings at the proposed spend
   * @param reason for people: why the line moved, and which bound holds it
   */
  public record Line(
      String campaign,
      String adSet,
      Segment segment,
      long todayMicros,
      long plannedMicros,
      Range expected,
      double marginalReturn,
      String reason) {}
}
