package dev.bellwether.trend.measure.forecast;

import dev.bellwether.trend.forecast.TopicCounts;
import dev.bellwether.trend.measure.forecast.TopicFiles.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A rise that stands out: from the first hour with three times its habit and ten mentions.
 *
 * @param from bucket in which it begins
 * @param known first bucket at which the rise is known
 * @param habit mentions an hour in up to a week before
 */
record Episode(Topic topic, int from, int known, double habit) {

  static final int HOUR = 3_600 / TopicFiles.BUCKET_SECONDS;
  static final int AHEAD = 24;

  private static final double[] AGES = {0.25, 0.5, 1, 2, 3, 6, 12, 24, 36, 48, 72};
  private static final int LEAST = 10;
  private static final double LIFT = 3;
  private static final int WEEK = 7 * 24 * HOUR;
  private static final int APART = 96 * HOUR;

  /** A forecast that could have been asked for, and what came. */
  record Asked(TopicCounts known, double[] hours) {

    double total() {
      return Arrays.stream(hours).sum();
    }
  }

  static List<Episode> of(Topic topic) {
    var counts = topic.counts();
    var before = new double[counts.length + 1];
    for (int at = 0; at < counts.length; at++) {
      before[at + 1] = before[at] + counts[at];
    }
    var episodes = new ArrayList<Episode>();
    int at = topic.leadHours() * HOUR;
    while (at < counts.length - AHEAD * HOUR) {
      int window = Math.min(at - HOUR, WEEK);
      double habit =
          window < HOUR ? 0 : (before[at - HOUR] - before[at - HOUR - window]) * HOUR / window;
      if (before[at] - before[at - HOUR] >= Math.max(LEAST, LIFT * habit)) {
        episodes.add(new Episode(topic, beginning(counts, at, habit), at, habit));
        at += APART;
      } else {
        at++;
      }
    }
    return episodes;
  }

  /** From a quarter of an hour to three days after it began, once it is known. */
  List<Asked> asked() {
    var asked = new ArrayList<Asked>();
    var counts = topic.counts();
    for (double age : AGES) {
      int origin = from + (int) (age * HOUR);
      if (origin >= known && origin + AHEAD * HOUR <= counts.length) {
        var hours = new double[AHEAD];
        for (int ahead = 0; ahead < AHEAD; ahead++) {
          int start = origin + ahead * HOUR;
          hours[ahead] = Arrays.stream(counts, start, start + HOUR).sum();
        }
        var seen = Arrays.copyOfRange(counts, from, origin);
        asked.add(
            new Asked(
                new TopicCounts(
                    Instant.EPOCH, Duration.ofSeconds(TopicFiles.BUCKET_SECONDS), seen, habit),
                hours));
      }
    }
    return asked;
  }

  private static int beginning(double[] counts, int known, double habit) {
    for (int at = known - HOUR; at < known; at++) {
      if (counts[at] > 1.5 * habit / HOUR) {
        return at;
      }
    }
    return known - HOUR;
  }
}
