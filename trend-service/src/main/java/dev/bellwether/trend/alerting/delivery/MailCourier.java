package dev.bellwether.trend.alerting.delivery;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Hands messages to a mail server (SMTP). */
final class MailCourier {

  private static final Logger LOG = Logger.getLogger(MailCourier.class);

  // The server lets nobody in as whom we say we are: the operator's to mend, not the message's
  // fault
  private static final Set<Integer> NOT_LET_IN = Set.of(530, 534, 535, 538);

  private static final int ACCEPTED = 250;

  private static final String NOT_SET_UP =
      "E-mail is not set up here; an operator sets QUARKUS_MAILER_FROM and QUARKUS_MAILER_HOST.";

  private final Context loop;
  private final MailClient client;
  private final Optional<String> from;
  private final Duration patience;
  private final URI publicUrl;

  /**
   * @param from whom mails come from; empty where the operator has not set up e-mail
   * @param patience for one attempt
   * @param publicUrl the gateway's address for people; null where the operator names none
   */
  MailCourier(
      Vertx vertx, MailClient client, Optional<String> from, Duration patience, URI publicUrl) {
    this.loop = vertx.getOrCreateContext();
    this.client = client;
    this.from = from;
    this.patience = patience;
    this.publicUrl = publicUrl;
  }

  Outcome deliver(EmailTarget target, AlertMessage message) {
    if (from.isEmpty()) {
      return new Outcome.Refused(null, NOT_SET_UP);
    }
    for (String address : target.to()) {
      Optional<String> flaw = Mailbox.flaw(address);
      if (flaw.isPresent()) {
        return new Outcome.Refused(null, flaw.get());
      }
    }
    long deadline = System.nanoTime() + patience.toNanos();
    Outcome together = send(target.to(), message, deadline);
    return together instanceof Outcome.Refused && target.to().size() > 1
        ? singly(target.to(), message, deadline, together)
        : together;
  }

  /** One mailbox that is refused keeps the mail from all others: whoever takes it, gets it then. */
  private Outcome singly(
      List<String> addresses, AlertMessage message, long deadline, Outcome together) {
    int taken = 0;
    Outcome failure = together;
    for (String address : addresses) {
      Outcome outcome = send(List.of(address), message, deadline);
      if (outcome instanceof Outcome.Delivered) {
        taken++;
      } else if (outcome instanceof Outcome.Retry) {
        failure = outcome;
      }
    }
    if (taken == 0) {
      return failure;
    }
    // trying again would bring the others their mail twice
    LOG.warnf(
        "the mail server took an alert for %d of %d addresses of a channel",
        taken, addresses.size());
    return new Outcome.Delivered(ACCEPTED);
  }

  private Outcome send(List<String> addresses, AlertMessage message, long deadline) {
    try {
      started(mail(addresses, message))
          .get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      return new Outcome.Delivered(ACCEPTED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Retry(null, null, "The service is stopping.");
    } catch (TimeoutException e) {
      return new Outcome.Retry(null, null, "The mail server did not answer in time.");
    } catch (ExecutionException e) {
      return outcome(e.getCause());
    }
  }

  /**
   * Always on one event loop: called from elsewhere, the client reads a new connection on another
   * loop than it prepares it on, and a greeting that comes quickly is lost to both.
   */
  private CompletableFuture<MailResult> started(MailMessage mail) {
    var sent = new CompletableFuture<MailResult>();
    loop.runOnContext(
        ignored ->
            client.sendMail(mail).onSuccess(sent::complete).onFailure(sent::completeExceptionally));
    return sent;
  }

  private MailMessage mail(List<String> addresses, AlertMessage message) {
    MailBody body = MailBody.of(message, publicUrl);
    return new MailMessage()
        .setFrom(from.get())
        .setTo(addresses)
        .setSubject(EncodedWords.of(body.subject()))
        .setText(body.text())
        .setHtml(body.html())
        // the same for every attempt: a mail that comes twice is shown once
        .addHeader("Message-ID", "<" + message.id() + "@" + domain() + ">")
        // RFC 3834: no out-of-office answers
        .addHeader("Auto-Submitted", "auto-generated");
  }

  private String domain() {
    String sender = from.get();
    int end = sender.endsWith(">") ? sender.length() - 1 : sender.length();
    return sender.substring(sender.lastIndexOf('@') + 1, end).strip();
  }

  /** RFC 5321, 4.2.1: 4yz may pass, 5yz will not. */
  private static Outcome outcome(Throwable failure) {
    if (!(failure instanceof SMTPException smtp)) {
      return new Outcome.Retry(
          null, null, "No connection to the mail server as it is set up (address, TLS).");
    }
    int code = smtp.getReplyCode();
    if (NOT_LET_IN.contains(code)) {
      return new Outcome.Retry(
          code, null, "The mail server answered %d: it does not let us in.".formatted(code));
    }
    return smtp.isPermanent()
        ? new Outcome.Refused(
            code, "The mail server answered %d: it does not take this.".formatted(code))
        : new Outcome.Retry(code, null, "The mail server answered %d.".formatted(code));
  }
}
