package dev.bellwether.campaign.figures.storage;

import dev.bellwether.campaign.response.LateReports;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.kafka.RecordKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one batch of an account's rows adds to the growth of its days. Ages come from the times of
 * the records, so reading the topic once more tells the same; a row never grows younger, so what a
 * replay takes back it gives again at the same age.
 */
final class FigureGrowth {

  private static final int DAYS_KEPT = 60;

  private static final String STORED =
      """
      select row_key, spend_micros, conversions, revenue_micros, first_age, last_age from ad_figures
      where workspace = ? and account = ? and row_key = any(?) order by row_key for update
      """;

  private static final String ADD =
      """
      insert into figure_growth (workspace, account, day, first_age, age, spend_micros, conversions, revenue_micros)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace, account, day, first_age, age) do update set
        spend_micros = figure_growth.spend_micros + excluded.spend_micros,
        conversions = figure_growth.conversions + excluded.conversions,
        revenue_micros = figure_growth.revenue_micros + excluded.revenue_micros
      """;

  /** A day in the far future, a typing error, must not take all others with it. */
  private static final String FORGET =
      """
      delete from figure_growth where workspace = ? and account = ? and day < least(current_date, (
        select max(day) from figure_growth where workspace = ? and account = ?)) - ?::int
      """;

  private final String workspace;
  private final String account;
  private final Map<String, Stored> stored;

  /** Ordered, so that two writers cannot wait for each other. */
  private final TreeMap<Cell, Gain> gains =
      new TreeMap<>(
          Comparator.comparing(Cell::day)
              .thenComparingInt(Cell::firstAge)
              .thenComparingInt(Cell::age));

  /** When a row was first and last heard of, by the age of its day. */
  record Ages(int first, int last) {}

  private record Stored(long spendMicros, double conversions, long revenueMicros, Ages ages) {}

  private record Cell(LocalDate day, int firstAge, int age) {}

  private record Gain(double spendMicros, double conversions, double revenueMicros) {

    /** More is a typing error, and its sums would leave the range of a double. */
    private static final double MOST = 1e18;

    Gain {
      spendMicros = Math.clamp(spendMicros, -MOST, MOST);
      conversions = Math.clamp(conversions, -MOST, MOST);
      revenueMicros = Math.clamp(revenueMicros, -MOST, MOST);
    }

    Gain plus(Gain more) {
      return new Gain(
          spendMicros + more.spendMicros,
          conversions + more.conversions,
          revenueMicros + more.revenueMicros);
    }
  }

  private FigureGrowth(String workspace, String account, Map<String, Stored> stored) {
    this.workspace = workspace;
    this.account = account;
    this.stored = stored;
  }

  /** Reads what is stored of these rows, and holds them until the transaction ends. */
  static FigureGrowth since(
      Connection connection, String workspace, String account, List<RecordKey> keys)
      throws SQLException {
    Map<String, Stored> stored = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(STORED)) {
      query.setString(1, workspace);
      query.setString(2, account);
      Object[] texts = keys.stream().map(RecordKey::encode).toArray();
      query.setArray(3, connection.createArrayOf("text", texts));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Integer first = row.getObject("first_age", Integer.class);
          stored.put(
              row.getString("row_key"),
              new Stored(
                  row.getLong("spend_micros"),
                  row.getDouble("conversions"),
                  row.getLong("revenue_micros"),
                  first == null ? null : new Ages(first, row.getInt("last_age"))));
        }
      }
    }
    return new FigureGrowth(workspace, account, stored);
  }

  /**
   * Takes a row in.
   *
   * @param sent when its record was written
   * @return what to store with it
   */
  Ages add(RecordKey key, AdPerformance row, Instant sent) {
    LocalDate day = lastDay(row.window());
    int age = age(row.window(), day, sent);
    long revenue = row.revenueMicros() == null ? 0 : row.revenueMicros();
    Gain whole = new Gain(row.spendMicros(), row.conversions(), revenue);
    Stored before = stored.get(key.encode());
    if (before == null || before.ages() == null) {
      // What was stored before ages were noted may be as old as it likes: growth begins here
      add(new Cell(day, age, age), whole);
      return new Ages(age, age);
    }
    Gain gain =
        whole.plus(new Gain(-before.spendMicros(), -before.conversions(), -before.revenueMicros()));
    if (gain.equals(new Gain(0, 0, 0))) {
      return before.ages();
    }
    int last = Math.max(age, before.ages().last());
    add(new Cell(day, before.ages().first(), last), gain);
    return new Ages(before.ages().first(), last);
  }

  private void add(Cell cell, Gain gain) {
    if (cell.age() <= LateReports.LATEST) {
      gains.merge(cell, gain, Gain::plus);
    }
  }

  private static LocalDate lastDay(AdWindow window) {
    return window.end().minusNanos(1).toLocalDate();
  }

  private static int age(AdWindow window, LocalDate day, Instant sent) {
    LocalDate then = sent.atZone(zone(window)).toLocalDate();
    return Math.clamp(ChronoUnit.DAYS.between(day, then), 0, Integer.MAX_VALUE);
  }

  private static ZoneId zone(AdWindow window) {
    try {
      return ZoneId.of(window.timeZone());
    } catch (DateTimeException e) {
      return ZoneOffset.UTC; // an unknown zone costs a day at most, never the row
    }
  }

  /** Writes what was taken in, and lets go of what is old. */
  void write(Connection connection) throws SQLException {
    if (gains.isEmpty()) {
      return;
    }
    try (PreparedStatement add = connection.prepareStatement(ADD);
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      for (Map.Entry<Cell, Gain> entry : gains.entrySet()) {
        add.setString(1, workspace);
        add.setString(2, account);
        add.setObject(3, entry.getKey().day());
        add.setInt(4, entry.getKey().firstAge());
        add.setInt(5, entry.getKey().age());
        add.setDouble(6, entry.getValue().spendMicros());
        add.setDouble(7, entry.getValue().conversions());
        add.setDouble(8, entry.getValue().revenueMicros());
        add.addBatch();
      }
      add.executeBatch();
      forget.setString(1, workspace);
      forget.setString(2, account);
      forget.setString(3, workspace);
      forget.setString(4, account);
      forget.setInt(5, DAYS_KEPT);
      forget.executeUpdate();
    }
  }
}
