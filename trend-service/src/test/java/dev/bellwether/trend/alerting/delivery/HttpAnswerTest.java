package dev.bellwether.trend.alerting.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.trend.alerting.delivery.Outcome.Delivered;
import dev.bellwether.trend.alerting.delivery.Outcome.Gone;
import dev.bellwether.trend.alerting.delivery.Outcome.Refused;
import dev.bellwether.trend.alerting.delivery.Outcome.Retry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpAnswerTest {

  private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "200, Delivered, Delivered",
    "204, Delivered, Delivered",
    "299, Delivered, Delivered",
    "301, Refused, Refused",
    "307, Refused, Refused",
    "400, Refused, Refused",
    "401, Retry, Refused",
    "403, Retry, Refused",
    "404, Retry, Refused",
    "408, Retry, Retry",
    "410, Gone, Gone",
    "413, Refused, Refused",
    "421, Retry, Retry",
    "422, Refused, Refused",
    "425, Retry, Retry",
    "429, Retry, Retry",
    "500, Retry, Retry",
    "503, Retry, Retry",
    "504, Retry, Retry"
  })
  void whatAStatusMeans(int status, String webhook, String slack) {
    var answer = new HttpAnswer(status, null);

    assertEquals(webhook, answer.ofWebhook(NOW).getClass().getSimpleName());
    assertEquals(slack, answer.ofSlack(NOW).getClass().getSimpleName());
    assertEquals(status, answer.ofWebhook(NOW).status());
    switch (answer.ofWebhook(NOW)) {
      case Retry retry -> assertEquals(null, retry.after());
      case Refused refused -> assertEquals(true, refused.reason().contains("" + status));
      case Delivered delivered -> assertEquals(status / 100, 2);
      case Gone gone -> assertEquals(410, status);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "120 | PT2M",
        "' 0 ' | PT0S",
        "Sun, 22 Nov 2026 13:10:00 GMT | PT10M",
        "Sun, 22 Nov 2026 12:00:00 GMT | PT0S",
        "999999999 | P1D",
        "Sat, 22 Nov 2127 13:10:00 GMT | P1D",
        "soon | -",
        "-5 | -",
        "9999999999999999999999 | -",
        "'' | -"
      })
  void theReceiversWishIsHeard(String header, Duration wish) {
    var retry = assertInstanceOf(Retry.class, new HttpAnswer(503, header).ofWebhook(NOW));

    assertEquals(wish, retry.after());
  }
}
