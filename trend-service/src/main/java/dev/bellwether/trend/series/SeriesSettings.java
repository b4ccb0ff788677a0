package dev.bellwether.trend.series;

/**
 * The knobs of the detector.
 *
 * @param threshold score from which a departure is an alarm, above 0, below 1
 * @param forgetting so many values halve a record, above 0
 */
public record SeriesSettings(double threshold, double forgetting) {

  /** What ships, and what the figures in docs/trends-series.md are measured with. */
  public static final SeriesSettings STANDARD = new SeriesSettings(0.5, 1000);

  public SeriesSettings {
    if (!(threshold > 0 && threshold < 1 && forgetting > 0)) {
      throw new IllegalArgumentException(
          "threshold %s is in (0, 1), forgetting %s above 0".formatted(threshold, forgetting));
    }
  }
}
