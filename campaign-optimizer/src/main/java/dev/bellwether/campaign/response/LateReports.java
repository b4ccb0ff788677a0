package dev.bellwether.campaign.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How late an account's conversions are reported, from how its days grew as they were restated:
 * chain ladder (Mack, ASTIN Bulletin 23, 1993).
 *
 * <p>What is reckoned is growth in outcomes per spend, so a day that was first sent before it was
 * over does not look like one whose conversions come late.
 */
public final class LateReports {

  /** Later growth is not looked for, in days. */
  public static final int LATEST = 28;

  /** So few days of an age are chance. */
  private static final int FEWEST_DAYS = 3;

  private LateReports() {}

  /**
   * What the figures of a day gained at an age.
   *
   * @param day epoch day
   * @param firstAge age of the day when these figures were first reported, in days
   * @param age age of the day when they gained; the first age for what was reported first
   * @param spend gained, below zero where figures fell
   * @param outcome gained, below zero where figures fell
   */
  public record Gain(long day, int firstAge, int age, double spend, double outcome) {}

  /** Figures that were reported first at the same age of the same day: only these are compared. */
  private record Cohort(long day, int firstAge) {}

  /**
   * What share of a day's outcome is known, by the number of days between it and the last day with
   * figures. Growth below 1 counts as 1: figures that fall are not late.
   *
   * @param lastDay the last epoch day with figures
   * @param doubt outcomes that must have been known before growth weighs as much as none; zero or
   *     more
   */
  public static Completeness completeness(Collection<Gain> gains, long lastDay, double doubt) {
    long heard = lastDay;
    Map<Cohort, double[][]> cohorts = new HashMap<>();
    for (Gain gain : gains) {
      heard = Math.max(heard, gain.day() + gain.age());
      if (gain.age() <= LATEST) {
        double[][] own =
            cohorts.computeIfAbsent(
                new Cohort(gain.day(), gain.firstAge()), _ -> new double[2][LATEST + 1]);
        own[0][gain.age()] += gain.spend();
        own[1][gain.age()] += gain.outcome();
      }
    }
    double[] shares = Completeness.of(growth(cohorts, heard, doubt)).shares();
    // The last day was reported when it was so old itself
    int lag = Math.clamp(heard - lastDay, 0, LATEST);
    return new Completeness(Arrays.copyOfRange(shares, lag, shares.length));
  }

  private static double[] growth(Map<Cohort, double[][]> cohorts, long heard, double doubt) {
    double[][] before = new double[2][LATEST + 1];
    double[][] after = new double[2][LATEST + 1];
    List<Set<Long>> days = new ArrayList<>();
    for (int age = 0; age <= LATEST; age++) {
      days.add(new HashSet<>());
    }
    cohorts.forEach(
        (cohort, gained) -> {
          double spend = gained[0][cohort.firstAge()];
          double outcome = gained[1][cohort.firstAge()];
          long until = Math.min(LATEST, heard - cohort.day());
          for (int age = cohort.firstAge() + 1; age <= until; age++) {
            before[0][age] += spend;
            before[1][age] += outcome;
            spend += gained[0][age];
            outcome += gained[1][age];
            after[0][age] += spend;
            after[1][age] += outcome;
            days.get(age).add(cohort.day());
          }
        });
    double[] growth = new double[LATEST + 1];
    Arrays.fill(growth, 1);
    for (int age = 1; age <= LATEST; age++) {
      if (days.get(age).size() >= FEWEST_DAYS && before[0][age] > 0 && after[0][age] > 0) {
        double ofSpend = after[0][age] / before[0][age];
        double ofOutcome = (after[1][age] + doubt) / (before[1][age] + doubt);
        growth[age] = Math.max(1, ofOutcome / ofSpend);
      }
    }
    return growth;
  }
}
