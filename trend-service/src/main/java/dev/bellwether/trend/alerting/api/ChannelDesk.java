package dev.bellwether.trend.alerting.api;

import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.channel.Channel;
import dev.bellwether.trend.alerting.channel.ChannelKind;
import dev.bellwether.trend.alerting.channel.ChannelSecrets;
import dev.bellwether.trend.alerting.channel.SigningSecret;
import dev.bellwether.trend.alerting.channel.UnsealableException;
import dev.bellwether.trend.alerting.definition.ChannelDefinition;
import dev.bellwether.trend.alerting.delivery.Courier;
import dev.bellwether.trend.alerting.delivery.DeliverySettings;
import dev.bellwether.trend.alerting.delivery.Outcome;
import dev.bellwether.trend.alerting.delivery.Target;
import dev.bellwether.trend.alerting.outbox.Composer;
import dev.bellwether.trend.alerting.storage.ChannelStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is done with channels, one transaction a call. */
@ApplicationScoped
public class ChannelDesk {

  private static final int MOST = 50;

  private final WorkspaceTransaction transactions;
  private final ChannelStore channels;
  private final Courier courier;
  private final DeliverySettings settings;
  private final Clock clock;

  public ChannelDesk(
      WorkspaceTransaction transactions,
      ChannelStore channels,
      Courier courier,
      DeliverySettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.channels = channels;
    this.courier = courier;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param secret a webhook's, to be shown this once; null where there is none
   */
  record Made(Channel channel, String secret) {}

  List<Channel> all(String workspace) {
    return transactions.inWorkspace(workspace, connection -> channels.all(connection, workspace));
  }

  Channel get(String workspace, String id) {
    return transactions.inWorkspace(
        workspace,
        connection -> channels.find(connection, workspace, id).orElseThrow(() -> unknown(id)));
  }

  Made create(String workspace, ChannelDefinition definition) {
    checkAddress(definition);
    Channel channel = definition.toChannel(UUID.randomUUID().toString(), 1);
    Optional<ChannelSecrets> secrets = definition.secrets();
    transactions.inWorkspace(
        workspace,
        connection -> {
          if (channels.all(connection, workspace).size() >= MOST) {
            throw new ProblemException(
                409, "Too many channels", "There are " + MOST + " channels; delete one.", null);
          }
          save(connection, workspace, channel);
          channels.keep(connection, workspace, channel.id(), secrets);
          return null;
        });
    return new Made(channel, secrets.map(ChannelSecrets::current).orElse(null));
  }

  Channel replace(String workspace, String id, ChannelDefinition definition, String ifMatch) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          Channel before = locked(connection, workspace, id, ifMatch);
          checkUnchanged(before, definition);
          checkAddress(definition);
          Channel wanted = definition.toChannel(id, before.version() + 1);
          boolean keepsUrl = before.kind() == ChannelKind.SLACK && definition.url() == null;
          Channel now = before.changedTo(wanted, keepsUrl);
          save(connection, workspace, now);
          if (before.kind() == ChannelKind.SLACK && !keepsUrl) {
            channels.keep(connection, workspace, id, definition.secrets());
          }
          return now;
        });
  }

  /** By the sender's own rules: what it would never send to need not be kept. */
  private void checkAddress(ChannelDefinition definition) {
    definition
        .address()
        .flatMap(settings.rules()::flaw)
        .ifPresent(
            flaw -> {
              throw ProblemException.badRequest("url", flaw);
            });
  }

  private static void checkUnchanged(Channel before, ChannelDefinition definition) {
    if (definition.toKind() != before.kind()) {
      throw ProblemException.badRequest(
          "kind", "kind cannot be changed; make another channel and delete this one.");
    }
    if (definition.secret() != null) {
      throw ProblemException.badRequest(
          "secret",
          "secret cannot be set here; leave it out, or get a new one (POST …/rotate-secret).");
    }
  }

  void delete(String workspace, String id, String ifMatch) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          locked(connection, workspace, id, ifMatch);
          List<String> rules = channels.usedBy(connection, workspace, id);
          if (!rules.isEmpty()) {
            throw new ProblemException(
                409,
                "In use",
                "Rules or digests speak through this channel: "
                    + String.join(", ", rules)
                    + ". Take it out of them first.",
                null);
          }
          channels.delete(connection, workspace, id);
          return null;
        });
  }

  TestOutcome test(String workspace, String id) {
    record Ready(Channel channel, Target target) {}
    Ready ready =
        transactions.inWorkspace(
            workspace,
            connection -> {
              Channel channel =
                  channels.find(connection, workspace, id).orElseThrow(() -> unknown(id));
              var secrets = open(connection, workspace, id);
              return new Ready(channel, channel.target(secrets, clock.instant()));
            });
    var message =
        Composer.test(
            "msg_" + UUID.randomUUID(), workspace, ready.channel().name(), clock.instant());
    return switch (courier.deliver(ready.target(), message)) {
      case Outcome.Delivered it -> new TestOutcome("delivered", it.status(), null);
      case Outcome.Retry it -> new TestOutcome("retry", it.status(), it.reason());
      case Outcome.Gone it ->
          new TestOutcome("gone", it.status(), "the receiver wants nothing more");
      case Outcome.Refused it -> new TestOutcome("refused", it.status(), it.reason());
    };
  }

  Made rotate(String workspace, String id) {
    String fresh = SigningSecret.fresh();
    Channel rotated =
        transactions.inWorkspace(
            workspace,
            connection -> {
              Channel channel = locked(connection, workspace, id, null);
              if (channel.kind() != ChannelKind.WEBHOOK) {
                throw new ProblemException(
                    409, "No secret", "Only webhooks sign; this channel has no secret.", null);
              }
              var secrets = open(connection, workspace, id).rotated(fresh, clock.instant());
              channels.keep(connection, workspace, id, Optional.of(secrets));
              return channel;
            });
    return new Made(rotated, fresh);
  }

  private ChannelSecrets open(Connection connection, String workspace, String id)
      throws SQLException {
    try {
      return channels.secrets(connection, workspace, id).orElse(null);
    } catch (UnsealableException e) {
      throw new ProblemException(
          409,
          "Secret lost",
          "This channel's secret was sealed with a key that the service no longer has;"
              + " give the key back, or make the channel anew.",
          null);
    }
  }

  private void save(Connection connection, String workspace, Channel channel) throws SQLException {
    channels
        .named(connection, workspace, channel.name())
        .filter(other -> !other.id().equals(channel.id()))
        .ifPresent(
            other -> {
              throw new ProblemException(
                  409,
                  "Name taken",
                  "The channel " + other.id() + " has this name already; choose another.",
                  "name");
            });
    channels.save(connection, workspace, channel);
  }

  private Channel locked(Connection connection, String workspace, String id, String ifMatch)
      throws SQLException {
    Channel channel = channels.lock(connection, workspace, id).orElseThrow(() -> unknown(id));
    Versions.check(ifMatch, channel.version());
    return channel;
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("No channel has the id " + id + ".");
  }
}
