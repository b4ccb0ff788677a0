package dev.bellwether.trend.alerting.storage;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.trend.alerting.channel.Channel;
import dev.bellwether.trend.alerting.rule.Occasion;
import dev.bellwether.trend.alerting.rule.Rule;
import dev.bellwether.trend.alerting.rule.RuleKind;
import dev.bellwether.trend.alerting.rule.Verdict;
import dev.bellwether.trend.alerting.wording.SubjectNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes what a rule has found, with the outbox's rows, on one transaction's connection. */
@ApplicationScoped
public class AlertWriter {

  /** What a receiver can read; further ones are counted. */
  private static final int MOST_SIGNALS = 100;

  private final StoredJson json;
  private final ChannelStore channels;
  private final SubjectNames names;

  public AlertWriter(StoredJson json, ChannelStore channels, SubjectNames names) {
    this.json = json;
    this.channels = channels;
    this.names = names;
  }

  /**
   * @param since event time of its first signal
   */
  private record OpenAlert(String id, Instant since, int signals) {}

  private record LastAlert(String id, Instant at) {}

  /**
   * What becomes of a signal that the rule matches; empty where it has come before.
   *
   * @param oldest how far behind the wall clock a signal may be and still be delivered
   */
  public Optional<Verdict> write(
      Connection connection, Rule rule, Signal signal, Instant now, Duration oldest)
      throws SQLException {
    if (!isNew(connection, rule, signal)) {
      return Optional.empty();
    }
    var occasion = Occasion.of(signal.at(), now, oldest);
    var open = open(connection, rule, signal, occasion);
    var last =
        turns(signal)
            ? Optional.<LastAlert>empty()
            : last(connection, rule, signal, occasion.history());
    Verdict verdict = occasion.judge(rule, open.map(OpenAlert::since), last.map(LastAlert::at));
    switch (verdict) {
      case RAISED, HISTORY -> raise(connection, rule, signal, occasion, verdict);
      case JOINED -> join(connection, rule, signal, occasion, open.orElseThrow());
      case COOLING -> cool(connection, rule, signal, last.orElseThrow());
    }
    return Optional.of(verdict);
  }

  /** Said once, when it turns: what a cool-down swallowed of these, nobody would ever say again. */
  private static boolean turns(Signal signal) {
    return switch (signal.kind()) {
      case CONNECTOR_SILENT, CONNECTOR_BACK, PACING_OFF -> true;
      default -> false;
    };
  }

  /** The row says it first: of two who have the same signal, one waits here and then passes on. */
  private static boolean isNew(Connection connection, Rule rule, Signal signal)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into alert_signal (workspace, rule, signal, verdict, at) values (?, ?, ?, 'cooling', ?)
            on conflict (workspace, rule, signal) do nothing
            """)) {
      insert.setString(1, signal.workspace());
      insert.setString(2, rule.id());
      insert.setString(3, signal.id());
      Columns.set(insert, 4, signal.at());
      return insert.executeUpdate() == 1;
    }
  }

  /** The nearest, where several wait. */
  private static Optional<OpenAlert> open(
      Connection connection, Rule rule, Signal signal, Occasion occasion) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select id, first_at, signals from alert
            where workspace = ? and rule = ? and group_key = ? and open and closes_at > clock_timestamp()
            order by greatest(first_at - ?, ? - first_at) limit 1 for update
            """)) {
      select.setString(1, signal.workspace());
      select.setString(2, rule.id());
      select.setString(3, rule.grouping().key(signal));
      Columns.set(select, 4, occasion.at());
      Columns.set(select, 5, occasion.at());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new OpenAlert(
                    row.getString("id"), Columns.instant(row, "first_at"), row.getInt("signals")))
            : Optional.empty();
      }
    }
  }

  private static Optional<LastAlert> last(
      Connection connection, Rule rule, Signal signal, boolean history) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select alert, last_at from alert_cooldown
            where workspace = ? and rule = ? and subject = ? and history = ? for update
            """)) {
      select.setString(1, signal.workspace());
      select.setString(2, rule.id());
      select.setString(3, signal.subject());
      select.setBoolean(4, history);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new LastAlert(row.getString("alert"), Columns.instant(row, "last_at")))
            : Optional.empty();
      }
    }
  }

  private void raise(
      Connection connection, Rule rule, Signal signal, Occasion occasion, Verdict verdict)
      throws SQLException {
    String alert = UUID.randomUUID().toString();
    boolean waits = !occasion.history() && !rule.grouping().window().isZero();
    try (var insert =
        connection.prepareStatement(
            """
            insert into alert (workspace, id, rule, rule_name, history, group_key, open, closes_at, first_at, last_at,
              kinds, subjects, title, signals)
            values (?, ?, ?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 second', ?, ?, array[?], array[?], ?, 1)
            """)) {
      insert.setString(1, signal.workspace());
      insert.setString(2, alert);
      insert.setString(3, rule.id());
      insert.setString(4, rule.name());
      insert.setBoolean(5, occasion.history());
      insert.setString(6, rule.grouping().key(signal));
      insert.setBoolean(7, waits);
      insert.setLong(8, waits ? rule.grouping().window().toSeconds() : 0);
      Columns.set(insert, 9, occasion.at());
      Columns.set(insert, 10, occasion.at());
      insert.setString(11, RuleKind.label(signal.kind()));
      insert.setString(12, signal.subject());
      insert.setString(13, AlertTitle.of(rule.name(), signal, names));
      insert.executeUpdate();
    }
    attach(connection, rule, signal, alert, verdict);
    spoken(connection, rule, signal, occasion, alert);
    if (!occasion.history()) {
      enqueue(connection, rule, signal.workspace(), alert);
    }
  }

  private void join(
      Connection connection, Rule rule, Signal signal, Occasion occasion, OpenAlert open)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update alert set signals = signals + 1, first_at = least(first_at, ?), last_at = greatest(last_at, ?),
              kinds = case when ? = any (kinds) then kinds else kinds || ? end,
              subjects = case when ? = any (subjects) then subjects else subjects || ? end
            where workspace = ? and id = ?
            """)) {
      Columns.set(update, 1, occasion.at());
      Columns.set(update, 2, occasion.at());
      update.setString(3, RuleKind.label(signal.kind()));
      update.setString(4, RuleKind.label(signal.kind()));
      update.setString(5, signal.subject());
      update.setString(6, signal.subject());
      update.setString(7, signal.workspace());
      update.setString(8, open.id());
      update.executeUpdate();
    }
    if (open.signals() < MOST_SIGNALS) {
      attach(connection, rule, signal, open.id(), Verdict.JOINED);
    }
    spoken(connection, rule, signal, occasion, open.id());
  }

  private static void cool(Connection connection, Rule rule, Signal signal, LastAlert last)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update alert set cooled = cooled + 1 where workspace = ? and id = ? and rule = ?")) {
      update.setString(1, signal.workspace());
      update.setString(2, last.id());
      update.setString(3, rule.id());
      update.executeUpdate();
    }
  }

  private void attach(
      Connection connection, Rule rule, Signal signal, String alert, Verdict verdict)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update alert_signal set alert = ?, verdict = ?, event = ?::jsonb
            where workspace = ? and rule = ? and signal = ?
            """)) {
      update.setString(1, alert);
      update.setString(2, verdict.label());
      update.setString(3, json.write(signal));
      update.setString(4, signal.workspace());
      update.setString(5, rule.id());
      update.setString(6, signal.id());
      update.executeUpdate();
    }
  }

  private static void spoken(
      Connection connection, Rule rule, Signal signal, Occasion occasion, String alert)
      throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            """
            insert into alert_cooldown (workspace, rule, subject, history, last_at, alert) values (?, ?, ?, ?, ?, ?)
            on conflict (workspace, rule, subject, history) do update
            set last_at = greatest(alert_cooldown.last_at, excluded.last_at), alert = excluded.alert
            """)) {
      upsert.setString(1, signal.workspace());
      upsert.setString(2, rule.id());
      upsert.setString(3, signal.subject());
      upsert.setBoolean(4, occasion.history());
      Columns.set(upsert, 5, occasion.at());
      upsert.setString(6, alert);
      upsert.executeUpdate();
    }
  }

  private void enqueue(Connection connection, Rule rule, String workspace, String alert)
      throws SQLException {
    if (rule.channels().isEmpty()) {
      return;
    }
    List<Channel> known = channels.byIds(connection, workspace, rule.channels());
    try (var insert =
        connection.prepareStatement(
            """
            insert into delivery (workspace, id, alert, channel, state, due_at, settled_at)
            select workspace, ?, id, ?, ?, closes_at, case when ? then null else now() end
            from alert where workspace = ? and id = ?
            """)) {
      for (Channel channel : known) {
        insert.setString(1, "msg_" + UUID.randomUUID());
        insert.setString(2, channel.id());
        insert.setString(3, channel.takesMessages() ? "pending" : "disabled");
        insert.setBoolean(4, channel.takesMessages());
        insert.setString(5, workspace);
        insert.setString(6, alert);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
