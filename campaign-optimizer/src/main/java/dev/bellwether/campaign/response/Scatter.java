package dev.bellwether.campaign.response;

import java.util.List;

/**
 * How far days scatter around what is expected of them, in units of the mean: Pearson's statistic,
 * of settled days as long as they are remembered and of those still open.
 */
final class Scatter {

  /** As many days as this scatter as little as they may, before figures are seen. */
  private static final double DOUBT = 14;

  /** Squared residuals count up to so many times their mean. */
  private static final double OUTLIER = 9;

  private final double least;
  private double settled;
  private double settledDays;
  private double dispersion;

  /**
   * @param least variance of a day's return in units of its mean is no less than this
   */
  Scatter(double least) {
    this.least = least;
    dispersion = least;
  }

  /** Variance of a day's return in units of its mean. */
  double dispersion() {
    return dispersion;
  }

  /**
   * @param mean what was expected of the day
   * @param kept of what was seen before
   */
  void settle(double outcome, double mean, double kept) {
    if (mean > 0) {
      settled = kept * settled + residual(outcome, mean);
      settledDays = kept * settledDays + 1;
    }
  }

  private double residual(double outcome, double mean) {
    return Math.min((outcome - mean) * (outcome - mean) / mean, OUTLIER * dispersion);
  }

  /** Takes the days that are still open beside the settled ones. */
  void update(List<Arm> arms) {
    double[] open = new double[2];
    for (Arm arm : arms) {
      if (arm.posterior != null) {
        arm.filter.showRecent(day -> add(open, day, arm.expected(day)));
      }
    }
    dispersion = mean(open[0] + settled, open[1] + settledDays);
  }

  private void add(double[] open, ArmFilter.Day day, double mean) {
    if (day.spend() > 0 && mean > 0) {
      open[0] += residual(day.outcome(), mean);
      open[1]++;
    }
  }

  private double mean(double residuals, double days) {
    return Math.max(least, (DOUBT * least + residuals) / (DOUBT + days));
  }

  /**
   * Before there is a curve: around each ad set's own mean return. Without it the first days of
   * amounts would weigh like as many counted events.
   */
  void begin(List<Arm> arms) {
    double residuals = 0;
    double days = 0;
    for (Arm arm : arms) {
      double[] sums = new double[3];
      arm.filter.showRecent(day -> sum(sums, day));
      double rate = sums[0] > 0 ? sums[1] / sums[0] : 0;
      if (rate > 0 && sums[2] > 1) {
        double[] off = new double[1];
        arm.filter.showRecent(day -> off[0] += around(rate * day.spend(), day.outcome()));
        residuals += off[0] * sums[2] / (sums[2] - 1);
        days += sums[2];
      }
    }
    dispersion = days > 0 ? Math.max(least, residuals / days) : least;
  }

  private static void sum(double[] sums, ArmFilter.Day day) {
    if (day.spend() > 0) {
      sums[0] += day.spend();
      sums[1] += day.outcome();
      sums[2]++;
    }
  }

  private static double around(double mean, double outcome) {
    return mean > 0 ? (outcome - mean) * (outcome - mean) / mean : 0;
  }
}
