package dev.bellwether.trend.measure.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.trend.forecast.LifeForecaster;
import dev.bellwether.trend.forecast.TopicCounts;
import dev.bellwether.trend.measure.forecast.Episode.Asked;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far forecasts of a day's mentions were off: means over episodes, of means over the ages at
 * which they were asked.
 *
 * @param totalError mean of |log((1 + forecast) / (1 + actual))|: 0.69 is a factor of two
 * @param coverage90 part of the totals within the 90 % interval; null for peers
 * @param hourlyCoverage90 part of the hours within theirs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LifeErrors(
    double totalError,
    Double coverage90,
    Double coverage50,
    Double hourlyCoverage90,
    Double hourlyCoverage50) {

  private static final double HALVES_IN_HOURS = 12;

  static LifeErrors of(List<List<Asked>> episodes, LifeForecaster forecaster) {
    var sums = new double[5];
    for (var episode : episodes) {
      for (var asked : episode) {
        var outlook = forecaster.forecast(asked.known());
        var total = outlook.total();
        double actual = asked.total();
        double share = 1.0 / episode.size() / episodes.size();
        sums[0] += share * error(total.median(), actual);
        sums[1] += share * within(total.low90(), actual, total.high90());
        sums[2] += share * within(total.low50(), actual, total.high50());
        for (int ahead = 0; ahead < Episode.AHEAD; ahead++) {
          var hour = outlook.hourly().get(ahead);
          double mentions = asked.hours()[ahead];
          sums[3] += share / Episode.AHEAD * within(hour.low90(), mentions, hour.high90());
          sums[4] += share / Episode.AHEAD * within(hour.low50(), mentions, hour.high50());
        }
      }
    }
    var rounded = Arrays.stream(sums).map(Report::round).toArray();
    return new LifeErrors(rounded[0], rounded[1], rounded[2], rounded[3], rounded[4]);
  }

  static LifeErrors ofPeer(List<List<Asked>> episodes, ToDoubleFunction<TopicCounts> peer) {
    double sum = 0;
    for (var episode : episodes) {
      for (var asked : episode) {
        double error = error(peer.applyAsDouble(asked.known()), asked.total());
        sum += error / episode.size() / episodes.size();
      }
    }
    return new LifeErrors(Report.round(sum), null, null, null, null);
  }

  /** The last hour goes on. */
  static double persisting(TopicCounts known) {
    return Episode.AHEAD * lastHour(known);
  }

  /** What the last hour has above the habit halves every 12 hours. */
  static double halving(TopicCounts known) {
    double above = Math.max(0, lastHour(known) - known.habitPerHour());
    double mean = HALVES_IN_HOURS / Math.log(2);
    return Episode.AHEAD * known.habitPerHour()
        + above * mean * (1 - Math.exp(-Episode.AHEAD / mean));
  }

  private static double lastHour(TopicCounts known) {
    var counts = known.counts();
    int seen = Math.min(Episode.HOUR, counts.length);
    return Arrays.stream(counts, counts.length - seen, counts.length).sum() * Episode.HOUR / seen;
  }

  private static double error(double forecast, double actual) {
    return Math.abs(Math.log1p(forecast) - Math.log1p(actual));
  }

  private static int within(double low, double actual, double high) {
    return actual >= low && actual <= high ? 1 : 0;
  }
}
