package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.Goal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plan is asked to keep to. Each value has been checked for itself; whether they fit the
 * account is found out when the plan is made.
 *
 * @param budgetMicros over the whole period; null for what is spent today, or with a target for
 *     whatever the target allows
 * @param target null where the return is only to be the most
 * @param change largest change of a line, and of the whole, from one day to the next as a share of
 *     the day before; null for none
 * @param maximumMoved largest part of the budget that moves between lines, as a share of it, from 0
 *     to 1; null for none
 * @param calendar null where money may move freely between days
 * @param exploration share of the budget that may be spent to learn, from 0 to 1
 */
public record PlanTerms(
    Long budgetMicros,
    Goal goal,
    Period period,
    Grain grain,
    BudgetPlan.Target target,
    List<LineTerms> lines,
    List<GroupTerms> groups,
    Double change,
    Double maximumMoved,
    Calendar calendar,
    double exploration) {

  public PlanTerms {
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
  }

  /** One day's plan without rules of one's own. */
  public static PlanTerms of(Long budgetMicros, Goal goal, LocalDate day) {
    return new PlanTerms(
        budgetMicros,
        goal,
        new Period(day, null, Span.DAY),
        Grain.WHOLE,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        0);
  }

  /** The same with another budget. */
  PlanTerms withBudget(Long micros) {
    return new PlanTerms(
        micros,
        goal,
        period,
        grain,
        target,
        lines,
        groups,
        change,
        maximumMoved,
        calendar,
        exploration);
  }

  /** The same with other rules for lines. */
  PlanTerms withLines(List<LineTerms> others) {
    return new PlanTerms(
        budgetMicros,
        goal,
        period,
        grain,
        target,
        others,
        groups,
        change,
        maximumMoved,
        calendar,
        exploration);
  }

  /** Into what a plan is divided. */
  public enum Grain {
    WHOLE,
    DAY,
    WEEK,
    DAYPART
  }

  /** How long a plan is whose last day is not named. */
  public enum Span {
    DAY,
    WEEK,
    MONTH
  }

  /**
   * Which days.
   *
   * @param from null for the day after the last with figures
   * @param until null for as long as the span
   */
  public record Period(LocalDate from, LocalDate until, Span span) {

    LocalDate first(LocalDate lastWithFigures) {
      return from == null ? lastWithFigures.plusDays(1) : from;
    }

    LocalDate last(LocalDate first) {
      if (until != null) {
        return until;
      }
      return switch (span) {
        case DAY -> first;
        case WEEK -> first.plusDays(6);
        case MONTH -> first.plusMonths(1).minusDays(1);
      };
    }
  }

  /**
   * The rules of one line. Amounts are over the whole period; null where there is no such rule.
   *
   * @param at its place in the request, such as {@code lines[2]}
   * @param fresh null where the account knows the line; otherwise whom the new one is shown to
   * @param maximumChange in place of {@link PlanTerms#change}
   * @param weekdays on which it may run; not empty
   */
  public record LineTerms(
      String at,
      String campaign,
      String adSet,
      Segment fresh,
      Long minimumMicros,
      Long maximumMicros,
      Long fixedMicros,
      Double maximumChange,
      boolean pause,
      Set<DayOfWeek> weekdays) {

    public LineTerms {
      weekdays = Set.copyOf(weekdays);
    }

    /** A line that gets nothing. */
    static LineTerms paused(String at, String campaign, String adSet) {
      return new LineTerms(
          at, campaign, adSet, null, null, null, null, null, true, EnumSet.allOf(DayOfWeek.class));
    }
  }

  /**
   * A budget of several lines together: those that meet every condition, and those of its groups.
   *
   * @param campaign null for any
   * @param adSets names; empty for any
   * @param segment its parts that are not null must be the line's
   */
  public record GroupTerms(
      String at,
      String name,
      String campaign,
      List<String> adSets,
      Segment segment,
      Long minimumMicros,
      Long maximumMicros,
      List<GroupTerms> groups) {

    public GroupTerms {
      adSets = List.copyOf(adSets);
      groups = List.copyOf(groups);
    }

    /** Whether lines are chosen by anything but the groups within. */
    public boolean choosesLines() {
      return campaign != null || !adSets.isEmpty() || !segment.equals(Segment.NONE);
    }
  }

  /** How the budget is spread over the days of the week. */
  public sealed interface Calendar {

    /** Each day's share of the budget; a weekday that is not named weighs 1. */
    record Weights(Map<DayOfWeek, Double> byWeekday) implements Calendar {
      public Weights {
        byWeekday = Map.copyOf(byWeekday);
      }

      double of(DayOfWeek weekday) {
        return byWeekday.getOrDefault(weekday, 1.0);
      }
    }

    /** What each such day spends, in micros; the other days share the rest as it is best. */
    record Amounts(Map<DayOfWeek, Long> byWeekday) implements Calendar {
      public Amounts {
        byWeekday = Map.copyOf(byWeekday);
      }
    }
  }
}
