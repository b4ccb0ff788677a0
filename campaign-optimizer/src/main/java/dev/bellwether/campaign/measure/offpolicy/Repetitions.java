package dev.bellwether.campaign.measure.offpolicy;

import dev.bellwether.campaign.offpolicy.Estimator;
import dev.bellwether.campaign.offpolicy.Evaluation;
import dev.bellwether.campaign.offpolicy.Guard;
import dev.bellwether.campaign.offpolicy.LoggedAction;
import dev.bellwether.campaign.offpolicy.Policy;
import dev.bellwether.campaign.offpolicy.ValueEstimate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Logs drawn anew where the truth is known: each item at each place has the click rate that both
 * real logs together give it, drawn towards the mean. So an estimator's bias, scatter and coverage
 * can be told, which two real logs cannot.
 *
 * @param truth the evaluated policy's value
 * @param loggedTruth the logging policy's
 * @param passed share of the logs on which the guard let the policy go live
 */
record Repetitions(
    double truth, double loggedTruth, Map<Estimator, Quality> quality, double passed) {

  /** Decisions of evidence the mean rate counts for. */
  private static final double STRENGTH = 500;

  /**
   * Relative to the truth but for the coverage.
   *
   * @param bias mean error
   * @param rmse root of the mean squared error
   * @param coverage share of the 95 % intervals that hold the truth
   */
  record Quality(double bias, double rmse, double coverage) {}

  static double[][] rates(List<BanditLog> logs, int items) {
    double clicks = 0;
    double shown = 0;
    double[][] own = new double[BanditLog.PLACES][items];
    double[][] count = new double[BanditLog.PLACES][items];
    for (BanditLog log : logs) {
      for (LoggedAction action : log.actions()) {
        own[action.context()][action.action()] += action.reward();
        count[action.context()][action.action()]++;
        clicks += action.reward();
        shown++;
      }
    }
    for (int place = 0; place < own.length; place++) {
      for (int item = 0; item < items; item++) {
        own[place][item] =
            (own[place][item] + STRENGTH * clicks / shown) / (count[place][item] + STRENGTH);
      }
    }
    return own;
  }

  static Repetitions of(
      double[][] rates, Policy logging, Policy evaluated, int decisions, int times, long seed) {
    double truth = value(rates, evaluated);
    var random = new SplittableRandom(seed);
    Map<Estimator, double[]> sums = new EnumMap<>(Estimator.class);
    double passed = 0;
    for (int i = 0; i < times; i++) {
      Evaluation evaluation = Evaluation.of(log(rates, logging, decisions, random), evaluated);
      passed += Guard.STANDARD.judge(evaluation).safe() ? 1 : 0;
      evaluation.values().forEach((estimator, value) -> add(sums, estimator, value, truth));
    }
    Map<Estimator, Quality> quality = new EnumMap<>(Estimator.class);
    sums.forEach(
        (estimator, sum) ->
            quality.put(
                estimator,
                new Quality(
                    sum[0] / times / truth, Math.sqrt(sum[1] / times) / truth, sum[2] / times)));
    return new Repetitions(truth, value(rates, logging), quality, passed / times);
  }

  private static void add(
      Map<Estimator, double[]> sums, Estimator estimator, ValueEstimate value, double truth) {
    double[] sum = sums.computeIfAbsent(estimator, _ -> new double[3]);
    double error = value.value() - truth;
    sum[0] += error;
    sum[1] += error * error;
    sum[2] += truth >= value.low() && truth <= value.high() ? 1 : 0;
  }

  private static double value(double[][] rates, Policy policy) {
    double value = 0;
    for (int place = 0; place < rates.length; place++) {
      for (int item = 0; item < rates[place].length; item++) {
        value += policy.probability(place, item) * rates[place][item] / rates.length;
      }
    }
    return value;
  }

  private static List<LoggedAction> log(
      double[][] rates, Policy logging, int decisions, SplittableRandom random) {
    List<LoggedAction> log = new ArrayList<>(decisions);
    for (int i = 0; i < decisions; i++) {
      int place = i % rates.length;
      int item = item(logging, place, random.nextDouble());
      double click = random.nextDouble() < rates[place][item] ? 1 : 0;
      log.add(LoggedAction.alone(i, place, item, logging.probability(place, item), click));
    }
    return log;
  }

  private static int item(Policy policy, int place, double at) {
    double sum = 0;
    int last = 0;
    for (int item = 0; item < policy.actions(); item++) {
      if (policy.probability(place, item) > 0) {
        sum += policy.probability(place, item);
        last = item;
        if (at < sum) {
          return item;
        }
      }
    }
    return last;
  }
}
