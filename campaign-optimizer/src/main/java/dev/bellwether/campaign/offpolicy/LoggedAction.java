package dev.bellwether.campaign.offpolicy;

/**
 * A decision of the log, or several alike.
 *
 * @param unit what decisions share their luck with, such as a day: 0 and up
 * @param context in which it was taken, 0 and up
 * @param action that was chosen, 0 and up
 * @param propensity chance with which the logging policy chose it, above 0 and at most 1
 * @param reward what came of it
 * @param times how many decisions this stands for, above 0
 */
public record LoggedAction(
    int unit, int context, int action, double propensity, double reward, double times) {

  /**
   * @throws IllegalArgumentException names the figure that cannot be
   */
  public LoggedAction {
    if (unit < 0 || context < 0 || action < 0) {
      throw new IllegalArgumentException("unit, context and action must be 0 or more");
    }
    if (!(propensity > 0 && propensity <= 1)) {
      throw new IllegalArgumentException("propensity must be above 0 and at most 1");
    }
    if (!Double.isFinite(reward)) {
      throw new IllegalArgumentException("reward must be a number");
    }
    if (!(times > 0 && Double.isFinite(times))) {
      throw new IllegalArgumentException("times must be above 0");
    }
  }

  /** One decision that shares its luck with no other. */
  public static LoggedAction alone(
      int unit, int context, int action, double propensity, double reward) {
    return new LoggedAction(unit, context, action, propensity, reward, 1);
  }
}
