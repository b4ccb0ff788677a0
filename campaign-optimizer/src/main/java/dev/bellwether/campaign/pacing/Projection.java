package dev.bellwether.campaign.pacing;

import dev.bellwether.campaign.pacing.SpendBook.SoFar;
import java.util.List;

/**
 * What will have been spent when the day ends if it goes on as past days did; millionths of the
 * plan's currency.
 *
 * @param lowMicros with {@code highMicros}: what holds the day's spend with probability 0.9; null
 *     where fewer than three past days tell
 * @param meanMicros the estimate
 * @param highMicros see {@code lowMicros}
 */
public record Projection(Long lowMicros, long meanMicros, Long highMicros) {

  private static final int DAYS_ENOUGH = 3;

  /** Student's t, 0.95 one-sided, for 2 to 13 degrees of freedom: as many as past days allow. */
  private static final double[] T = {
    2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796, 1.782, 1.771
  };

  private static final double MOST = 1e18;

  /** Of a day that is over. */
  static Projection known(long spent) {
    return new Projection(spent, spent, spent);
  }

  /**
   * Of a day that runs: the prediction interval of a normal variable with unknown mean and
   * variance, for the logarithm of how many times as much as by now a day spends. Null where
   * nothing can be said.
   *
   * @param past days of the same line by the same time of day
   * @param share of a day that the account has usually spent by now, from 0 to 1; for lines that
   *     have no past of their own
   */
  static Projection of(long spent, List<SoFar> past, double share) {
    if (spent == 0) {
      return null;
    }
    if (past.size() < DAYS_ENOUGH || past.stream().anyMatch(day -> day.spent() <= 0)) {
      return share > 0 ? new Projection(null, rounded(spent / share), null) : null;
    }
    double[] logs =
        past.stream().mapToDouble(day -> Math.log((double) day.total() / day.spent())).toArray();
    int n = logs.length;
    double mean = 0;
    for (double log : logs) {
      mean += log / n;
    }
    double squares = 0;
    for (double log : logs) {
      squares += (log - mean) * (log - mean);
    }
    double t = T[Math.min(n - 2, T.length) - 1];
    double width = t * Math.sqrt(squares / (n - 1) * (1 + 1.0 / n));
    return new Projection(
        Math.max(spent, rounded(spent * Math.exp(mean - width))),
        rounded(spent * Math.exp(mean)),
        rounded(spent * Math.exp(mean + width)));
  }

  private static long rounded(double micros) {
    return Math.round(Math.min(micros, MOST));
  }
}
