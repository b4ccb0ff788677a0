package dev.bellwether.contracts.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.kafka.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * How to split a budget over the ad sets of an account. Value of the topic {@code budget-plans};
 * identity is (workspace, account, id).
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param workspace whose it is; first part of the key
 * @param account the ad account's id; second part of the key
 * @param id of the plan; third part of the key
 * @param day the account's local day it is for; the first, where it is for several
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
 * @param until the last local day it is for, from {@code day} on; null where it is for {@code day}
 *     alone
 * @param target what the return must keep to; null where it is only to be the most
 * @param scenario the question it answers, such as "+20 %"; null for a plan that asks none
 * @param explorationShare share of the budget that is spent to learn, from 0 to 1; null where none
 *     is
 * @param status where it stands; null where nobody has decided, as {@code proposed}
 * @param decision who decided on it last; null where nobody has
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
    @JsonProperty(required = true) List<Line> lines,
    LocalDate until,
    Target target,
    String scenario,
    Double explorationShare,
    PlanStatus status,
    Decision decision)
    implements Versioned {

  public static final int SCHEMA_VERSION = 1;

  public BudgetPlan {
    lines = List.copyOf(lines);
  }

  /** The same plan after somebody decided. */
  public BudgetPlan decided(PlanStatus newStatus, Decision newDecision) {
    return new BudgetPlan(
        schemaVersion,
        workspace,
        account,
        id,
        day,
        currency,
        budgetMicros,
        goal,
        expected,
        expectedToday,
        optimalityGap,
        createdAt,
        lines,
        until,
        target,
        scenario,
        explorationShare,
        newStatus,
        newDecision);
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
   * What the return must keep to.
   *
   * @param kind which figure
   * @param value in micros of the plan's currency for {@code cpa}, a ratio of revenue to spend for
   *     {@code roas} and {@code marginalRoas}, units of the goal over the whole period for {@code
   *     volume}; above zero
   */
  public record Target(@JsonProperty(required = true) TargetKind kind, double value) {}

  /**
   * What became of a plan.
   *
   * @param by subject of the key that decided
   * @param at when
   * @param note why, in the words of who decided; null where nothing was said
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Decision(
      @JsonProperty(required = true) String by,
      @JsonProperty(required = true) Instant at,
      String note) {}

  /**
   * One ad set's share.
   *
   * @param campaign the campaign it belongs to
   * @param adSet the unit that holds the budget
   * @param segment whom it is shown to; null where not broken down
   * @param todayMicros what it spends at present, for as many days as the plan has; millionths of
   *     the plan's currency
   * @param plannedMicros the spend as proposed for all days of the plan, millionths of the plan's
   *     currency; zero or more
   * @param expected what the proposed spend should bring, in units of the goal
   * @param marginalReturn units of the goal the next unit of currency brings at the proposed spend
   * @param reason for people: why the line moved, and which bound holds it
   * @param heldBy which bound keeps it from going where it would bring the most; null where none
   *     does
   * @param parts the days, or hours, of a plan that says them; they add up to {@code
   *     plannedMicros}. Null where the plan is for one whole day
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
      @JsonProperty(required = true) String reason,
      Bound heldBy,
      List<Part> parts) {

    public Line {
      parts = parts == null ? null : List.copyOf(parts);
    }
  }

  /**
   * What one ad set is to spend in one part of the plan's time.
   *
   * @param start the account's local time
   * @param end the account's local time, exclusive
   * @param plannedMicros millionths of the plan's currency; zero or more
   */
  public record Part(
      @JsonProperty(required = true) LocalDateTime start,
      @JsonProperty(required = true) LocalDateTime end,
      long plannedMicros) {}
}
