package dev.bellwether.trend.measure.events;

import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.trend.detection.CountedPost;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.Kernel;
import dev.bellwether.trend.detection.TermExtractor;
import dev.bellwether.trend.detection.Watched;
import dev.bellwether.trend.measure.events.Staging.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One run over a staged stream. Every new trend is an alert. Its terms lead to the posts that hold
 * one of them, of the last hour before it was raised, or of the window it stood out in where that
 * is longer; it is an event's alert where more than half of those are the event's, else a false
 * one. An event is found with its first alert.
 *
 * @param alerts in the order in which they were raised
 * @param found by event
 * @param events how many there were
 */
record Trial(List<Alert> alerts, Map<Integer, Found> found, int events) {

  /** Stands for every post. */
  private static final String VOLUME = "*";

  /**
   * @param event which, or {@link Staging#NO_EVENT}: a false alarm
   */
  record Alert(Trend trend, int event) {}

  /**
   * @param delay from the first tweet of the event in the stream to the alert, event time
   * @param seen tweets of the event by then
   */
  record Found(Duration delay, int seen) {}

  static Trial run(List<Post> stream, int events, Detector detector, TermExtractor extractor) {
    var begun = new HashMap<String, Trend>();
    var order = new ArrayList<Trend>();
    var kernel =
        new Kernel(
            detector,
            extractor,
            new Watched("w", "m"),
            trend -> {
              if (begun.putIfAbsent(trend.id(), trend) == null) {
                order.add(trend);
              }
            });
    for (var post : stream) {
      kernel.add(
          new CountedPost(
              post.id(),
              Instant.ofEpochMilli(post.millis()),
              CountedPost.unnamed(post.id(), post.text()),
              0,
              List.of("m"),
              post.text()));
    }
    kernel.close();
    var alerts =
        order.stream().map(trend -> new Alert(trend, eventOf(trend, stream, extractor))).toList();
    return new Trial(alerts, found(alerts, stream), events);
  }

  int rightAlerts() {
    return (int) alerts.stream().filter(alert -> alert.event() != Staging.NO_EVENT).count();
  }

  private static int eventOf(Trend trend, List<Post> stream, TermExtractor extractor) {
    long to = trend.detectedAt().toEpochMilli();
    long minutes = Math.max(60, trend.scaleMinutes() == null ? 60 : trend.scaleMinutes());
    long from = to - Duration.ofMinutes(minutes).toMillis();
    Set<String> terms = new HashSet<>(trend.terms());
    var led = new HashMap<Integer, Integer>();
    int all = 0;
    for (int i = firstFrom(stream, from); i < stream.size() && stream.get(i).millis() < to; i++) {
      var post = stream.get(i);
      boolean leads =
          terms.contains(VOLUME)
              || extractor.termsOf(post.text()).stream().anyMatch(terms::contains);
      if (leads) {
        led.merge(post.event(), 1, Integer::sum);
        all++;
      }
    }
    for (var event : led.entrySet()) {
      if (event.getKey() != Staging.NO_EVENT && 2 * event.getValue() > all) {
        return event.getKey();
      }
    }
    return Staging.NO_EVENT;
  }

  private static int firstFrom(List<Post> stream, long millis) {
    int low = 0;
    int high = stream.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stream.get(middle).millis() < millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Map<Integer, Found> found(List<Alert> alerts, List<Post> stream) {
    var found = new HashMap<Integer, Found>();
    for (var alert : alerts) {
      if (alert.event() != Staging.NO_EVENT) {
        found.computeIfAbsent(alert.event(), event -> found(event, alert.trend(), stream));
      }
    }
    return found;
  }

  private static Found found(int event, Trend trend, List<Post> stream) {
    var millis =
        stream.stream().filter(post -> post.event() == event).mapToLong(Post::millis).toArray();
    long to = trend.detectedAt().toEpochMilli();
    int seen = 0;
    while (seen < millis.length && millis[seen] < to) {
      seen++;
    }
    return new Found(Duration.ofMillis(to - millis[0]), seen);
  }
}
