package dev.bellwether.trend.measure.nab;

import java.util.Arrays;

/** The running sum of one file: its false alarms and the best of each window. */
final class RawScore {

  private final LabelledSeries series;
  private final double[] windows;
  private final boolean[] scored;
  private double falseAlarms;

  RawScore(LabelledSeries series, Profile profile) {
    this.series = series;
    this.windows = new double[series.windows().size()];
    this.scored = new boolean[windows.length];
    for (int window = 0; window < windows.length; window++) {
      scored[window] = series.windows().get(window).last() >= series.probation();
    }
    Arrays.fill(windows, -profile.miss());
  }

  /**
   * Counts one alarm.
   *
   * @return by how much the total changed
   */
  double alarm(int point, double worth) {
    if (point < series.probation()) {
      return 0;
    }
    int window = windowOf(point);
    if (window < 0) {
      falseAlarms += worth;
      return worth;
    }
    double gain = Math.max(0, worth - windows[window]);
    windows[window] += gain;
    return gain;
  }

  double total() {
    double total = falseAlarms;
    for (int window = 0; window < windows.length; window++) {
      total += scored[window] ? windows[window] : 0;
    }
    return total;
  }

  private int windowOf(int point) {
    for (int window = 0; window < windows.length; window++) {
      var limits = series.windows().get(window);
      if (point >= limits.first() && point <= limits.last()) {
        return window;
      }
    }
    return -1;
  }
}
