package dev.bellwether.trend.series;

/**
 * The knobs of the detector.
 *
 * @param threshold score from which a departure is an alarm, above 0, below 1; lower is more
 *     sensitive
 * @param restDays so long at most no second alarm is raised after one, 0 or more
 * @param restShare of a series' age; a young series rests shorter, 0 or more
 */
public record SeriesSettings(double threshold, double restDays, double restShare) {

  /** What ships, and what the figures in docs/trends-series.md are measured with. */
  public static final SeriesSettings STANDARD = new SeriesSettings(0.5, 1, 0.05);

  public SeriesSettings {
    if (!(threshold > 0 && threshold < 1 && restDays >= 0 && restShare >= 0)) {
      throw new IllegalArgumentException(
          "threshold %s is in (0, 1), rest %s and its share %s are not below 0"
              .formatted(threshold, restDays, restShare));
    }
  }

  double rest(double age) {
    return Math.min(restDays, restShare * age);
  }
}
