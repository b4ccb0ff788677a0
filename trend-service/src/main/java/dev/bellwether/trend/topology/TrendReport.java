package dev.bellwether.trend.topology;

import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import dev.bellwether.trend.detection.Alert;
import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.Sketch;
import dev.bellwether.trend.forecast.LifeForecaster;
import dev.bellwether.trend.forecast.TopicCounts;
import java.util.List;

/** Says of a trend what detection does not: how its posts feel, and where it goes. */
record TrendReport(Buckets buckets, LifeForecaster forecaster) {

  /**
   * How the posts of a trend's last hour feel, as far as they are scored. Exact while its sketch
   * holds them all; of more posts the sketch's are a sample, and the counts are scaled.
   *
   * @return null where none is scored
   */
  static Trend.Mood mood(Trend trend, List<BucketCounts> hour, List<Moods> moods) {
    var posts = Sketch.EMPTY;
    for (var counts : hour) {
      posts = posts.union(postsOf(trend, counts));
    }
    var felt = new int[Mood.values().length];
    int[] hashes = posts.hashes();
    for (int post : hashes) {
      felt[moodOf(post, moods).ordinal()]++;
    }
    int scored =
        felt[Mood.NEGATIVE.ordinal()]
            + felt[Mood.NEUTRAL.ordinal()]
            + felt[Mood.POSITIVE.ordinal()];
    double scale = posts.distinct() / Math.max(1, hashes.length);
    return scored == 0
        ? null
        : new Trend.Mood(
            Math.round(felt[Mood.NEGATIVE.ordinal()] * scale),
            Math.round(felt[Mood.NEUTRAL.ordinal()] * scale),
            Math.round(felt[Mood.POSITIVE.ordinal()] * scale));
  }

  private static Mood moodOf(int post, List<Moods> moods) {
    var found = Mood.UNKNOWN;
    for (var bucket : moods) {
      var mood = bucket.of(post);
      if (mood == Mood.FORGOTTEN) {
        return mood;
      }
      found = mood == Mood.UNKNOWN ? found : mood;
    }
    return found;
  }

  /** Mentions of the trend in a bucket. */
  static double mentions(Trend trend, BucketCounts counts) {
    return postsOf(trend, counts).distinct();
  }

  private static Sketch postsOf(Trend trend, BucketCounts counts) {
    var posts = Sketch.EMPTY;
    for (var term : trend.terms()) {
      posts = posts.union((term.equals(Alert.VOLUME) ? counts.all() : counts.of(term)).posts());
    }
    return posts;
  }

  /**
   * The trend's next 24 hours.
   *
   * @return null where it has ended, or nothing of it is counted
   */
  Trend.Outlook outlook(Trend trend, Life life) {
    if (trend.state() == TrendState.ENDED || life == null || life.counts().length == 0) {
      return null;
    }
    var outlook =
        forecaster.forecast(
            new TopicCounts(
                buckets.startOf(life.first()),
                buckets.length(),
                life.mentions(),
                Double.isFinite(trend.expectedPerHour())
                    ? Math.max(0, trend.expectedPerHour())
                    : 0));
    var total = outlook.total();
    return new Trend.Outlook(
        outlook.madeAt(),
        total.median(),
        total.low50(),
        total.high50(),
        total.low90(),
        total.high90());
  }
}
