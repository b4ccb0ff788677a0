package dev.bellwether.trend.alerting.storage;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.trend.alerting.delivery.AlertMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a delivery needs to be tried, and what came of each try. */
@ApplicationScoped
public class AttemptStore {

  private final StoredJson json;

  public AttemptStore(StoredJson json) {
    this.json = json;
  }

  public AlertMessage message(Claimed claimed) {
    return json.read(claimed.message(), AlertMessage.class);
  }

  /** From here on nothing joins it. */
  public Optional<PreparedAlert> close(
      Connection connection, String workspace, String alert, int most) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update alert set open = false where workspace = ? and id = ?
            returning rule, rule_name, title, first_at, signals
            """)) {
      update.setString(1, workspace);
      update.setString(2, alert);
      try (var row = update.executeQuery()) {
        return row.next()
            ? Optional.of(
                new PreparedAlert(
                    alert,
                    row.getString("rule"),
                    row.getString("rule_name"),
                    row.getString("title"),
                    Columns.instant(row, "first_at"),
                    signals(connection, workspace, alert, most),
                    row.getInt("signals")))
            : Optional.empty();
      }
    }
  }

  /** The alert's signals, oldest first. */
  List<Signal> signals(Connection connection, String workspace, String alert, int most)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select event from alert_signal where workspace = ? and alert = ? and event is not null
            order by at, signal limit ?
            """)) {
      select.setString(1, workspace);
      select.setString(2, alert);
      select.setInt(3, most);
      var signals = new ArrayList<Signal>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          signals.add(json.read(rows.getString(1), Signal.class));
        }
      }
      return signals;
    }
  }

  /**
   * One try, as it is kept.
   *
   * @param outcome delivered, retry, gone or refused
   * @param status the receiver's code; null where it gave none
   * @param reason null where it was delivered
   */
  public record Attempt(
      int number, Instant at, Duration took, String outcome, Integer status, String reason) {}

  public void record(Connection connection, Claimed claimed, Attempt attempt) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into delivery_attempt (workspace, delivery, number, at, millis, outcome, status, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      insert.setString(1, claimed.workspace());
      insert.setString(2, claimed.id());
      insert.setInt(3, attempt.number());
      Columns.set(insert, 4, attempt.at());
      insert.setInt(5, Math.toIntExact(attempt.took().toMillis()));
      insert.setString(6, attempt.outcome());
      insert.setObject(7, attempt.status());
      insert.setString(8, attempt.reason());
      insert.executeUpdate();
    }
  }

  /** Notes how the channel does. */
  public void note(Connection connection, Claimed claimed, boolean taken) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update alert_channel set failing_since = case when ? then null else coalesce(failing_since, now()) end
            where workspace = ? and id = ? and (failing_since is not null or not ?)
            """)) {
      update.setBoolean(1, taken);
      update.setString(2, claimed.workspace());
      update.setString(3, claimed.channel());
      update.setBoolean(4, taken);
      update.executeUpdate();
    }
  }

  /** Whether the channel has taken nothing at all since this delivery was first tried. */
  public boolean hasTakenNothingSince(Connection connection, Claimed claimed) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select failing_since <= (select min(at) + interval '1 minute' from delivery_attempt
                where workspace = ? and delivery = ?)
            from alert_channel where workspace = ? and id = ? and failing_since is not null
            """)) {
      select.setString(1, claimed.workspace());
      select.setString(2, claimed.id());
      select.setString(3, claimed.workspace());
      select.setString(4, claimed.channel());
      try (var row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
