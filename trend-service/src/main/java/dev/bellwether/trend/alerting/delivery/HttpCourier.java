package dev.bellwether.trend.alerting.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.webhook.WebhookSignature;
import dev.bellwether.trend.alerting.delivery.ReceiverClient.NoAnswerException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/** Posts messages to webhooks and to Slack. */
final class HttpCourier {

  private static final String USER_AGENT = "Bellwether (+alerts)";
  private static final String JSON_TYPE = "application/json; charset=utf-8";

  private final ReceiverClient client;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final URI publicUrl;

  /**
   * @param publicUrl the gateway's address for people; null where the operator names none
   */
  HttpCourier(ReceiverClient client, ObjectMapper json, InstantSource clock, URI publicUrl) {
    this.client = client;
    this.json = json;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  Outcome deliver(WebhookTarget target, AlertMessage message) {
    byte[] body = bytes(WebhookBody.of(message, publicUrl));
    long timestamp = clock.instant().getEpochSecond();
    Map<String, String> headers =
        Map.of(
            "Content-Type", JSON_TYPE,
            "User-Agent", USER_AGENT,
            "webhook-id", message.id(),
            "webhook-timestamp", Long.toString(timestamp),
            "webhook-signature",
                WebhookSignature.header(message.id(), timestamp, body, target.secrets()));
    try {
      return client.post(target.url(), headers, body).ofWebhook(clock.instant());
    } catch (NoAnswerException e) {
      return e.outcome();
    }
  }

  Outcome deliver(SlackTarget target, AlertMessage message) {
    Map<String, String> headers = Map.of("Content-Type", JSON_TYPE, "User-Agent", USER_AGENT);
    try {
      return client
          .post(target.url(), headers, bytes(SlackBody.of(message, publicUrl)))
          .ofSlack(clock.instant());
    } catch (NoAnswerException e) {
      return e.outcome();
    }
  }

  private byte[] bytes(Object body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is always JSON", e);
    }
  }
}
