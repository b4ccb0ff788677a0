package dev.bellwether.trend.alerting.delivery;

import java.net.URI;

/**
 * An incoming webhook of Slack, or of anything that takes the same JSON (Mattermost, Rocket.Chat).
 *
 * @param url who knows it may write into the channel: a secret
 */
public record SlackTarget(URI url) implements Target {

  @Override
  public String toString() {
    return "SlackTarget[" + url.getHost() + "]";
  }
}
