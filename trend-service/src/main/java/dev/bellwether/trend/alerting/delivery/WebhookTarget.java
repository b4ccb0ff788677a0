package dev.bellwether.trend.alerting.delivery;

import java.net.URI;
import java.util.List;

/**
 * A receiver of signed JSON (Standard Webhooks).
 *
 * @param url {@code https}, or {@code http} where the operator allows it
 * @param secrets {@code whsec_} and base64 of 24 to 64 bytes; the newest first, and for a day after
 *     a rotation the one before it, so that a message then bears two signatures
 */
public record WebhookTarget(URI url, List<String> secrets) implements Target {

  public WebhookTarget {
    secrets = List.copyOf(secrets);
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("a webhook has a secret");
    }
  }

  @Override
  public String toString() {
    return "WebhookTarget[" + url.getHost() + "]";
  }
}
