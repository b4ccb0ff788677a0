package dev.bellwether.trend.alerting.storage;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.trend.alerting.digest.DigestTimes.Period;
import dev.bellwether.trend.alerting.wording.DigestReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What alerting knows of a digest's time. It goes by when something was found and not by when it
 * happened: what is found just after a digest was made is the next one's, and none is lost between
 * them. History is left out.
 */
@ApplicationScoped
public class DigestQueries {

  /**
   * @param list oldest first, and no more than was asked for
   * @param count of all there are
   */
  public record Counted<T>(List<T> list, int count) {}

  private static final String ALERTS =
      """
      from alert
      where workspace = ? and created_at >= ? and created_at < ? and not history
        and (? or subjects && ?)
      """;

  // Several rules may have matched one signal
  private static final String DEPARTURES =
      """
      from (
        select distinct on (s.signal) s.signal, s.at, s.event
        from alert_signal s join alert a on a.workspace = s.workspace and a.id = s.alert
        where s.workspace = ? and s.created_at >= ? and s.created_at < ? and not a.history
          and s.event ->> 'kind' in ('spike', 'drop', 'shift-up', 'shift-down')
          and (? or s.event ->> 'subject' = any (?))
        order by s.signal) departures
      """;

  private final StoredJson json;

  public DigestQueries(StoredJson json) {
    this.json = json;
  }

  /**
   * @param monitors ids; empty for all
   */
  public Counted<DigestReport.Alert> alerts(
      Connection connection, String workspace, Period period, List<String> monitors, int most)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select id, rule_name, title, first_at, signals "
                + ALERTS
                + " order by first_at, id limit ?")) {
      bind(connection, select, workspace, period, monitors);
      select.setInt(6, most);
      var alerts = new ArrayList<DigestReport.Alert>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          alerts.add(
              new DigestReport.Alert(
                  rows.getString("id"),
                  rows.getString("rule_name"),
                  rows.getString("title"),
                  Columns.instant(rows, "first_at"),
                  rows.getInt("signals")));
        }
      }
      return new Counted<>(alerts, count(connection, ALERTS, workspace, period, monitors));
    }
  }

  /**
   * Spikes, drops and shifts that a rule has matched.
   *
   * @param monitors ids; empty for all, also those of series that are no monitor's
   */
  public Counted<Signal> departures(
      Connection connection, String workspace, Period period, List<String> monitors, int most)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select event " + DEPARTURES + " order by at, signal limit ?")) {
      bind(connection, select, workspace, period, monitors);
      select.setInt(6, most);
      var signals = new ArrayList<Signal>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          signals.add(json.read(rows.getString(1), Signal.class));
        }
      }
      return new Counted<>(signals, count(connection, DEPARTURES, workspace, period, monitors));
    }
  }

  private static int count(
      Connection connection, String from, String workspace, Period period, List<String> monitors)
      throws SQLException {
    try (var select = connection.prepareStatement("select count(*) " + from)) {
      bind(connection, select, workspace, period, monitors);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static void bind(
      Connection connection,
      PreparedStatement statement,
      String workspace,
      Period period,
      List<String> monitors)
      throws SQLException {
    statement.setString(1, workspace);
    Columns.set(statement, 2, period.from());
    Columns.set(statement, 3, period.to());
    statement.setBoolean(4, monitors.isEmpty());
    Columns.set(connection, statement, 5, monitors);
  }
}
