package dev.bellwether.trend.detection;

import java.util.List;

/**
 * How much a count speaks against chance, in nats: the Poisson deviance, half of Cash's statistic
 * (ApJ 228, 1979), and about the negative logarithm of the chance to see so much. SigniTrend
 * divides by a deviation, which overrates what three posts say of a term that is never used and
 * underrates what thirty do; this is right for both, and for large counts the same.
 */
final class Evidence {

  private Evidence() {}

  /**
   * @param dispersion variance by mean, at least 1: bursty terms say less
   * @return 0 where the count is not above what is expected
   */
  static double of(double count, double expected, double dispersion) {
    return count <= expected
        ? 0
        : (count * Math.log(count / expected) - (count - expected)) / dispersion;
  }

  /** As deviations of a normal distribution: what people are used to. */
  static double deviations(double evidence) {
    return Math.sqrt(2 * Math.max(0, evidence));
  }

  /**
   * Of terms that stand out in the same posts: each post speaks once, by the term that says most.
   *
   * @param cluster of which each was counted over the last hour
   */
  static double ofCluster(List<Alert> cluster) {
    var covered = Sketch.EMPTY;
    double sum = 0;
    double most = 0;
    for (var alert : cluster) {
      var count = alert.lastHour();
      double posts = count.posts().distinct();
      if (posts > 0) {
        sum += alert.evidence() * count.posts().distinctBeyond(covered) / posts;
        covered = covered.union(count.posts());
      }
      most = Math.max(most, alert.evidence());
    }
    return Math.max(sum, most);
  }
}
