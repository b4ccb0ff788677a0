package dev.bellwether.campaign.figures.storage;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an account's figures. */
@ApplicationScoped
public class FigureReader {

  /** Older figures tell of another season and another audience. */
  private static final int DAYS = 60;

  private static final String RECENT =
      """
      select * from ad_figures
      where workspace = ? and account = ? and window_end > (
        select max(window_end) from ad_figures where workspace = ? and account = ?) - make_interval(days => ?)
      order by campaign, ad_set, window_start, row_key
      """;

  /** The first condition is for the index. */
  private static final String BETWEEN =
      """
      select * from ad_figures
      where workspace = ? and account = ? and window_end > ? and window_start >= ? and window_start < ?
      """;

  private static final String ZONE =
      """
      select time_zone from ad_figures where workspace = ? and account = ?
      order by window_end desc limit 1
      """;

  private final WorkspaceTransaction transactions;

  public FigureReader(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /**
   * The account's rows of the last 60 days that have figures: counted back from its newest row, not
   * from now, so that an account whose export is late still has a past. Empty when there are none.
   */
  public List<AdPerformance> recent(String workspace, String account) {
    return transactions.inWorkspace(
        workspace, connection -> recent(connection, workspace, account, DAYS));
  }

  /**
   * As {@link #recent(String, String)}, of so many days and within the workspace's transaction of
   * the caller.
   */
  public List<AdPerformance> recent(
      Connection connection, String workspace, String account, int days) throws SQLException {
    try (var query = connection.prepareStatement(RECENT)) {
      query.setString(1, workspace);
      query.setString(2, account);
      query.setString(3, workspace);
      query.setString(4, account);
      query.setInt(5, days);
      return rows(query);
    }
  }

  /**
   * The account's rows that begin within these local days.
   *
   * @param to exclusive
   */
  public List<AdPerformance> between(
      String workspace, String account, LocalDate from, LocalDate to) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var query = connection.prepareStatement(BETWEEN)) {
            query.setString(1, workspace);
            query.setString(2, account);
            query.setObject(3, from.atStartOfDay());
            query.setObject(4, from.atStartOfDay());
            query.setObject(5, to.atStartOfDay());
            return rows(query);
          }
        });
  }

  /** The time zone of the account's newest row; empty where it has none. */
  public Optional<ZoneId> zone(String workspace, String account) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var query = connection.prepareStatement(ZONE)) {
            query.setString(1, workspace);
            query.setString(2, account);
            try (ResultSet row = query.executeQuery()) {
              return row.next() ? Optional.of(ZoneId.of(row.getString(1))) : Optional.empty();
            }
          }
        });
  }

  private static List<AdPerformance> rows(PreparedStatement query) throws SQLException {
    List<AdPerformance> rows = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        rows.add(row(row));
      }
    }
    return rows;
  }

  private static AdPerformance row(ResultSet row) throws SQLException {
    return new AdPerformance(
        AdPerformance.SCHEMA_VERSION,
        row.getString("workspace"),
        row.getString("account"),
        row.getString("campaign"),
        row.getString("ad_set"),
        row.getString("ad"),
        new Segment(
            row.getString("age"),
            row.getString("gender"),
            row.getString("geo"),
            row.getString("interest"),
            row.getString("placement")),
        new AdWindow(
            row.getObject("window_start", LocalDateTime.class),
            row.getObject("window_end", LocalDateTime.class),
            row.getString("time_zone")),
        row.getLong("spend_micros"),
        row.getString("currency"),
        row.getLong("impressions"),
        row.getLong("clicks"),
        row.getDouble("conversions"),
        row.getObject("revenue_micros", Long.class));
  }
}
