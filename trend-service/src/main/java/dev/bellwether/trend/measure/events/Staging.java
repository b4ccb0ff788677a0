package dev.bellwether.trend.measure.events;

import dev.bellwether.trend.measure.events.CrisisLex.Event;
import dev.bellwether.trend.measure.events.CrisisLex.Tweet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Plays events into everyday talk. The crises of T6 run side by side, each stretched evenly from
 * its own time onto the same span, so that what is everyday stays so from the first day to the
 * last. The span is the sum of their own, so there is as much talk an hour as one of them collected
 * on average. For denser talk each crisis is cut into so many parts of equal time, which run side
 * by side as well: three times as many people talk, and nobody talks faster. The events start one
 * after the other, each at a random time within its part of the span; their tweets keep their order
 * and come at random (Poisson) at one mean pace, as the labelled tweets of T26 are a sample that
 * does not keep the event's own.
 *
 * @param density how many times the everyday talk
 * @param perHour mean tweets of an event an hour
 * @param tweets so many of each event, the first ones
 */
record Staging(int density, double perHour, int tweets) {

  static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  /** No event in the first days: the monitor learns. */
  private static final Duration LEARNING = Duration.ofDays(2);

  /** Of everyday talk. */
  static final int NO_EVENT = -1;

  /**
   * @param event which of the events, {@link #NO_EVENT} for everyday talk
   */
  record Post(String id, long millis, int event, String text) {}

  /** The whole stream in order of time; the same for the same seed. */
  List<Post> stream(CrisisLex data, long seed) {
    var random = new Random(seed);
    var posts = new ArrayList<Post>();
    long span = 0;
    for (var crisis : data.everyday()) {
      span += crisis.getLast().millis() - crisis.getFirst().millis();
    }
    span /= density;
    for (var crisis : data.everyday()) {
      addEveryday(crisis, span, posts);
    }
    double part = (double) (span - LEARNING.toMillis()) / data.events().size();
    var order = order(data.events().size(), random);
    for (int i = 0; i < order.size(); i++) {
      double start = LEARNING.toMillis() + part * (i + random.nextDouble() * 0.5);
      add(data.events().get(order.get(i)), order.get(i), start, random, posts);
    }
    posts.sort(Comparator.comparingLong(Post::millis).thenComparing(Post::id));
    return posts;
  }

  private void addEveryday(List<Tweet> crisis, long span, List<Post> posts) {
    long first = crisis.getFirst().millis();
    long strand = Math.max(1, (crisis.getLast().millis() - first) / density + 1);
    for (var tweet : crisis) {
      long time = (tweet.millis() - first) % strand;
      posts.add(post(tweet, Math.round(time * (double) span / strand), NO_EVENT));
    }
  }

  private static List<Integer> order(int events, Random random) {
    var order = new ArrayList<Integer>();
    for (int event = 0; event < events; event++) {
      order.add(random.nextInt(order.size() + 1), event);
    }
    return order;
  }

  private void add(Event event, int number, double start, Random random, List<Post> posts) {
    double at = start;
    for (var tweet : event.tweets().subList(0, Math.min(tweets, event.tweets().size()))) {
      posts.add(post(tweet, Math.round(at), number));
      at -= Math.log(1 - random.nextDouble()) * Duration.ofHours(1).toMillis() / perHour;
    }
  }

  private static Post post(Tweet tweet, long millis, int event) {
    return new Post("x:" + tweet.id(), START.toEpochMilli() + millis, event, tweet.text());
  }
}
