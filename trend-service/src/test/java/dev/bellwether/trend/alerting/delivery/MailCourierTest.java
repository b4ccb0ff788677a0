package dev.bellwether.trend.alerting.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.bellwether.trend.alerting.delivery.Outcome.Delivered;
import dev.bellwether.trend.alerting.delivery.Outcome.Refused;
import dev.bellwether.trend.alerting.delivery.Outcome.Retry;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a mail server on this machine. */
class MailCourierTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Vertx vertx = Vertx.vertx();
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aMailArrivesAsTextAndHtmlUnderTheAlertsOwnId() throws Exception {
    Outcome outcome = deliver(config(), Messages.alert(), "ann@example.com", "bob@example.com");

    assertEquals(new Delivered(250), outcome);
    MimeMessage[] mails = server.getReceivedMessages();
    assertEquals(2, mails.length, "one for each mailbox");
    MimeMessage mail = mails[0];
    assertEquals("Watch the lids: Lid & Co <main> and 1 more", mail.getSubject());
    assertEquals("<msg_0001@bellwether.example>", mail.getMessageID());
    assertEquals(1, mail.getHeader("Message-ID").length);
    assertEquals("Bellwether <alerts@bellwether.example>", mail.getFrom()[0].toString());
    assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
    var parts = assertInstanceOf(MimeMultipart.class, mail.getContent());
    assertTrue(parts.getContentType().startsWith("multipart/alternative"), parts.getContentType());
    MailBody body = MailBody.of(Messages.alert(), null);
    assertEquals(body.text().strip(), unix(parts.getBodyPart(0).getContent()));
    assertEquals(body.html().strip(), unix(parts.getBodyPart(1).getContent()));
  }

  @Test
  void theSameMessageTriedAgainIsTheSameMail() throws Exception {
    deliver(config(), Messages.alert(), "ann@example.com");
    deliver(config(), Messages.alert(), "ann@example.com");

    MimeMessage[] mails = server.getReceivedMessages();
    assertEquals(mails[0].getMessageID(), mails[1].getMessageID());
  }

  @Test
  void aTitleCannotSmuggleInAHeader() throws Exception {
    AlertMessage test = Messages.test();
    var forged =
        new AlertMessage(
            test.id(),
            test.type(),
            test.workspace(),
            test.alert(),
            test.rule() + "\r\nBcc: eve@example.com",
            test.at(),
            "Größe 📈\r\nBcc: eve@example.com\r\n\r\n<script>",
            test.text(),
            test.items());

    deliver(config(), forged, "ann@example.com");

    MimeMessage[] mails = server.getReceivedMessages();
    assertEquals(1, mails.length);
    assertNull(mails[0].getHeader("Bcc"));
    assertEquals("Größe 📈 Bcc: eve@example.com <script>", mails[0].getSubject());
    var parts = (MimeMultipart) mails[0].getContent();
    assertTrue(!parts.getBodyPart(1).getContent().toString().contains("<script>"));
  }

  @Test
  void whateverPeopleWriteIsReadAsTheyWroteIt() throws Exception {
    AlertMessage test = Messages.test();
    String long150 = "📈漢字 ß &amp; =?UTF-8?Q?x?= ".repeat(5).strip();
    String line = "\u2192 größer 📈 漢字. ".repeat(200).strip();
    var message =
        new AlertMessage(
            test.id(), test.type(), "acme", null, null, test.at(), long150, line, List.of());

    deliver(config(), message, "ann@example.com");

    MimeMessage mail = server.getReceivedMessages()[0];
    assertEquals(long150, mail.getSubject());
    var parts = (MimeMultipart) mail.getContent();
    assertTrue(unix(parts.getBodyPart(0).getContent()).contains(line));
    assertTrue(unix(parts.getBodyPart(1).getContent()).contains(line));
    for (String header : mail.getHeader("Subject")) {
      header.lines().forEach(part -> assertTrue(part.length() < 998, part));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "ann@",
        "@example.com",
        "ann@example.com, eve@example.com",
        "ann@example.com\r\nRCPT TO:<eve@example.com>",
        "Ann <ann@example.com>",
        "ann @example.com",
        "\"ann eve\"@example.com",
        "ann@exa mple.com",
        "ann@-example.com",
        "ann@[127.0.0.1]",
        "a..b@example.com",
        "größe@example.com"
      })
  void whatIsNoPlainMailboxIsRefusedBeforeAnythingIsSent(String address) {
    assertInstanceOf(
        Refused.class, deliver(config(), Messages.alert(), "ann@example.com", address));
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void whoeverMustSayWhoTheyAreDoesSo() {
    server.setUser("alerts@bellwether.example", "alerts", "right");
    server.getManagers().getUserManager().setAuthRequired(true);

    MailConfig right = config().setLogin(LoginOption.REQUIRED).setUsername("alerts");
    assertEquals(
        new Delivered(250),
        deliver(right.setPassword("right"), Messages.alert(), "ann@example.com"));
    assertInstanceOf(
        Retry.class, deliver(right.setPassword("wrong"), Messages.alert(), "ann@example.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "421 closing, Retry",
    "450 busy, Retry",
    "451 try later, Retry",
    "452 full, Retry",
    "530 who are you, Retry",
    "550 no such mailbox, Refused",
    "552 too large, Refused",
    "554 no, Refused"
  })
  void whatTheServersAnswerMeans(String reply, String outcome) throws Exception {
    try (var server = new StubbornMailServer(reply)) {
      MailConfig config = new MailConfig("127.0.0.1", server.port());

      Outcome answer = deliver(config, Messages.alert(), "ann@example.com");

      assertEquals(outcome, answer.getClass().getSimpleName());
      assertEquals(Integer.valueOf(reply.substring(0, 3)), answer.status());
    }
  }

  @Test
  void whereOneMailboxIsRefusedTheOthersGetTheMail() throws Exception {
    try (var server = new StubbornMailServer("550 no such mailbox")) {
      MailConfig config = new MailConfig("127.0.0.1", server.port());

      assertEquals(
          new Delivered(250),
          deliver(config, Messages.alert(), "gone@example.com", "willing@example.com"));
      assertEquals(List.of("<willing@example.com>"), server.recipients());
      assertInstanceOf(
          Refused.class,
          deliver(config, Messages.alert(), "gone@example.com", "gone2@example.com"));
    }
  }

  @Test
  void whatMustBeEncryptedIsNotSentInTheClear() {
    MailConfig strict = config().setStarttls(StartTLSOptions.REQUIRED);

    assertInstanceOf(Retry.class, deliver(strict, Messages.alert(), "ann@example.com"));
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void aServerWhoseCertificateNobodyKnowsGetsNothing() {
    var secret = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
    secret.start();
    try {
      MailConfig config = new MailConfig("127.0.0.1", secret.getSmtps().getPort()).setSsl(true);

      assertInstanceOf(Retry.class, deliver(config, Messages.alert(), "ann@example.com"));
      assertEquals(0, secret.getReceivedMessages().length);
      assertEquals(
          new Delivered(250),
          deliver(config.setTrustAll(true), Messages.alert(), "ann@example.com"));
    } finally {
      secret.stop();
    }
  }

  @Test
  void aServerThatIsNotThereIsTriedAgain() {
    MailConfig config = config();
    server.stop();

    assertInstanceOf(Retry.class, deliver(config, Messages.alert(), "ann@example.com"));
  }

  @Test
  void withoutASenderItIsSaidWhatAnOperatorMustDo() {
    var courier =
        new MailCourier(
            vertx, MailClient.create(vertx, config()), Optional.empty(), PATIENCE, null);

    var refused =
        assertInstanceOf(
            Refused.class,
            courier.deliver(new EmailTarget(List.of("ann@example.com")), Messages.alert()));
    assertTrue(refused.reason().contains("QUARKUS_MAILER_FROM"), refused.reason());
  }

  private MailConfig config() {
    return new MailConfig("127.0.0.1", server.getSmtp().getPort());
  }

  private Outcome deliver(MailConfig config, AlertMessage message, String... to) {
    var courier =
        new MailCourier(
            vertx,
            MailClient.create(vertx, config),
            Optional.of("Bellwether <alerts@bellwether.example>"),
            PATIENCE,
            null);
    return courier.deliver(new EmailTarget(List.of(to)), message);
  }

  private static String unix(Object content) {
    return content.toString().replace("\r\n", "\n").strip();
  }
}
