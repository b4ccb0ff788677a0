package dev.bellwether.campaign.offpolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Logs of a policy whose rewards, 0 or 1, come with known chances. */
record SimulatedLog(double[][] chances, Policy logging) {

  /** Two contexts and four actions: the best action differs, and the logging policy is uneven. */
  static SimulatedLog usual() {
    return new SimulatedLog(
        new double[][] {{0.8, 0.5, 0.3, 0.6}, {0.2, 0.6, 0.7, 0.4}},
        Policy.of(new double[][] {{0.4, 0.3, 0.2, 0.1}, {0.1, 0.2, 0.3, 0.4}}));
  }

  double value(Policy policy) {
    double value = 0;
    for (int c = 0; c < chances.length; c++) {
      for (int a = 0; a < chances[c].length; a++) {
        value += policy.probability(c, a) * chances[c][a] / chances.length;
      }
    }
    return value;
  }

  List<LoggedAction> draw(int decisions, long seed) {
    var random = new SplittableRandom(seed);
    List<LoggedAction> log = new ArrayList<>();
    for (int i = 0; i < decisions; i++) {
      int context = i % chances.length;
      double at = random.nextDouble();
      int action = 0;
      while (action < logging.actions() - 1 && at >= logging.probability(context, action)) {
        at -= logging.probability(context, action);
        action++;
      }
      double reward = random.nextDouble() < chances[context][action] ? 1 : 0;
      log.add(LoggedAction.alone(i, context, action, logging.probability(context, action), reward));
    }
    return log;
  }
}
