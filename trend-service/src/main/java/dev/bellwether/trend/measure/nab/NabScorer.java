package dev.bellwether.trend.measure.nab;

import dev.bellwether.trend.measure.nab.LabelledSeries.Window;

/**
 * NAB's scorer (Lavin, Ahmad 2015, as its sweeper has it since version 1.0): within a window only
 * the best, which is the earliest, alarm counts, by a sigmoid that is highest at the window's start
 * and near 0 at its end; an alarm after a window costs the more the farther it is away from it, at
 * most the whole price; a window without an alarm costs its price.
 */
public final class NabScorer {

  private static final double STEEPNESS = 5;

  /** So many widths behind a window an alarm costs its whole price. */
  private static final double FAR = 3;

  private static final double EARLIEST = sigmoid(-1);

  private NabScorer() {}

  /**
   * Raw score of alarms wherever the anomaly score reaches the threshold.
   *
   * @param scores one for each point of the series
   * @return at most {@link Profile#hit} a window; without alarms minus {@link Profile#miss} a
   *     window
   */
  public static double raw(
      LabelledSeries series, double[] scores, double threshold, Profile profile) {
    var worth = worth(series, profile);
    var sum = new RawScore(series, profile);
    for (int point = 0; point < scores.length; point++) {
      if (scores[point] >= threshold) {
        sum.alarm(point, worth[point]);
      }
    }
    return sum.total();
  }

  /**
   * What an alarm at each point is worth by itself: above 0 inside a window, below 0 outside.
   *
   * @return one for each point, also for those of the probation
   */
  public static double[] worth(LabelledSeries series, Profile profile) {
    var worth = new double[series.points().size()];
    int next = 0;
    Window before = null;
    for (int point = 0; point < worth.length; point++) {
      if (next < series.windows().size() && point > series.windows().get(next).last()) {
        before = series.windows().get(next);
        next++;
      }
      boolean inside =
          next < series.windows().size() && point >= series.windows().get(next).first();
      worth[point] =
          inside
              ? inside(series.windows().get(next), point) * profile.hit() / EARLIEST
              : outside(before, point) * profile.falseAlarm();
    }
    return worth;
  }

  /**
   * NAB's scale.
   *
   * @param raw sum over the files
   * @param windows how many they have
   * @return 100 where every window is hit at its start and nothing else, 0 where there is no alarm
   *     at all; NaN for files without windows
   */
  public static double normalised(double raw, long windows, Profile profile) {
    if (windows == 0) {
      return Double.NaN;
    }
    double nothing = -profile.miss() * windows;
    double perfect = profile.hit() * windows;
    return 100 * (raw - nothing) / (perfect - nothing);
  }

  private static double inside(Window window, int point) {
    return sigmoid(-(window.last() - point + 1) / (double) window.width());
  }

  private static double outside(Window before, int point) {
    if (before == null) {
      return -1;
    }
    double away = (point - before.last()) / (double) (before.width() - 1);
    return away >= FAR ? -1 : sigmoid(away);
  }

  /** From 1 far before the window's end to -1 far behind it. */
  private static double sigmoid(double position) {
    return 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
  }
}
