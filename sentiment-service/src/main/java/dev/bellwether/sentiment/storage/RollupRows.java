package dev.bellwether.sentiment.storage;

import dev.bellwether.sentiment.rollup.Cell;
import dev.bellwether.sentiment.rollup.Measures;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A table of rollups. A batch touches hundreds of rows in each: so all of them go in one statement,
 * as arrays, rather than one by one.
 */
final class RollupRows {

  static final RollupRows HOURS = new RollupRows(Cell.Span.HOUR, "rollup", "hour");
  static final RollupRows MINUTES = new RollupRows(Cell.Span.MINUTE, "rollup_minute", "minute");

  private static final int WORKSPACE = 1;
  private static final int FIRST_KEY = 2;
  private static final int FIRST_MEASURE = 5;

  private static final List<ToLongFunction<Measures>> MEASURES =
      List.of(
          Measures::mentions,
          Measures::spam,
          Measures::interactions,
          Measures::anger,
          Measures::joy,
          Measures::optimism,
          Measures::sadness,
          Measures::ironic,
          Measures::offensive);

  private final Cell.Span span;
  private final String create;
  private final String lock;
  private final String add;

  private RollupRows(Cell.Span span, String table, String start) {
    this.span = span;
    this.create =
        """
        insert into %1$s (workspace, monitor, %2$s, label, mentions)
        select d.workspace, d.monitor, to_timestamp(d.start), d.label, 0
        from (select ?::text as workspace, u.*
          from unnest(?::text[], ?::bigint[], ?::text[]) as u (monitor, start, label)) d
        on conflict do nothing"""
            .formatted(table, start);
    this.lock =
        """
        select 1 from %1$s r join
          (select ?::text as workspace, u.*
          from unnest(?::text[], ?::bigint[], ?::text[]) as u (monitor, start, label)) d
        on r.workspace = d.workspace and r.monitor = d.monitor and r.%2$s = to_timestamp(d.start)
          and r.label = d.label
        order by r.monitor, r.%2$s, r.label for update of r"""
            .formatted(table, start);
    this.add =
        """
        update %1$s r set mentions = r.mentions + d.mentions, spam = r.spam + d.spam,
          interactions = r.interactions + d.interactions, anger = r.anger + d.anger,
          joy = r.joy + d.joy, optimism = r.optimism + d.optimism, sadness = r.sadness + d.sadness,
          ironic = r.ironic + d.ironic, offensive = r.offensive + d.offensive
        from (select ?::text as workspace, u.*
          from unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
            ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
          as u (monitor, start, label, mentions, spam, interactions, anger, joy, optimism, sadness,
            ironic, offensive)) d
        where r.workspace = d.workspace and r.monitor = d.monitor
          and r.%2$s = to_timestamp(d.start) and r.label = d.label"""
            .formatted(table, start);
  }

  /**
   * Adds what belongs into this table. Rows that are missing come first, with zeros, because
   * "insert … on conflict update" would check a negative difference before it is added. Then the
   * rows are locked in one order, which an update alone would not keep.
   */
  void add(Connection connection, String workspace, SortedMap<Cell, Measures> deltas)
      throws SQLException {
    var ours = deltas.entrySet().stream().filter(entry -> entry.getKey().span() == span).toList();
    if (ours.isEmpty()) {
      return;
    }
    var keys =
        List.of(
            array(connection, "text", ours, entry -> entry.getKey().monitor()),
            array(connection, "bigint", ours, entry -> entry.getKey().start().getEpochSecond()),
            array(connection, "text", ours, entry -> entry.getKey().label().wireName()));
    run(connection, create, workspace, keys, List.of());
    run(connection, lock, workspace, keys, List.of());
    run(connection, add, workspace, keys, ours);
  }

  private static void run(
      Connection connection,
      String sql,
      String workspace,
      List<Array> keys,
      List<Map.Entry<Cell, Measures>> measured)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(WORKSPACE, workspace);
      for (int i = 0; i < keys.size(); i++) {
        statement.setArray(FIRST_KEY + i, keys.get(i));
      }
      for (int i = 0; i < MEASURES.size() && !measured.isEmpty(); i++) {
        var measure = MEASURES.get(i);
        statement.setArray(
            FIRST_MEASURE + i,
            array(connection, "bigint", measured, entry -> measure.applyAsLong(entry.getValue())));
      }
      statement.execute();
    }
  }

  private static Array array(
      Connection connection,
      String type,
      List<Map.Entry<Cell, Measures>> rows,
      Function<Map.Entry<Cell, Measures>, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }
}
