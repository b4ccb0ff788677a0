package dev.bellwether.campaign.figures.storage;

import dev.bellwether.campaign.figures.FigureRules;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.kit.event.UnusableEventException;
import dev.bellwether.kit.messaging.Event;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes rows of figures; a row with the identity of an earlier one replaces it, so writing twice
 * changes nothing.
 */
@ApplicationScoped
public class FigureWriter {

  private static final String UPSERT =
      """
      insert into ad_figures (workspace, account, row_key, campaign, ad_set, ad, age, gender, geo, interest, placement,
        window_start, window_end, time_zone, spend_micros, currency, impressions, clicks, conversions, revenue_micros,
        first_age, last_age)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace, account, row_key) do update set
        spend_micros = excluded.spend_micros, currency = excluded.currency, impressions = excluded.impressions,
        clicks = excluded.clicks, conversions = excluded.conversions, revenue_micros = excluded.revenue_micros,
        first_age = excluded.first_age, last_age = excluded.last_age
      """;

  private static final String DELETE =
      "delete from ad_figures where workspace = ? and account = ? and row_key = ?";

  private final WorkspaceTransaction transactions;

  public FigureWriter(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /**
   * Writes a batch, in one transaction for each workspace in it.
   *
   * @throws IllegalArgumentException when a row breaks {@link FigureRules}; then nothing of its
   *     workspace is written
   */
  public void write(List<Event<AdPerformance>> events) {
    // The last of several records with one key is what the topic will say after compaction
    Map<String, Map<RecordKey, Event<AdPerformance>>> byWorkspace = new LinkedHashMap<>();
    for (Event<AdPerformance> event : events) {
      byWorkspace
          .computeIfAbsent(event.key().parts().getFirst(), _ -> new LinkedHashMap<>())
          .put(event.key(), event);
    }
    byWorkspace.forEach(
        (workspace, latest) ->
            transactions.inWorkspace(
                workspace,
                connection -> write(connection, workspace, List.copyOf(latest.values()))));
  }

  private static Void write(
      Connection connection, String workspace, List<Event<AdPerformance>> events)
      throws SQLException {
    Map<String, FigureGrowth> growth = growth(connection, workspace, events);
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT);
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      for (Event<AdPerformance> event : events) {
        if (event.isTombstone()) {
          addDelete(delete, event.key());
        } else {
          AdPerformance row = checked(event);
          Instant sent = Instant.ofEpochMilli(event.source().timestamp());
          addUpsert(upsert, row, growth.get(row.account()).add(event.key(), row, sent));
        }
      }
      upsert.executeBatch();
      delete.executeBatch();
    }
    for (FigureGrowth each : growth.values()) {
      each.write(connection);
    }
    return null;
  }

  /** By account, in one order for all writers. */
  private static Map<String, FigureGrowth> growth(
      Connection connection, String workspace, List<Event<AdPerformance>> events)
      throws SQLException {
    Map<String, List<RecordKey>> keys = new TreeMap<>();
    for (Event<AdPerformance> event : events) {
      if (!event.isTombstone()) {
        String account = checked(event).account();
        keys.computeIfAbsent(account, _ -> new ArrayList<>()).add(event.key());
      }
    }
    Map<String, FigureGrowth> growth = new TreeMap<>();
    for (var entry : keys.entrySet()) {
      growth.put(
          entry.getKey(),
          FigureGrowth.since(connection, workspace, entry.getKey(), entry.getValue()));
    }
    return growth;
  }

  private static AdPerformance checked(Event<AdPerformance> event) {
    try {
      FigureRules.checked(event.value());
    } catch (IllegalArgumentException e) {
      throw new UnusableEventException(e.getMessage(), e);
    }
    if (!event.value().key().equals(event.key())) {
      throw new UnusableEventException("the record's key is not that of its value");
    }
    return event.value();
  }

  private static void addDelete(PreparedStatement delete, RecordKey key) throws SQLException {
    if (key.parts().size() < 2) {
      throw new UnusableEventException("the key names no account");
    }
    delete.setString(1, key.parts().get(0));
    delete.setString(2, key.parts().get(1));
    delete.setString(3, key.encode());
    delete.addBatch();
  }

  private static void addUpsert(PreparedStatement upsert, AdPerformance row, FigureGrowth.Ages ages)
      throws SQLException {
    Segment segment = row.segment();
    String[] texts = {
      row.workspace(),
      row.account(),
      row.key().encode(),
      row.campaign(),
      row.adSet(),
      row.ad(),
      segment.age(),
      segment.gender(),
      segment.geo(),
      segment.interest(),
      segment.placement()
    };
    for (int i = 0; i < texts.length; i++) {
      upsert.setString(i + 1, texts[i]);
    }
    upsert.setObject(12, row.window().start());
    upsert.setObject(13, row.window().end());
    upsert.setString(14, row.window().timeZone());
    upsert.setLong(15, row.spendMicros());
    upsert.setString(16, row.currency());
    upsert.setLong(17, row.impressions());
    upsert.setLong(18, row.clicks());
    upsert.setDouble(19, row.conversions());
    upsert.setObject(20, row.revenueMicros(), Types.BIGINT);
    upsert.setInt(21, ages.first());
    upsert.setInt(22, ages.last());
    upsert.addBatch();
  }
}
