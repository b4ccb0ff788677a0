package dev.bellwether.campaign.creative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws of the arms' events a unit of spend. Events are counts (Poisson), rates gamma around the ad
 * set's own rate: how far arms of one ad set lie apart is weighed on a grid by the negative
 * binomial likelihood of all of them, so that an arm with few figures leans on the others. Older
 * days count less, and where days scatter more than counts do, all count less.
 *
 * @param draws {@code [arm][draw]}
 * @param events of each arm that the draws rest on, after discounting
 * @param spend the same
 */
record Rates(double[][] draws, double[] events, double[] spend) {

  /** Of yesterday's weight a day before has this much: half after 23 days. */
  static final double DISCOUNT = 0.97;

  /** A gamma's shape: ads of one ad set differ by 100 % to 6 % of the mean rate. */
  static final double[] SHAPES = {1, 2, 4, 8, 16, 32, 64, 128, 256};

  private static final long SEED = 23;
  private static final int MOST_DRAWS = 8_000;
  private static final int LEAST_DRAWS = 400;
  private static final int ALL_DRAWS = 4_000_000;

  /** Half an event: keeps the rate of an ad set that has had none above 0. */
  private static final double HALF = 0.5;

  static Rates of(List<Arm> arms) {
    LocalDate last =
        arms.stream()
            .flatMap(arm -> arm.days().stream())
            .map(Arm.Day::day)
            .max(LocalDate::compareTo)
            .orElseThrow();
    double[] events = new double[arms.size()];
    double[] spend = new double[arms.size()];
    double dispersion = dispersion(arms);
    for (int i = 0; i < events.length; i++) {
      for (Arm.Day day : arms.get(i).days()) {
        double weight = Math.pow(DISCOUNT, last.toEpochDay() - day.day().toEpochDay()) / dispersion;
        events[i] += weight * day.events();
        spend[i] += weight * day.spend();
      }
    }
    return new Rates(draws(events, spend), events, spend);
  }

  /**
   * Variance of a day's events in units of their mean (Pearson's statistic, each arm by its own
   * rate), at least 1 as counts have it; 1 where there are too few days to tell.
   */
  static double dispersion(List<Arm> arms) {
    double statistic = 0;
    int freedom = 0;
    for (Arm arm : arms) {
      double rate = arm.spend() == 0 ? 0 : arm.events() / arm.spend();
      List<Arm.Day> spent = arm.days().stream().filter(day -> day.spend() > 0).toList();
      if (rate > 0 && spent.size() > 1) {
        for (Arm.Day day : spent) {
          double expected = rate * day.spend();
          statistic += (day.events() - expected) * (day.events() - expected) / expected;
        }
        freedom += spent.size() - 1;
      }
    }
    return freedom < arms.size() ? 1 : Math.max(1, statistic / freedom);
  }

  private static double[][] draws(double[] events, double[] spend) {
    int arms = events.length;
    int count = Math.clamp(ALL_DRAWS / arms, LEAST_DRAWS, MOST_DRAWS);
    double allEvents = Arrays.stream(events).sum() + HALF;
    double allSpend = Arrays.stream(spend).sum();
    var random = new SplittableRandom(SEED);
    double[] chances = shapes(events, spend, allEvents / allSpend);
    double[][] draws = new double[arms][count];
    for (int d = 0; d < count; d++) {
      double shape = SHAPES[pick(chances, random.nextDouble())];
      // The ad set's rate is known as far as its arms, which are samples of it, tell
      double known = Math.min(allEvents, HALF + shape * arms);
      double mean = Gamma.draw(known, random) / known * allEvents / allSpend;
      for (int i = 0; i < arms; i++) {
        draws[i][d] = Gamma.draw(shape + events[i], random) / (shape / mean + spend[i]);
      }
    }
    return draws;
  }

  /** Cumulative chances of the shapes. */
  private static double[] shapes(double[] events, double[] spend, double mean) {
    double[] logs = new double[SHAPES.length];
    Map<Double, Double> gammas = new HashMap<>();
    for (int s = 0; s < logs.length; s++) {
      double shape = SHAPES[s];
      double rate = shape / mean;
      double start = Gamma.log(shape);
      for (int i = 0; i < events.length; i++) {
        logs[s] +=
            gammas.computeIfAbsent(shape + events[i], Gamma::log)
                - start
                + shape * Math.log(rate / (rate + spend[i]))
                - events[i] * Math.log(rate + spend[i]);
      }
    }
    double most = Arrays.stream(logs).max().orElseThrow();
    double sum = 0;
    for (int s = 0; s < logs.length; s++) {
      sum += Math.exp(logs[s] - most);
      logs[s] = sum;
    }
    for (int s = 0; s < logs.length; s++) {
      logs[s] /= sum;
    }
    return logs;
  }

  private static int pick(double[] cumulative, double at) {
    int index = 0;
    while (index < cumulative.length - 1 && at >= cumulative[index]) {
      index++;
    }
    return index;
  }

  /** The arm with the highest mean. */
  int leader() {
    int leader = 0;
    for (int i = 1; i < draws.length; i++) {
      leader = mean(i) > mean(leader) ? i : leader;
    }
    return leader;
  }

  double mean(int arm) {
    return Arrays.stream(draws[arm]).average().orElse(0);
  }

  /** How often each arm's draw is the highest. */
  double[] best() {
    double[] best = new double[draws.length];
    int count = draws[0].length;
    for (int d = 0; d < count; d++) {
      int highest = 0;
      for (int i = 1; i < draws.length; i++) {
        highest = draws[i][d] > draws[highest][d] ? i : highest;
      }
      best[highest] += 1.0 / count;
    }
    return best;
  }

  /** What is lost a unit of spend if the leader gets all from now on, as a share of its rate. */
  double regret() {
    int leader = leader();
    int count = draws[0].length;
    double lost = 0;
    for (int d = 0; d < count; d++) {
      double highest = 0;
      for (double[] arm : draws) {
        highest = Math.max(highest, arm[d]);
      }
      lost += (highest - draws[leader][d]) / count;
    }
    return lost / mean(leader);
  }

  /** The value that a share of an arm's draws lie below. */
  double quantile(int arm, double share) {
    double[] sorted = draws[arm].clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /** Arms by mean, highest first. */
  List<Integer> ranked() {
    List<Integer> ranked = new ArrayList<>();
    double[] means = new double[draws.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(i);
      ranked.add(i);
    }
    ranked.sort((a, b) -> Double.compare(means[b], means[a]));
    return ranked;
  }
}
