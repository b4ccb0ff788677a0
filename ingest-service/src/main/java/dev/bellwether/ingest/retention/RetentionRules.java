package dev.bellwether.ingest.retention;

import dev.bellwether.ingest.mention.Post;
import dev.bellwether.ingest.rows.RowFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How many days a workspace keeps mentions, by the time their posts claim.
 *
 * @param byPlatform {@link #EVERY} stands for all platforms that are not named
 * @param otherwise where no rule speaks; empty keeps for ever
 */
record RetentionRules(Map<String, Integer> byPlatform, Optional<Integer> otherwise) {

  /** Every platform that has no rule of its own. */
  static final String EVERY = "";

  Optional<Integer> days(String platform) {
    return Optional.ofNullable(byPlatform.get(platform))
        .or(() -> Optional.ofNullable(byPlatform.get(EVERY)))
        .or(() -> otherwise);
  }

  /** What was posted before is not kept; empty where everything is. */
  Optional<Instant> keptSince(String platform, Instant now) {
    return days(platform).map(days -> now.minus(Duration.ofDays(days)));
  }

  /**
   * The post, if it would be kept: one that is too old would be taken and removed in turns.
   *
   * @throws dev.bellwether.ingest.rows.InvalidRowException when it is older than its retention
   */
  Post checked(Post post, Instant now) {
    keptSince(post.platform(), now)
        .filter(since -> post.createdAt().isBefore(since))
        .ifPresent(
            since -> {
              throw RowFields.invalid(
                  "createdAt",
                  "createdAt lies before the retention of %d days; change the retention to keep older posts"
                      .formatted(days(post.platform()).orElseThrow()));
            });
    return post;
  }
}
