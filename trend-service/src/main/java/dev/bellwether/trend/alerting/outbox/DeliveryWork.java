package dev.bellwether.trend.alerting.outbox;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.channel.Channel;
import dev.bellwether.trend.alerting.channel.ChannelKind;
import dev.bellwether.trend.alerting.channel.UnsealableException;
import dev.bellwether.trend.alerting.delivery.AlertMessage;
import dev.bellwether.trend.alerting.delivery.Courier;
import dev.bellwether.trend.alerting.delivery.Outcome;
import dev.bellwether.trend.alerting.delivery.Target;
import dev.bellwether.trend.alerting.rule.QuietHours;
import dev.bellwether.trend.alerting.rule.Retries;
import dev.bellwether.trend.alerting.rule.Rule;
import dev.bellwether.trend.alerting.storage.AttemptStore;
import dev.bellwether.trend.alerting.storage.ChannelStore;
import dev.bellwether.trend.alerting.storage.Claimed;
import dev.bellwether.trend.alerting.storage.OutboxStore;
import dev.bellwether.trend.alerting.storage.RuleStore;
import dev.bellwether.trend.alerting.wording.SubjectNames;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * One try of one delivery. It is looked up in a transaction, made in none (a receiver may be slow),
 * and noted in another: a crash between makes it once more, with the same message id.
 */
@ApplicationScoped
public class DeliveryWork {

  private static final Logger LOG = Logger.getLogger(DeliveryWork.class);

  private final WorkspaceTransaction transactions;
  private final OutboxStore outbox;
  private final AttemptStore attempts;
  private final ChannelStore channels;
  private final RuleStore rules;
  private final Courier courier;
  private final SubjectNames names;
  private final MeterRegistry metrics;
  private final Clock clock;

  public DeliveryWork(
      WorkspaceTransaction transactions,
      OutboxStore outbox,
      AttemptStore attempts,
      ChannelStore channels,
      RuleStore rules,
      Courier courier,
      SubjectNames names,
      MeterRegistry metrics,
      Clock clock) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.attempts = attempts;
    this.channels = channels;
    this.rules = rules;
    this.courier = courier;
    this.names = names;
    this.metrics = metrics;
    this.clock = clock;
  }

  private record Ready(ChannelKind kind, Target target, AlertMessage message, Outcome unsendable) {}

  void deliver(Claimed claimed) {
    Optional<Ready> ready =
        transactions.inWorkspace(
            claimed.workspace(), connection -> prepare(connection, claimed, clock.instant()));
    ready.ifPresent(it -> attempt(claimed, it));
  }

  /** Empty where it must not be sent now, which is noted. */
  private Optional<Ready> prepare(Connection connection, Claimed claimed, Instant now)
      throws SQLException {
    Optional<Channel> channel = channels.find(connection, claimed.workspace(), claimed.channel());
    if (channel.isEmpty()) {
      outbox.settle(connection, claimed, "cancelled", claimed.attempts());
      return Optional.empty();
    }
    if (!channel.get().takesMessages()) {
      outbox.settle(connection, claimed, "disabled", claimed.attempts());
      return Optional.empty();
    }
    if (claimed.alert() == null) {
      return Optional.of(ready(connection, claimed, channel.get(), attempts.message(claimed), now));
    }
    var alert =
        attempts.close(connection, claimed.workspace(), claimed.alert(), Composer.MOST_ITEMS);
    var rule =
        alert.isEmpty()
            ? Optional.<Rule>empty()
            : rules.find(connection, claimed.workspace(), alert.get().rule());
    if (rule.isEmpty()) {
      outbox.settle(connection, claimed, "cancelled", claimed.attempts());
      return Optional.empty();
    }
    if (isQuiet(connection, claimed, rule.get(), now)) {
      return Optional.empty();
    }
    var message = Composer.message(claimed, alert.get(), names);
    return Optional.of(ready(connection, claimed, channel.get(), message, now));
  }

  private boolean isQuiet(Connection connection, Claimed claimed, Rule rule, Instant now)
      throws SQLException {
    QuietHours quiet = rule.quietHours();
    Optional<Instant> end = quiet == null ? Optional.empty() : quiet.endAfter(now);
    if (end.isEmpty()) {
      return false;
    }
    switch (quiet.behaviour()) {
      case HOLD -> outbox.postpone(connection, claimed, "held", claimed.attempts(), end.get());
      case DROP -> outbox.settle(connection, claimed, "dropped", claimed.attempts());
    }
    return true;
  }

  private Ready ready(
      Connection connection, Claimed claimed, Channel channel, AlertMessage message, Instant now)
      throws SQLException {
    try {
      var secrets = channels.secrets(connection, claimed.workspace(), channel.id()).orElse(null);
      return new Ready(channel.kind(), channel.target(secrets, now), message, null);
    } catch (UnsealableException e) {
      // The operator may give the key back
      return new Ready(
          channel.kind(), null, message, new Outcome.Retry(null, null, e.getMessage()));
    }
  }

  private void attempt(Claimed claimed, Ready ready) {
    Instant began = clock.instant();
    Outcome outcome = ready.unsendable() != null ? ready.unsendable() : send(ready);
    Duration took = Duration.between(began, clock.instant());
    String label = label(outcome);
    int number = claimed.attempts() + 1;
    if (!(outcome instanceof Outcome.Delivered)) {
      LOG.infof("attempt %d of %s: %s, %s", number, claimed.id(), label, reason(outcome));
    }
    transactions.inWorkspace(
        claimed.workspace(),
        connection -> {
          if (move(connection, claimed, outcome, number)) {
            attempts.record(
                connection,
                claimed,
                new AttemptStore.Attempt(
                    number,
                    began,
                    took.isNegative() ? Duration.ZERO : took,
                    label,
                    outcome.status(),
                    reason(outcome)));
            judgeChannel(connection, claimed, outcome, number);
          }
          return null;
        });
    metrics
        .counter("bellwether.alert.attempts", "channel", ready.kind().label(), "outcome", label)
        .increment();
  }

  private Outcome send(Ready ready) {
    try {
      return courier.deliver(ready.target(), ready.message());
    } catch (RuntimeException e) {
      LOG.warn("a courier failed", e);
      return new Outcome.Retry(
          null, null, "the sender failed (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** False when another instance has it by now. */
  private boolean move(Connection connection, Claimed claimed, Outcome outcome, int number)
      throws SQLException {
    return switch (outcome) {
      case Outcome.Delivered _ -> outbox.settle(connection, claimed, "delivered", number);
      case Outcome.Gone _, Outcome.Refused _ ->
          outbox.settle(connection, claimed, "failed", number);
      case Outcome.Retry retry -> {
        var pause = Retries.pause(number, retry.after(), ThreadLocalRandom.current().nextDouble());
        yield pause.isPresent()
            ? outbox.postpone(
                connection, claimed, "pending", number, clock.instant().plus(pause.get()))
            : outbox.settle(connection, claimed, "failed", number);
      }
    };
  }

  private void judgeChannel(Connection connection, Claimed claimed, Outcome outcome, int number)
      throws SQLException {
    switch (outcome) {
      case Outcome.Delivered _ -> attempts.note(connection, claimed, true);
      case Outcome.Gone _ ->
          channels.disable(
              connection,
              claimed.workspace(),
              claimed.channel(),
              "the receiver answered 410 Gone: it wants nothing more");
      case Outcome.Refused _ -> attempts.note(connection, claimed, false);
      case Outcome.Retry _ -> {
        attempts.note(connection, claimed, false);
        if (number >= Retries.ATTEMPTS && attempts.hasTakenNothingSince(connection, claimed)) {
          channels.disable(
              connection,
              claimed.workspace(),
              claimed.channel(),
              "a message failed " + number + " times and nothing else was taken meanwhile");
        }
      }
    }
  }

  private static String label(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Delivered _ -> "delivered";
      case Outcome.Retry _ -> "retry";
      case Outcome.Gone _ -> "gone";
      case Outcome.Refused _ -> "refused";
    };
  }

  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Delivered _ -> null;
      case Outcome.Gone _ -> "gone for good";
      case Outcome.Retry retry -> retry.reason();
      case Outcome.Refused refused -> refused.reason();
    };
  }
}
