package dev.bellwether.trend.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Seeded synthetic posts of one monitor: Poisson in time, a Zipf-like vocabulary, an author each.
 */
final class PostStream {

  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private static final int VOCABULARY = 400;

  private final Random random;
  private final List<CountedPost> posts = new ArrayList<>();

  PostStream(long seed) {
    random = new Random(seed);
  }

  /** Everyday posts at a rate that may change with time; each holds eight words and the brand. */
  PostStream everyday(Duration from, Duration to, ToDoubleFunction<Instant> perHour) {
    return add(
        from,
        to,
        perHour,
        "author",
        () -> {
          var terms = new ArrayList<>(List.of("brand"));
          addEveryday(terms, 8);
          return terms;
        });
  }

  private void addEveryday(List<String> terms, int words) {
    IntStream.range(0, words)
        .forEach(i -> terms.add("word" + (int) (VOCABULARY * Math.pow(random.nextDouble(), 2.5))));
  }

  /** Posts of which each holds some of the topic's words, and four of its own. */
  PostStream topic(Duration from, Duration to, double perHour, String author, String... words) {
    return add(
        from,
        to,
        time -> perHour,
        author,
        () -> {
          var terms = new ArrayList<>(List.of("brand"));
          for (var word : words) {
            if (random.nextDouble() < 0.6) {
              terms.add(word);
            }
          }
          addEveryday(terms, 4);
          return terms;
        });
  }

  private PostStream add(
      Duration from,
      Duration to,
      ToDoubleFunction<Instant> perHour,
      String author,
      java.util.function.Supplier<List<String>> terms) {
    for (var minute = from; minute.compareTo(to) < 0; minute = minute.plusMinutes(1)) {
      var time = START.plus(minute);
      int count = poisson(perHour.applyAsDouble(time) / 60);
      for (int i = 0; i < count; i++) {
        int number = posts.size();
        long who =
            Fingerprint.of(
                author.equals("author") ? "author" + random.nextInt(5_000) : author + number);
        posts.add(
            new CountedPost(
                "x:" + number,
                time.plusSeconds(random.nextInt(60)),
                who,
                0,
                List.of("m"),
                String.join(" ", terms.get())));
      }
    }
    return this;
  }

  /** The same account again and again. */
  PostStream flood(Duration from, Duration to, double perHour, String word) {
    int before = posts.size();
    topic(from, to, perHour, "flood", word);
    for (int i = before; i < posts.size(); i++) {
      var post = posts.get(i);
      posts.set(
          i, new CountedPost(post.id(), post.createdAt(), 7, 0, post.monitors(), post.text()));
    }
    return this;
  }

  /** One text that spreads: another author each time. */
  PostStream chain(Duration from, Duration to, double perHour, String text) {
    int before = posts.size();
    topic(from, to, perHour, "chain", "x");
    for (int i = before; i < posts.size(); i++) {
      var post = posts.get(i);
      posts.set(
          i,
          new CountedPost(
              post.id(), post.createdAt(), post.author(), 0, post.monitors(), "RT @who: " + text));
    }
    return this;
  }

  List<CountedPost> posts() {
    return posts.stream().sorted(java.util.Comparator.comparing(CountedPost::createdAt)).toList();
  }

  private int poisson(double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
