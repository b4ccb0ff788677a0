package dev.bellwether.trend.alerting.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.kit.webhook.WebhookSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Receivers are tried with the message that the documentation shows. */
class WebhookDocumentTest {

  @Test
  void theDocumentedMessageIsGenuine() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("bellwether.root"), "docs", "alerts-receivers.md"));

    assertEquals(
        value(page, "webhook-signature"),
        WebhookSignature.header(
            value(page, "webhook-id"),
            Long.parseLong(value(page, "webhook-timestamp")),
            value(page, "body").getBytes(StandardCharsets.UTF_8),
            List.of(value(page, "secret"))));
  }

  private static String value(String page, String name) {
    var line = Pattern.compile("^" + name + " {2,}(\\S.*)$", Pattern.MULTILINE).matcher(page);
    line.find();
    return line.group(1);
  }
}
