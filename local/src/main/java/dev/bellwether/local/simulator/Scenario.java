package dev.bellwether.local.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/**
 * Two weeks of posts about a small maker of bottles and its two competitors, with a launch that
 * catches on and a complaint that turns into a storm. The same seed and end give the same posts, to
 * the byte.
 *
 * @param posts in order of time; ids are unique
 */
public record Scenario(long seed, Timeline timeline, List<Post> posts) {
  public static final long DEFAULT_SEED = 1789;

  /** A Monday at midnight UTC. */
  public static final Instant DEFAULT_END = Instant.parse("2026-03-16T00:00:00Z");

  public Scenario {
    posts = List.copyOf(posts);
  }

  public static Scenario of(long seed, Instant end) {
    Timeline timeline = Timeline.endingAt(end.truncatedTo(ChronoUnit.MINUTES));
    RandomGenerator random = random(seed);
    List<Arrival> arrivals = Arrival.over(timeline, random);
    Crowd crowd = Crowd.gather(random);
    Conversation conversation = new Conversation(timeline);
    List<Post> posts = new ArrayList<>(arrivals.size());
    for (Arrival arrival : arrivals) {
      Person person =
          crowd.poster(arrival.tongue(), arrival.strand().event() == Event.SPAM, random);
      Post post =
          post(arrival, person, conversation.say(arrival, person, random), posts.size(), random);
      conversation.remember(arrival, post);
      posts.add(post);
    }
    return new Scenario(seed, timeline, posts);
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static Post post(
      Arrival arrival,
      Person person,
      Conversation.Said said,
      int sequence,
      RandomGenerator random) {
    Instant at = arrival.at().truncatedTo(ChronoUnit.SECONDS);
    Platform platform = person.platform();
    String id = platform.nativeId(arrival.at(), sequence);
    boolean tellsLanguage =
        platform == Platform.BLUESKY || platform == Platform.MASTODON && random.nextBoolean();
    Reach reach = Reach.draw(person, arrival.strand().event(), random);
    PostRow row =
        new PostRow(
            id,
            platform.code(),
            said.text(),
            at.toString(),
            platform.url(person.handle(), id),
            tellsLanguage ? arrival.tongue().code() : null,
            person.handle(),
            platform == Platform.REDDIT ? null : person.followers(),
            reach.likes(),
            platform == Platform.INSTAGRAM || platform == Platform.REDDIT ? null : reach.reposts(),
            reach.replies(),
            platform == Platform.X ? reach.views() : null,
            said.replyTo() == null ? null : said.replyTo().row().id());
    return new Post(at, row, truth(arrival, said));
  }

  private static Truth truth(Arrival arrival, Conversation.Said said) {
    Set<String> brands =
        Brand.ALL.stream()
            .filter(brand -> brand.isNamedIn(said.text()))
            .map(Brand::name)
            .collect(Collectors.toCollection(HashSet::new));
    String copyOf = said.copyOf() == null ? null : said.copyOf().row().mentionId();
    return new Truth(
        brands, said.feeling(), arrival.strand().event(), arrival.tongue().code(), copyOf);
  }

  /**
   * Engagement when the post was seen: log-normal, growing with the square root of the followers.
   */
  private record Reach(long likes, long reposts, long replies, long views) {
    static Reach draw(Person person, Event event, RandomGenerator random) {
      double stirred =
          switch (event) {
            case STORM -> 2.5;
            case LAUNCH -> 1.8;
            case TALK, MARKET -> 1;
            case SPAM -> 0.1;
          };
      double likes =
          stirred
              * 0.12
              * Math.sqrt(person.followers() + 60.0)
              * StrictMath.exp(1.2 * random.nextGaussian());
      double views = (likes + 1) * random.nextDouble(15, 60);
      return new Reach(
          (long) likes,
          (long) (likes * random.nextDouble(0.02, 0.35)),
          (long) (likes * random.nextDouble(0.02, 0.3)),
          (long) views);
    }
  }
}
