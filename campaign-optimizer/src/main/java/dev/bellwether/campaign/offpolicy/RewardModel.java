package dev.bellwether.campaign.offpolicy;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Expected reward of an action in a context: the mean of the log's rewards there, drawn towards the
 * action's mean over contexts, and that towards the mean of all, the more the fewer there are.
 */
final class RewardModel {

  /**
   * How many decisions of evidence the wider mean counts for, where an action's own reward has the
   * variance of a reward as such: a rare reward needs many decisions to tell of its action.
   */
  private static final double REWARDS = 5;

  private final double[][] expected;

  private RewardModel(double[][] expected) {
    this.expected = expected;
  }

  double expected(int context, int action) {
    return expected[context][action];
  }

  /**
   * @param used which entries of the log, by index, may be looked at
   */
  static RewardModel fit(List<LoggedAction> log, int contexts, int actions, IntPredicate used) {
    double[][] rewards = new double[contexts][actions];
    double[][] counts = new double[contexts][actions];
    double[] actionRewards = new double[actions];
    double[] actionCounts = new double[actions];
    double reward = 0;
    double squares = 0;
    double count = 0;
    for (int i = 0; i < log.size(); i++) {
      if (used.test(i)) {
        LoggedAction entry = log.get(i);
        double sum = entry.reward() * entry.times();
        rewards[entry.context()][entry.action()] += sum;
        counts[entry.context()][entry.action()] += entry.times();
        actionRewards[entry.action()] += sum;
        actionCounts[entry.action()] += entry.times();
        reward += sum;
        squares += entry.reward() * sum;
        count += entry.times();
      }
    }
    double mean = count == 0 ? 0 : reward / count;
    double variance = count == 0 ? 0 : squares / count - mean * mean;
    // For rewards of 0 or 1 this is about so many rewards at the mean rate
    double strength = mean == 0 ? 1 : Math.max(1, REWARDS * variance / (mean * mean));
    double[][] expected = new double[contexts][actions];
    for (int a = 0; a < actions; a++) {
      double wider = (actionRewards[a] + strength * mean) / (actionCounts[a] + strength);
      for (int c = 0; c < contexts; c++) {
        expected[c][a] = (rewards[c][a] + strength * wider) / (counts[c][a] + strength);
      }
    }
    return new RewardModel(expected);
  }
}
