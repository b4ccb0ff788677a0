package dev.bellwether.contracts.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.kafka.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How to split a budget over the ad sets of an account. Value of the topic {@code budget-plans};
 * identity is (account, id).
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param workspace whose it is
 * @param account the ad account's id; first part of the key
 * @param id of the plan; second part of the key
 * @param day the account's local day it is for
 * @param currency ISO 4217
 * @param budgetMicros what the lines add up to, to the micro: millionths of {@code currency}
 * @param goal what is maximised
 * @param expected what the plan should bring, in units of the goal (conversions, or micros of
 *     revenue)
 * @param expectedToday what the present split of the same budget should bring
 * @param optimalityGap at most this share from the optimum on the fitted curves: (dual bound −
 *     value) / dual bound; from 0 to 1
 * @param createdAt when it was reckoned
 * @param lines one for each ad set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BudgetPlan(
    int schemaVersion,
    @JsonProperty(required = true) String workspace,
    @JsonProperty(required = true) String account,
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) LocalDate day,
    @JsonProperty(required = true) String currency,
    long budgetMicros,
    @JsonProperty(required = true) Goal goal,
    @JsonProperty(required = true) Range expected,
    @JsonProperty(required = true) Range expectedToday,
    double optimalityGap,
    @JsonProperty(required = true) Instant createdAt,
    @JsonProperty(required = true) List<Line> lines)
    implements Versioned {

  public static final int SCHEMA_VERSION = 1;

  public BudgetPlan {
    lines = List.copyOf(lines);
  }

  /**
   * A best estimate with the interval that holds it with probability 0.9.
   *
   * @param low lower end
   * @param mean the estimate
   * @param high upper end
   */
  public record Range(double low, double mean, double high) {}

  /**
   * One ad set's share.
   *
   * @param campaign the campaign it belongs to
   * @param adSet the unit that holds the budget
   * @param segment whom it is shown to; null where not broken down
   * @param todayMicros a day's spend at present, millionths of the plan's currency
   * @param plannedMicros a day's spend as proposed, millionths of the plan's currency; zero or more
   * @param expected what the proposed spend should bring, in units of the goal
   * @param marginalReturn units of the goal the next unit of currency brings at the proposed spend
   * @param reason for people: why the line moved, and which bound holds it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      @JsonProperty(required = true) String campaign,
      @JsonProperty(required = true) String adSet,
      Segment segment,
      long todayMicros,
      long plannedMicros,
      @JsonProperty(required = true) Range expected,
      double marginalReturn,
      @JsonProperty(required = true) String reason) {}
}
