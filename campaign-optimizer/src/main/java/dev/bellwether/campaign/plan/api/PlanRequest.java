package dev.bellwether.campaign.plan.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.contracts.budget.TargetKind;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A plan to make. Only the account is needed. Amounts are in units of the plan's currency and over
 * all its days.
 *
 * @param budget absent: what is spent today; with a target: whatever the target allows
 * @param goal absent: conversions, or what the target is of
 * @param day for a plan of one day; absent: the day after the last with figures
 * @param from first day, in place of {@code day}
 * @param until last day
 * @param period how long from the first day on, in place of {@code until}
 * @param by into what each line is divided; absent: a plan of several days is divided by day, as
 *     far as it fits
 * @param lines rules for single ad sets
 * @param groups budgets of several ad sets together
 * @param change largest change of a line, and of the whole, from one day to the next: 0.2 is a
 *     fifth of the day before
 * @param maximumMoved largest part of the budget that may move between lines, as a share of it; for
 *     a plan of one day
 * @param exploration share of the budget that may be spent to learn; absent or 0: none
 * @param currency ISO 4217; absent: the figures' own
 * @param exchangeRates by currency: units of the plan's currency for one unit of it
 */
public record PlanRequest(
    @Schema(required = true) String account,
    BigDecimal budget,
    Goal goal,
    LocalDate day,
    LocalDate from,
    LocalDate until,
    Period period,
    By by,
    List<LineRequest> lines,
    List<GroupRequest> groups,
    BigDecimal change,
    BigDecimal maximumMoved,
    CalendarRequest calendar,
    TargetRequest target,
    BigDecimal exploration,
    String currency,
    Map<String, BigDecimal> exchangeRates) {

  /** How long a plan is. */
  public enum Period {
    @JsonProperty("tomorrow")
    TOMORROW,
    @JsonProperty("week")
    WEEK,
    @JsonProperty("month")
    MONTH
  }

  /** Into what a plan is divided. */
  public enum By {
    @JsonProperty("day")
    DAY,
    @JsonProperty("week")
    WEEK,
    @JsonProperty("daypart")
    DAYPART
  }

  /** A day of the week. */
  public enum Weekday {
    @JsonProperty("monday")
    MONDAY,
    @JsonProperty("tuesday")
    TUESDAY,
    @JsonProperty("wednesday")
    WEDNESDAY,
    @JsonProperty("thursday")
    THURSDAY,
    @JsonProperty("friday")
    FRIDAY,
    @JsonProperty("saturday")
    SATURDAY,
    @JsonProperty("sunday")
    SUNDAY;

    DayOfWeek day() {
      return DayOfWeek.of(ordinal() + 1);
    }
  }

  /**
   * The rules of one ad set.
   *
   * @param minimum over all days
   * @param maximum over all days; above three times today's spend only what is named here goes
   * @param fixed over all days, in place of minimum and maximum
   * @param maximumChange in place of the request's {@code change}
   * @param pause whether it gets nothing
   * @param weekdays on which it may run; absent: all
   * @param fresh an ad set that is to begin, in place of campaign and adSet
   */
  public record LineRequest(
      String campaign,
      String adSet,
      BigDecimal minimum,
      BigDecimal maximum,
      BigDecimal fixed,
      BigDecimal maximumChange,
      Boolean pause,
      List<Weekday> weekdays,
      @JsonProperty("new") NewAdSet fresh) {}

  /** An ad set without figures: it borrows its curve from its campaign and segment. */
  public record NewAdSet(String campaign, String adSet, Segment segment) {}

  /**
   * A budget of several ad sets together: those that meet every condition, and those of the groups
   * within.
   *
   * @param adSets names
   * @param segment its parts must be the ad set's
   */
  public record GroupRequest(
      String name,
      String campaign,
      List<String> adSets,
      Segment segment,
      BigDecimal minimum,
      BigDecimal maximum,
      List<GroupRequest> groups) {}

  /**
   * How the budget is spread over the week: by one of the two.
   *
   * @param weights relative; a weekday that is not named weighs 1
   * @param amounts what each such day spends; the others share the rest
   */
  public record CalendarRequest(
      Map<Weekday, BigDecimal> weights, Map<Weekday, BigDecimal> amounts) {}

  /**
   * What the return must keep to.
   *
   * @param value units of currency for {@code cpa}; revenue over spend for {@code roas} and {@code
   *     marginalRoas}; conversions, or units of currency of revenue, for {@code volume}
   */
  public record TargetRequest(TargetKind kind, BigDecimal value) {}
}
