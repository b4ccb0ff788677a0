package dev.bellwether.campaign.export.writer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.export.DayBudgets;
import dev.bellwether.campaign.export.writer.ConnectorMessage.AnsweredLine;
import dev.bellwether.campaign.export.writer.Delivery.Result;
import dev.bellwether.kit.webhook.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Posts an order to the operator's own connector, signed as Standard Webhooks 1.0.0 says. Its
 * address is the operator's and not a user's, so nothing guards where it leads.
 */
final class ConnectorWriter implements PlatformWriter {

  static final String NAME = "connector";

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(20);
  private static final long LARGEST_ANSWER = 16L * 1024 * 1024;
  private static final int LONGEST_REASON = 300;

  private final URI url;
  private final String secret;
  private final HttpClient client;
  private final ObjectMapper json;
  private final InstantSource clock;

  ConnectorWriter(URI url, String secret, ObjectMapper json, InstantSource clock) {
    this.url = url;
    this.secret = secret;
    this.json = json;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Delivery write(WriteOrder order) {
    HttpResponse<byte[]> response = post(order);
    if (response.statusCode() < 200 || response.statusCode() >= 300) {
      throw new WriteFailedException(
          "The connector answered %d.".formatted(response.statusCode()), null);
    }
    Map<List<String>, AnsweredLine> answered = answered(response.body());
    return new Delivery(
        order.budgets().lines().stream()
            .map(line -> result(line, answered.get(List.of(line.campaign(), line.adSet()))))
            .toList());
  }

  private HttpResponse<byte[]> post(WriteOrder order) {
    try {
      byte[] body = json.writeValueAsBytes(ConnectorMessage.of(order));
      long timestamp = clock.instant().getEpochSecond();
      HttpRequest request =
          HttpRequest.newBuilder(url)
              .timeout(ANSWERING)
              .header("Content-Type", "application/json; charset=utf-8")
              .header("User-Agent", "Bellwether (+plans)")
              .header("webhook-id", order.key())
              .header("webhook-timestamp", Long.toString(timestamp))
              .header(
                  "webhook-signature",
                  WebhookSignature.header(order.key(), timestamp, body, List.of(secret)))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      return client.send(
          request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    } catch (IOException e) {
      throw new WriteFailedException(
          "The connector does not answer (%s).".formatted(e.getClass().getSimpleName()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WriteFailedException("The service is stopping.", e);
    }
  }

  /** What does not read says nothing: the connector has taken the order all the same. */
  private Map<List<String>, AnsweredLine> answered(byte[] body) {
    var answered = new HashMap<List<String>, AnsweredLine>();
    try {
      ConnectorMessage.Answer answer =
          body.length == 0 ? null : json.readValue(body, ConnectorMessage.Answer.class);
      if (answer != null && answer.lines() != null) {
        for (AnsweredLine line : answer.lines()) {
          if (line != null && line.campaign() != null && line.adSet() != null) {
            answered.put(List.of(line.campaign(), line.adSet()), line);
          }
        }
      }
    } catch (JsonProcessingException e) {
      return Map.of();
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory are always read", e);
    }
    return answered;
  }

  private static Delivery.Line result(DayBudgets.Line line, AnsweredLine answer) {
    Result result = answer == null || answer.result() == null ? Result.WRITTEN : answer.result();
    String reason = null;
    if (result == Result.REFUSED) {
      String said = answer.reason() == null ? "The connector gives no reason." : answer.reason();
      reason = said.substring(0, Math.min(said.length(), LONGEST_REASON));
    }
    return new Delivery.Line(line.campaign(), line.adSet(), line.dayMicros(), result, reason);
  }
}
