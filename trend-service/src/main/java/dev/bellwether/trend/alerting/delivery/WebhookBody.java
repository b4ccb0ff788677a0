package dev.bellwether.trend.alerting.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.trend.alerting.wording.DigestReport;
import dev.bellwether.trend.alerting.wording.PlainText;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What a webhook's receiver reads: the payload structure that the Standard Webhooks specification
 * recommends.
 *
 * @param type {@code alert.raised}, {@code alert.test} or {@code digest.made}
 * @param timestamp when it happened (event time), not when it was sent
 */
public record WebhookBody(String type, Instant timestamp, Data data) {

  /** A body should stay under 20 kB, says the specification; a signal has about half a kB. */
  private static final int MOST_ITEMS = 30;

  private static final int MOST_TEXT = 4_000;

  /**
   * @param delivery the header {@code webhook-id} again, for those who keep bodies only
   * @param url where the alert can be asked for; null where the operator names no address
   * @param items oldest first
   * @param itemsLeftOut how many more there are; null for none
   * @param digest null for an alert
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Data(
      String delivery,
      String workspace,
      String alert,
      String rule,
      String title,
      String text,
      URI url,
      List<AlertMessage.Item> items,
      Integer itemsLeftOut,
      DigestReport digest) {}

  /**
   * @param publicUrl the gateway's address; null where the operator names none
   */
  static WebhookBody of(AlertMessage message, URI publicUrl) {
    int more = message.items().size() - MOST_ITEMS;
    return new WebhookBody(
        message.type(),
        message.at(),
        new Data(
            message.id(),
            message.workspace(),
            message.alert(),
            message.rule(),
            message.title(),
            PlainText.clip(message.text(), MOST_TEXT),
            publicUrl == null || message.alert() == null
                ? null
                : publicUrl.resolve("/v1/alerts/" + message.alert()),
            message.items().stream().limit(MOST_ITEMS).toList(),
            more > 0 ? more : null,
            message.digest()));
  }
}
