package dev.bellwether.trend.detection;

import java.util.List;

/**
 * How much a count speaks against chance, in nats: the deviance of a negative binomial, about the
 * negative logarithm of the chance to see so much. A habit is known only as well as the uses it was
 * learnt from, so chance is a Poisson count whose mean is Gamma distributed around it; where they
 * are many, it is the Poisson deviance, half of Cash's statistic (ApJ 228, 1979). SigniTrend
 * divides by a deviation, which overrates what three posts say of a term that is never used and
 * underrates what thirty do; for large counts both are the same.
 */
final class Evidence {

  private Evidence() {}

  /**
   * @param uses from which {@code expected} was learnt, above 0
   * @param dispersion variance by mean, at least 1: bursty terms say less
   * @return 0 where the count is not above what is expected
   */
  static double of(double count, double expected, double uses, double dispersion) {
    return count <= expected
        ? 0
        : (count * Math.log(count / expected)
                - (count + uses) * Math.log((count + uses) / (expected + uses)))
            / dispersion;
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
