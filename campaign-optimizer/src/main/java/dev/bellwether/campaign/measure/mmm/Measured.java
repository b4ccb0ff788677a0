package dev.bellwether.campaign.measure.mmm;

import dev.bellwether.campaign.mmm.FitError;
import dev.bellwether.campaign.mmm.MediaData;
import dev.bellwether.campaign.mmm.MediaMix;
import dev.bellwether.campaign.mmm.MediaMixFit;
import dev.bellwether.campaign.mmm.Peers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What a fit on all but the last periods is worth on those.
 *
 * @param train periods fitted
 * @param coverage of the 90 % predictive intervals on the hold-out
 * @param scaleReduction of the chains, at worst
 */
record Measured(
    MediaData data,
    int train,
    Errors model,
    double trainCoverage,
    double coverage,
    double scaleReduction,
    Map<String, Errors> peers,
    List<MediaMixFit.Contribution> channels) {

  /**
   * Errors of one way to predict, of the total over geos and of each row.
   *
   * @param holdoutRows null for a national series, where it would be the same
   */
  record Errors(FitError train, FitError holdout, FitError trainRows, FitError holdoutRows) {

    static Errors of(MediaData data, int train, double[][] predicted) {
      int times = data.times().size();
      boolean national = data.geos().size() == 1;
      return new Errors(
          FitError.of(total(data.outcome(), 0, train), total(predicted, 0, train)),
          FitError.of(total(data.outcome(), train, times), total(predicted, train, times)),
          national ? null : FitError.of(flat(data.outcome(), 0, train), flat(predicted, 0, train)),
          national
              ? null
              : FitError.of(flat(data.outcome(), train, times), flat(predicted, train, times)));
    }

    private static double[] total(double[][] values, int from, int to) {
      double[] sums = new double[to - from];
      for (double[] row : values) {
        for (int t = from; t < to; t++) {
          sums[t - from] += row[t];
        }
      }
      return sums;
    }

    private static double[] flat(double[][] values, int from, int to) {
      double[] all = new double[values.length * (to - from)];
      for (int g = 0; g < values.length; g++) {
        System.arraycopy(values[g], from, all, g * (to - from), to - from);
      }
      return all;
    }
  }

  static Measured of(MediaData data, int train, IntConsumer progress) {
    var effort = MediaMix.Effort.of(data);
    MediaMixFit fit = MediaMix.fit(data, train, effort, progress);
    var peers = new LinkedHashMap<String, Errors>();
    peers.put("seasonalNaive", Errors.of(data, train, Peers.seasonalNaive(data, train)));
    peers.put("recentMean", Errors.of(data, train, Peers.recentMean(data, train)));
    peers.put("linear", Errors.of(data, train, Peers.linear(data, train)));
    // Linear given its variances, so it settles at once
    var brief = new MediaMix.Effort(300, 200, 2);
    var without = MediaMix.fit(Peers.withoutMedia(data), train, brief, _ -> {});
    peers.put("withoutMedia", Errors.of(data, train, without.expected()));
    return new Measured(
        data,
        train,
        Errors.of(data, train, fit.expected()),
        fit.coverage(0, train),
        fit.coverage(train, data.times().size()),
        fit.worstScaleReduction(),
        peers,
        fit.contributions());
  }
}
