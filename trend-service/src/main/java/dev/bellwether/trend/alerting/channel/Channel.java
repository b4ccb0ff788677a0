package dev.bellwether.trend.alerting.channel;

import dev.bellwether.trend.alerting.delivery.EmailTarget;
import dev.bellwether.trend.alerting.delivery.SlackTarget;
import dev.bellwether.trend.alerting.delivery.Target;
import dev.bellwether.trend.alerting.delivery.WebhookTarget;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Where alerts are sent, without what is secret of it.
 *
 * @param version from 1, one more with each change
 * @param enabled as a person wants it
 * @param url a webhook's; of Slack's, which is a secret, scheme and host only; null for e-mail
 * @param to mailboxes; empty where it is no e-mail
 * @param disabledAt since when the outbox sends nothing more to it; null while it does
 * @param disabledReason why it does not
 */
public record Channel(
    String id,
    int version,
    String name,
    boolean enabled,
    ChannelKind kind,
    String url,
    List<String> to,
    Instant disabledAt,
    String disabledReason) {

  public Channel {
    to = to == null ? List.of() : List.copyOf(to);
  }

  /**
   * What it is after a change. Enabled, the outbox's word against it is forgotten.
   *
   * @param keepsUrl of Slack's, whose address a change may leave out
   */
  public Channel changedTo(Channel wanted, boolean keepsUrl) {
    return new Channel(
        id,
        wanted.version,
        wanted.name,
        wanted.enabled,
        kind,
        keepsUrl ? url : wanted.url,
        wanted.to,
        wanted.enabled ? null : disabledAt,
        wanted.enabled ? null : disabledReason);
  }

  public boolean takesMessages() {
    return enabled && disabledAt == null;
  }

  /**
   * @param secrets null for e-mail
   */
  public Target target(ChannelSecrets secrets, Instant now) {
    return switch (kind) {
      case WEBHOOK -> new WebhookTarget(URI.create(url), secrets.signing(now));
      case SLACK -> new SlackTarget(URI.create(secrets.url()));
      case EMAIL -> new EmailTarget(to);
    };
  }
}
