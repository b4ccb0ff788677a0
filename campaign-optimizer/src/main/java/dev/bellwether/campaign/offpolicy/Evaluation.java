package dev.bellwether.campaign.offpolicy;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A policy's value as a log of another's tells it.
 *
 * @param logged the logging policy's own value
 * @param values by estimator
 * @param gains over the logging policy by estimator, from differences within the log: they scatter
 *     less than the values apart where the policies agree
 * @param leastIps what the value lies above with a chance of 95 %, by IPS and the empirical
 *     Bernstein bound (Maurer and Pontil 2009): holds for any number of decisions, and is wide
 */
public record Evaluation(
    ValueEstimate logged,
    Map<Estimator, ValueEstimate> values,
    Map<Estimator, ValueEstimate> gains,
    double leastIps,
    Diagnostics diagnostics) {

  private static final int FOLDS = 5;

  /** Below so many units their own scatter tells nothing. */
  private static final int FEW_UNITS = 5;

  private static final double MISSED = 0.05;

  /**
   * Evaluates a policy. The reward model is fitted on other fifths of the units than the one it
   * speaks of (cross-fitting), so that DR stays unbiased.
   *
   * @param log one or more decisions in the policy's contexts and actions
   * @throws IllegalArgumentException where the log is empty or holds others
   */
  public static Evaluation of(List<LoggedAction> log, Policy policy) {
    check(log, policy);
    // Of the action taken, and of the policy in its place
    double[][] direct = new double[log.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      int own = fold;
      RewardModel model =
          RewardModel.fit(
              log, policy.contexts(), policy.actions(), i -> log.get(i).unit() % FOLDS != own);
      double[] instead = instead(model, policy);
      for (int i = 0; i < log.size(); i++) {
        LoggedAction entry = log.get(i);
        if (entry.unit() % FOLDS == own) {
          direct[i] =
              new double[] {
                model.expected(entry.context(), entry.action()), instead[entry.context()]
              };
        }
      }
    }
    double[] weights =
        log.stream()
            .mapToDouble(e -> policy.probability(e.context(), e.action()) / e.propensity())
            .toArray();
    Diagnostics diagnostics = diagnostics(log, policy, weights);
    double[] rewards = log.stream().mapToDouble(LoggedAction::reward).toArray();
    var values = new EnumMap<Estimator, ValueEstimate>(Estimator.class);
    var gains = new EnumMap<Estimator, ValueEstimate>(Estimator.class);
    for (Estimator estimator : Estimator.values()) {
      double[] parts = parts(estimator, log, weights, direct, diagnostics);
      values.put(estimator, estimate(log, parts));
      gains.put(
          estimator,
          estimate(
              log,
              IntStream.range(0, parts.length).mapToDouble(i -> parts[i] - rewards[i]).toArray()));
    }
    return new Evaluation(
        estimate(log, rewards), values, gains, bernstein(log, weights), diagnostics);
  }

  private static void check(List<LoggedAction> log, Policy policy) {
    if (log.isEmpty()) {
      throw new IllegalArgumentException("the log is empty");
    }
    for (LoggedAction entry : log) {
      if (entry.context() >= policy.contexts() || entry.action() >= policy.actions()) {
        throw new IllegalArgumentException("the log holds contexts or actions the policy has not");
      }
    }
  }

  /** What the model expects of the policy, by context. */
  private static double[] instead(RewardModel model, Policy policy) {
    double[] instead = new double[policy.contexts()];
    for (int c = 0; c < instead.length; c++) {
      for (int a = 0; a < policy.actions(); a++) {
        instead[c] += policy.probability(c, a) * model.expected(c, a);
      }
    }
    return instead;
  }

  /** What each entry adds: their mean is the estimate, their scatter its error's. */
  private static double[] parts(
      Estimator estimator,
      List<LoggedAction> log,
      double[] weights,
      double[][] direct,
      Diagnostics diagnostics) {
    double cap = diagnostics.cap();
    double normalised = 0;
    for (int i = 0; i < weights.length; i++) {
      normalised += weights[i] * log.get(i).reward() * log.get(i).times();
    }
    double meanWeight = diagnostics.meanWeight();
    double self = meanWeight == 0 ? 0 : normalised / (meanWeight * diagnostics.decisions());
    double[] parts = new double[weights.length];
    for (int i = 0; i < parts.length; i++) {
      double weight = weights[i];
      double reward = log.get(i).reward();
      double surprise = reward - direct[i][0];
      parts[i] =
          switch (estimator) {
            case IPS -> weight * reward;
            case CLIPPED_IPS -> Math.min(weight, cap) * reward;
            case SNIPS -> meanWeight == 0 ? 0 : self + weight * (reward - self) / meanWeight;
            case DIRECT -> direct[i][1];
            case DR -> direct[i][1] + weight * surprise;
            case SWITCH_DR -> direct[i][1] + (weight <= cap ? weight * surprise : 0);
          };
    }
    return parts;
  }

  /** The larger of two standard errors: of decisions each for itself, and of units each as one. */
  private static ValueEstimate estimate(List<LoggedAction> log, double[] parts) {
    double sum = 0;
    double decisions = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += parts[i] * log.get(i).times();
      decisions += log.get(i).times();
    }
    double mean = sum / decisions;
    double squares = 0;
    double cubes = 0;
    Map<Integer, Double> units = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      double off = parts[i] - mean;
      squares += off * off * log.get(i).times();
      cubes += off * off * off * log.get(i).times();
      units.merge(log.get(i).unit(), off * log.get(i).times(), Double::sum);
    }
    int count = units.size();
    double ofUnits =
        count < FEW_UNITS
            ? 0
            : units.values().stream().mapToDouble(v -> v * v).sum() * count / (count - 1);
    double larger = Math.max(squares, ofUnits);
    double skewness = squares == 0 ? 0 : cubes / Math.pow(squares, 1.5);
    return new ValueEstimate(mean, Math.sqrt(larger) / decisions, skewness);
  }

  private static Diagnostics diagnostics(List<LoggedAction> log, Policy policy, double[] weights) {
    double decisions = 0;
    double sum = 0;
    double squares = 0;
    double rewards = 0;
    double rewardSquares = 0;
    double largest = 0;
    for (int i = 0; i < weights.length; i++) {
      LoggedAction entry = log.get(i);
      double weighted = weights[i] * entry.reward();
      decisions += entry.times();
      sum += weights[i] * entry.times();
      squares += weights[i] * weights[i] * entry.times();
      rewards += weighted * entry.times();
      rewardSquares += weighted * weighted * entry.times();
      largest = Math.max(largest, weights[i]);
    }
    double cap = Math.sqrt(decisions);
    double above = 0;
    for (int i = 0; i < weights.length; i++) {
      above += weights[i] > cap ? log.get(i).times() : 0;
    }
    return new Diagnostics(
        decisions,
        squares == 0 ? 0 : sum * sum / squares,
        rewardSquares == 0 ? 0 : rewards * rewards / rewardSquares,
        sum / decisions,
        largest,
        cap,
        above / decisions,
        unsupported(log, policy));
  }

  private static double unsupported(List<LoggedAction> log, Policy policy) {
    boolean[][] seen = new boolean[policy.contexts()][policy.actions()];
    double[] decisions = new double[policy.contexts()];
    for (LoggedAction entry : log) {
      seen[entry.context()][entry.action()] = true;
      decisions[entry.context()] += entry.times();
    }
    double missing = 0;
    double all = 0;
    for (int c = 0; c < seen.length; c++) {
      all += decisions[c];
      for (int a = 0; a < seen[c].length; a++) {
        missing += seen[c][a] ? 0 : decisions[c] * policy.probability(c, a);
      }
    }
    return missing / all;
  }

  /** Rewards must not be below 0; where one is, nothing is known. */
  private static double bernstein(List<LoggedAction> log, double[] weights) {
    double most = 0;
    double decisions = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      LoggedAction entry = log.get(i);
      if (entry.reward() < 0) {
        return Double.NEGATIVE_INFINITY;
      }
      double part = weights[i] * entry.reward();
      most = Math.max(most, weights[i] * Math.max(1, entry.reward()));
      decisions += entry.times();
      sum += part * entry.times();
      squares += part * part * entry.times();
    }
    if (decisions < 2) {
      return 0;
    }
    double mean = sum / decisions;
    double variance = Math.max(0, (squares - decisions * mean * mean) / (decisions - 1));
    double log2 = Math.log(2 / MISSED);
    return Math.max(
        0,
        mean
            - Math.sqrt(2 * variance * log2 / decisions)
            - 7 * most * log2 / (3 * (decisions - 1)));
  }
}
