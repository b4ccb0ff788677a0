package dev.bellwether.trend.alerting.delivery;

import dev.bellwether.trend.alerting.wording.DigestReport;
import dev.bellwether.trend.alerting.wording.DigestWording;
import java.net.URI;
import java.util.List;

/** A digest in all the forms in which it is sent. */
public final class DigestGolden {

  private static final URI PUBLIC = URI.create("https://bellwether.example.com");

  private DigestGolden() {}

  public static void assertForms(String name, DigestReport report) {
    var message =
        new AlertMessage(
            "dg_1",
            AlertMessage.DIGEST,
            "acme",
            null,
            null,
            report.to(),
            DigestWording.title(report),
            DigestWording.text(report),
            List.of(),
            report);
    MailBody mail = MailBody.of(message, PUBLIC);
    Golden.assertText(name + ".txt", mail.text());
    Golden.assertText(name + ".html", mail.html());
    Golden.assertJson(name + "-slack.json", SlackBody.of(message, PUBLIC));
    Golden.assertJson(name + "-webhook.json", WebhookBody.of(message, PUBLIC));
  }
}
