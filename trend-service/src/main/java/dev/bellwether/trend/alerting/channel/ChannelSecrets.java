package dev.bellwether.trend.alerting.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What nobody is shown of a channel once it is made.
 *
 * @param url of a Slack channel; else null
 * @param current what a webhook's messages are signed with, {@code whsec_…}; else null
 * @param previous the one before, until {@code previousUntil}; null where there is none
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelSecrets(String url, String current, String previous, Instant previousUntil) {

  /** How long messages bear both signatures after a rotation. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  public static ChannelSecrets ofSlack(String url) {
    return new ChannelSecrets(url, null, null, null);
  }

  public static ChannelSecrets ofWebhook(String secret) {
    return new ChannelSecrets(null, secret, null, null);
  }

  public ChannelSecrets rotated(String fresh, Instant now) {
    return new ChannelSecrets(null, fresh, current, now.plus(OVERLAP));
  }

  /** The newest first. */
  List<String> signing(Instant now) {
    return previous != null && now.isBefore(previousUntil)
        ? List.of(current, previous)
        : List.of(current);
  }

  @Override
  public String toString() {
    return "ChannelSecrets[]";
  }
}
