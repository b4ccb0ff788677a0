package dev.bellwether.trend.alerting.storage;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.digest.DigestTimes.Period;
import dev.bellwether.trend.alerting.digest.MonitorHour;
import dev.bellwether.trend.alerting.wording.DigestReport.MonitorFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The table {@code monitor_hour}. */
@ApplicationScoped
public class MonitorHourStore {

  // A week earlier counts where it knows most of the hours; both sums are then of those hours that
  // both know, so that an hour which is not closed yet makes no difference between them
  private static final String FIGURES =
      """
      with now_and_before as (
        select n.monitor, n.mentions, n.negative_share, b.mentions mentions_before,
          b.negative_share negative_before
        from monitor_hour n
        left join monitor_hour b on b.workspace = n.workspace and b.monitor = n.monitor
          and b.hour = n.hour - interval '168 hours'
        where n.workspace = ? and n.hour >= ? and n.hour < ? and (? or n.monitor = any (?))),
      summed as (
        select monitor,
          sum(mentions) mentions,
          sum(mentions) filter (where mentions_before is not null) mentions_both,
          sum(mentions_before) filter (where mentions is not null) before_both,
          count(mentions_before) filter (where mentions is not null) * 4 >= count(mentions) * 3
            and count(mentions) > 0 comparable,
          sum(negative_share * mentions) / nullif(sum(mentions) filter (where negative_share is not null), 0) negative,
          sum(negative_before * mentions_before)
            / nullif(sum(mentions_before) filter (where negative_before is not null), 0) negative_before
        from now_and_before group by monitor)
      select monitor, case when comparable then mentions_both else mentions end mentions,
        case when comparable then before_both end mentions_before,
        negative, case when comparable then negative_before end negative_before
      from summed order by mentions desc nulls last, monitor limit ?
      """;

  private final WorkspaceTransaction transactions;

  public MonitorHourStore(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /** In the workspace's transaction; what is not known leaves what was. */
  public void save(Connection connection, List<MonitorHour> hours) throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            """
            insert into monitor_hour (workspace, monitor, hour, mentions, negative_share)
            values (?, ?, ?, ?, ?)
            on conflict (workspace, monitor, hour) do update
            set mentions = coalesce(excluded.mentions, monitor_hour.mentions),
              negative_share = coalesce(excluded.negative_share, monitor_hour.negative_share)
            """)) {
      for (MonitorHour hour : hours) {
        upsert.setString(1, hour.workspace());
        upsert.setString(2, hour.monitor());
        Columns.set(upsert, 3, hour.hour());
        upsert.setObject(4, hour.mentions(), Types.BIGINT);
        upsert.setObject(5, hour.negativeShare(), Types.DOUBLE);
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /**
   * Of hours that begin in the period, and of the same a week earlier; the most mentioned first.
   *
   * @param monitors ids; empty for all
   */
  public List<MonitorFigures> figures(
      Connection connection, String workspace, Period period, List<String> monitors, int most)
      throws SQLException {
    try (var select = connection.prepareStatement(FIGURES)) {
      select.setString(1, workspace);
      Columns.set(select, 2, period.from());
      Columns.set(select, 3, period.to());
      select.setBoolean(4, monitors.isEmpty());
      Columns.set(connection, select, 5, monitors);
      select.setInt(6, most);
      var figures = new ArrayList<MonitorFigures>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          figures.add(figures(rows));
        }
      }
      return figures;
    }
  }

  private static MonitorFigures figures(ResultSet row) throws SQLException {
    return new MonitorFigures(
        row.getString("monitor"),
        row.getObject("mentions") == null ? null : row.getLong("mentions"),
        row.getObject("mentions_before") == null ? null : row.getLong("mentions_before"),
        row.getObject("negative") == null ? null : row.getDouble("negative"),
        row.getObject("negative_before") == null ? null : row.getDouble("negative_before"));
  }

  /** Forgets what is older, of all workspaces. */
  public void trim(Instant before) {
    transactions.asWorker(
        connection -> {
          try (var delete =
              connection.prepareStatement("delete from monitor_hour where hour < ?")) {
            Columns.set(delete, 1, before);
            return delete.executeUpdate();
          }
        });
  }
}
