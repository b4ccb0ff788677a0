package dev.bellwether.campaign.creative;

import dev.bellwether.campaign.offpolicy.Estimator;
import dev.bellwether.campaign.offpolicy.Evaluation;
import dev.bellwether.campaign.offpolicy.Guard;
import dev.bellwether.campaign.offpolicy.LoggedAction;
import dev.bellwether.campaign.offpolicy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Whether new shares may go live, by off-policy evaluation: each day's shares of the spend are the
 * propensities with which its parts were given to arms, its events the rewards.
 *
 * @param safe whether the wanted shares may go live as they are
 * @param reasons in words
 * @param step how far from the present shares to the wanted ones the guard lets go, 0 to 1
 * @param present events a unit of spend as it was split
 * @param ips what the wanted shares would have brought, by estimator
 * @param least what they would have gained at least, with a chance of 95 %, as a share of the
 *     present
 * @param effectiveEvents that the log is worth under the wanted shares
 */
public record Rollout(
    boolean safe,
    List<String> reasons,
    double step,
    double present,
    double ips,
    double snips,
    double dr,
    double least,
    double effectiveEvents) {

  /**
   * The spend is thought of as so many small decisions for each event, none of which brings more
   * than one. More would change nothing.
   */
  private static final double DECISIONS_AN_EVENT = 100;

  private static final double[] STEPS = {0.75, 0.5, 0.25, 0.1};

  /** An arm with a smaller share need not have run on a day for the day to tell of the shares. */
  private static final double SMALL = 0.01;

  /**
   * @param exploration so much of the spend may go to arms the log tells nothing of
   */
  static Rollout of(List<Arm> arms, double[] present, double[] wanted, double exploration) {
    Set<LocalDate> days = comparable(arms, present, wanted);
    if (days.isEmpty()) {
      return held(
          "The arms never ran on the same day, so no day tells what other shares would bring.");
    }
    double events = over(arms, days, Arm.Day::events);
    if (events == 0) {
      return held("There were no events yet, so nothing tells what other shares would bring.");
    }
    double slice = over(arms, days, Arm.Day::spend) / (events * DECISIONS_AN_EVENT);
    List<LoggedAction> log = log(arms, days, slice);
    Evaluation whole = Evaluation.of(log, Policy.everywhere(wanted));
    Guard guard = guard(exploration);
    Guard.Verdict verdict = guard.judge(whole);
    double value = whole.logged().value();
    return new Rollout(
        verdict.safe(),
        verdict.reasons(),
        verdict.safe() ? 1 : step(guard, log, present, wanted),
        value / slice,
        whole.values().get(Estimator.IPS).value() / slice,
        whole.values().get(Estimator.SNIPS).value() / slice,
        whole.values().get(Estimator.DR).value() / slice,
        verdict.least() / value,
        whole.diagnostics().effectiveRewards());
  }

  private static double step(
      Guard guard, List<LoggedAction> log, double[] present, double[] wanted) {
    for (double step : STEPS) {
      double[] between = new double[present.length];
      for (int i = 0; i < between.length; i++) {
        between[i] = present[i] + step * (wanted[i] - present[i]);
      }
      if (guard.judge(Evaluation.of(log, Policy.everywhere(between))).safe()) {
        return step;
      }
    }
    return 0;
  }

  private static Rollout held(String reason) {
    return new Rollout(false, List.of(reason), 0, 0, 0, 0, 0, 0, 0);
  }

  private static Guard guard(double exploration) {
    Guard standard = Guard.STANDARD;
    return new Guard(
        standard.margin(),
        standard.leastEffectiveDecisions(),
        standard.leastEffectiveRewards(),
        Math.max(standard.mostUnsupported(), exploration),
        standard.estimator());
  }

  /** Days on which every arm ran that matters to the present shares or the wanted ones. */
  private static Set<LocalDate> comparable(List<Arm> arms, double[] present, double[] wanted) {
    Set<LocalDate> days = null;
    for (int i = 0; i < wanted.length; i++) {
      if (arms.get(i).spend() > 0 && Math.max(present[i], wanted[i]) > SMALL) {
        Set<LocalDate> own =
            arms.get(i).days().stream()
                .filter(day -> day.spend() > 0)
                .map(Arm.Day::day)
                .collect(Collectors.toCollection(TreeSet::new));
        if (days == null) {
          days = own;
        } else {
          days.retainAll(own);
        }
      }
    }
    return days == null ? Set.of() : days;
  }

  private static double over(
      List<Arm> arms, Set<LocalDate> days, ToDoubleFunction<Arm.Day> figure) {
    return arms.stream()
        .flatMap(arm -> arm.days().stream())
        .filter(day -> days.contains(day.day()))
        .mapToDouble(figure)
        .sum();
  }

  private static List<LoggedAction> log(List<Arm> arms, Set<LocalDate> days, double slice) {
    Map<LocalDate, Double> spend = new HashMap<>();
    arms.forEach(
        arm -> arm.days().forEach(day -> spend.merge(day.day(), day.spend(), Double::sum)));
    Map<LocalDate, Integer> units = new HashMap<>();
    days.forEach(day -> units.put(day, units.size()));
    List<LoggedAction> log = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      for (Arm.Day day : arms.get(i).days()) {
        if (day.spend() > 0 && days.contains(day.day())) {
          double propensity = day.spend() / spend.get(day.day());
          double decisions = day.spend() / slice;
          int unit = units.get(day.day());
          // An arm's day may bring more events than it has decisions; each then brings several
          double reward = Math.max(1, day.events() / decisions);
          double rewarded = day.events() / reward;
          add(log, unit, i, propensity, reward, rewarded);
          add(log, unit, i, propensity, 0, decisions - rewarded);
        }
      }
    }
    return log;
  }

  private static void add(
      List<LoggedAction> log, int unit, int arm, double propensity, double reward, double times) {
    if (times > 0) {
      log.add(new LoggedAction(unit, 0, arm, Math.min(1, propensity), reward, times));
    }
  }
}
