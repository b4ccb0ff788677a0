package dev.bellwether.local.simulator;

import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Somebody who posts.
 *
 * @param followers 0 where the platform shows none
 * @param habits how this person types
 */
record Person(String handle, Platform platform, long followers, Habits habits) {
  /**
   * How a person types; the shares are of posts, 0 to 1.
   *
   * @param lowerCase writes no capitals
   * @param stops ends the last sentence with a stop
   */
  record Habits(
      boolean lowerCase, boolean stops, double emoji, double typo, double hashtag, double slang) {}

  static Person draw(Grammar names, Platform platform, RandomGenerator random) {
    String handle = names.expand("handle", Map.of(), random);
    // Pareto with index 0.9, as follower counts are heavy-tailed
    long followers =
        platform == Platform.REDDIT
            ? 0
            : (long) Math.min(2_500_000, 40 / StrictMath.pow(1 - random.nextDouble(), 1 / 0.9));
    boolean pictures = platform == Platform.INSTAGRAM;
    Habits habits =
        new Habits(
            random.nextDouble() < 0.28,
            random.nextDouble() < 0.45,
            pictures ? 0.7 : StrictMath.pow(random.nextDouble(), 2.5) * 0.8,
            random.nextDouble() < 0.2 ? 0.35 : 0.03,
            pictures ? 0.85 : platform == Platform.REDDIT ? 0 : random.nextDouble() * 0.35,
            random.nextDouble() * 0.2);
    return new Person(handle, platform, followers, habits);
  }
}
