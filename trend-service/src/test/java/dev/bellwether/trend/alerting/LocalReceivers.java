package dev.bellwether.trend.alerting;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lets messages reach receivers and mailboxes on this machine, and secrets be sealed. */
public class LocalReceivers implements QuarkusTestResourceLifecycleManager {

  private static volatile GreenMail mail;

  @Override
  public Map<String, String> start() {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    mail.start();
    return Map.of(
        "quarkus.mailer.host", "127.0.0.1",
        "quarkus.mailer.port", Integer.toString(mail.getSmtp().getPort()),
        "quarkus.mailer.from", "Bellwether <alerts@bellwether.example>",
        "bellwether.public-url", "https://bellwether.example",
        "bellwether.alerting.allowed-networks", "127.0.0.0/8",
        "bellwether.alerting.allowed-ports", "1-65535",
        "bellwether.alerting.allow-http", "true",
        "bellwether.alerting.poll", "0.2S",
        "bellwether.alerting.digest-poll", "0.2S",
        "bellwether.alerting.secret-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
  }

  /** Every mail that has come to an address. */
  static List<MimeMessage> mailsTo(String address) throws MessagingException {
    var mails = new ArrayList<MimeMessage>();
    for (MimeMessage mail : mail.getReceivedMessages()) {
      if (mail.getAllRecipients()[0].toString().equals(address)) {
        mails.add(mail);
      }
    }
    return mails;
  }

  @Override
  public void stop() {
    mail.stop();
  }
}
