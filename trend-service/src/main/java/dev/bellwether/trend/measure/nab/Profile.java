package dev.bellwether.trend.measure.nab;

/** What NAB's three kinds of user lose and win. The weights are the benchmark's own. */
public enum Profile {
  STANDARD(1, 0.11, 1),
  LOW_FALSE_POSITIVES(1, 0.22, 1),
  LOW_FALSE_NEGATIVES(1, 0.11, 2);

  private final double hit;
  private final double falseAlarm;
  private final double miss;

  Profile(double hit, double falseAlarm, double miss) {
    this.hit = hit;
    this.falseAlarm = falseAlarm;
    this.miss = miss;
  }

  /** What the earliest possible alarm in a window earns. */
  public double hit() {
    return hit;
  }

  /** What an alarm far from any window costs. */
  public double falseAlarm() {
    return falseAlarm;
  }

  /** What a window without an alarm costs. */
  public double miss() {
    return miss;
  }
}
