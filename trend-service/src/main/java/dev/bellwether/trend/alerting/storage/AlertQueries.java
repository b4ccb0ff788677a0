package dev.bellwether.trend.alerting.storage;

import dev.bellwether.contracts.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what rules have found, and how it was delivered. */
@ApplicationScoped
public class AlertQueries {

  private static final String COLUMNS =
      """
      select id, rule, rule_name, title, first_at, last_at, created_at, history, open and closes_at > now() as open,
        kinds, subjects, signals, cooled, acknowledged_at, acknowledged_by,
        (extract(epoch from first_at) * 1000000)::bigint as micros
      from alert where workspace = ?""";

  private static final String PAGE =
      COLUMNS
          + """
           and (?::text is null or rule = ?) and (?::text is null or ? = any (subjects))
            and (?::text is null or ? = any (kinds))
            and (?::timestamptz is null or first_at >= ?) and (?::timestamptz is null or first_at < ?)
            and (?::bigint is null or (first_at, id) < (to_timestamp(0) + ? * interval '1 microsecond', ?))
          order by first_at desc, id desc limit ?""";

  private static final int MOST_SIGNALS = 100;

  private final AttemptStore attempts;

  public AlertQueries(AttemptStore attempts) {
    this.attempts = attempts;
  }

  /**
   * @param next where to go on; null after the last
   */
  public record Page(List<AlertView> alerts, AlertCursor next) {}

  /** The latest first. */
  public Page page(
      Connection connection, String workspace, AlertFilter filter, int limit, AlertCursor after)
      throws SQLException {
    try (var select = connection.prepareStatement(PAGE)) {
      select.setString(1, workspace);
      String[] texts = {filter.rule(), filter.subject(), filter.kind()};
      int parameter = 2;
      for (String text : texts) {
        select.setString(parameter++, text);
        select.setString(parameter++, text);
      }
      Columns.set(select, parameter++, filter.from());
      Columns.set(select, parameter++, filter.from());
      Columns.set(select, parameter++, filter.to());
      Columns.set(select, parameter++, filter.to());
      Long micros = after == null ? null : after.micros();
      select.setObject(parameter++, micros, Types.BIGINT);
      select.setObject(parameter++, micros, Types.BIGINT);
      select.setString(parameter++, after == null ? null : after.id());
      select.setInt(parameter, limit + 1);
      var alerts = new ArrayList<AlertView>();
      AlertCursor last = null;
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          if (alerts.size() == limit) {
            return new Page(alerts, last);
          }
          alerts.add(view(rows));
          last = new AlertCursor(rows.getLong("micros"), rows.getString("id"));
        }
      }
      return new Page(alerts, null);
    }
  }

  public Optional<AlertView> find(Connection connection, String workspace, String id)
      throws SQLException {
    try (var select = connection.prepareStatement(COLUMNS + " and id = ?")) {
      select.setString(1, workspace);
      select.setString(2, id);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(view(row)) : Optional.empty();
      }
    }
  }

  private static AlertView view(ResultSet row) throws SQLException {
    int signals = row.getInt("signals");
    return new AlertView(
        row.getString("id"),
        row.getString("rule"),
        row.getString("rule_name"),
        AlertTitle.counted(row.getString("title"), signals),
        Columns.instant(row, "first_at"),
        Columns.instant(row, "last_at"),
        Columns.instant(row, "created_at"),
        row.getBoolean("history"),
        row.getBoolean("open"),
        Columns.texts(row, "kinds"),
        Columns.texts(row, "subjects"),
        signals,
        row.getInt("cooled"),
        Columns.instant(row, "acknowledged_at"),
        row.getString("acknowledged_by"));
  }

  /** Oldest first, at most 100. */
  public List<Signal> signals(Connection connection, String workspace, String alert)
      throws SQLException {
    return attempts.signals(connection, workspace, alert, MOST_SIGNALS);
  }

  /** False where it was acknowledged before: who was first stays. */
  public boolean acknowledge(Connection connection, String workspace, String id, String by)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update alert set acknowledged_at = now(), acknowledged_by = ?
            where workspace = ? and id = ? and acknowledged_at is null
            """)) {
      update.setString(1, by);
      update.setString(2, workspace);
      update.setString(3, id);
      return update.executeUpdate() == 1;
    }
  }

  public List<DeliveryView> deliveries(Connection connection, String workspace, String alert)
      throws SQLException {
    var tries = tries(connection, workspace, alert);
    try (var select =
        connection.prepareStatement(
            """
            select id, channel, state, case when settled_at is null then due_at end as due_at, settled_at
            from delivery where workspace = ? and alert = ? order by channel, id
            """)) {
      select.setString(1, workspace);
      select.setString(2, alert);
      var deliveries = new ArrayList<DeliveryView>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          String id = rows.getString("id");
          deliveries.add(
              new DeliveryView(
                  id,
                  rows.getString("channel"),
                  rows.getString("state"),
                  Columns.instant(rows, "due_at"),
                  Columns.instant(rows, "settled_at"),
                  tries.getOrDefault(id, List.of())));
        }
      }
      return deliveries;
    }
  }

  private static Map<String, List<DeliveryView.AttemptView>> tries(
      Connection connection, String workspace, String alert) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select attempt.* from delivery_attempt attempt
            join delivery on delivery.workspace = attempt.workspace and delivery.id = attempt.delivery
            where attempt.workspace = ? and delivery.alert = ? order by attempt.delivery, attempt.number
            """)) {
      select.setString(1, workspace);
      select.setString(2, alert);
      var tries = new LinkedHashMap<String, List<DeliveryView.AttemptView>>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          tries
              .computeIfAbsent(rows.getString("delivery"), any -> new ArrayList<>())
              .add(
                  new DeliveryView.AttemptView(
                      rows.getInt("number"),
                      Columns.instant(rows, "at"),
                      rows.getInt("millis"),
                      rows.getString("outcome"),
                      rows.getObject("status", Integer.class),
                      rows.getString("reason")));
        }
      }
      return tries;
    }
  }
}
