package dev.bellwether.sentiment.storage;

import dev.bellwether.sentiment.rollup.Cell;
import dev.bellwether.sentiment.rollup.Measures;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A table of rollups. */
final class RollupRows {

  static final RollupRows HOURS = new RollupRows(Cell.Span.HOUR, "rollup", "hour");
  static final RollupRows MINUTES = new RollupRows(Cell.Span.MINUTE, "rollup_minute", "minute");

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
  private final String addAll;
  private final String create;
  private final String add;

  private RollupRows(Cell.Span span, String table, String start) {
    this.span = span;
    this.addAll =
        """
        insert into %1$s as r (workspace, monitor, %2$s, label, mentions, spam, interactions, anger,
          joy, optimism, sadness, ironic, offensive)
        select ?, d.monitor, to_timestamp(d.start), d.label, d.mentions, d.spam, d.interactions,
          d.anger, d.joy, d.optimism, d.sadness, d.ironic, d.offensive
        from unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
            ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
          as d (monitor, start, label, mentions, spam, interactions, anger, joy, optimism, sadness,
            ironic, offensive)
        on conflict (workspace, monitor, %2$s, label) do update set
          mentions = r.mentions + excluded.mentions, spam = r.spam + excluded.spam,
          interactions = r.interactions + excluded.interactions, anger = r.anger + excluded.anger,
          joy = r.joy + excluded.joy, optimism = r.optimism + excluded.optimism,
          sadness = r.sadness + excluded.sadness, ironic = r.ironic + excluded.ironic,
          offensive = r.offensive + excluded.offensive"""
            .formatted(table, start);
    this.create =
        """
        insert into %1$s (mentions, workspace, monitor, %2$s, label) values (0, ?, ?, ?, ?)
        on conflict do nothing"""
            .formatted(table, start);
    this.add =
        """
        update %1$s set mentions = mentions + ?, spam = spam + ?, interactions = interactions + ?,
          anger = anger + ?, joy = joy + ?, optimism = optimism + ?, sadness = sadness + ?,
          ironic = ironic + ?, offensive = offensive + ?
        where workspace = ? and monitor = ? and %2$s = ? and label = ?"""
            .formatted(table, start);
  }

  /**
   * Adds what belongs into this table; rows are locked in the order of the cells. A batch of new
   * mentions touches hundreds of rows and only adds: all of it is one statement. Where something is
   * taken away, rows go one by one, because "insert … on conflict update" would check a negative
   * difference before it is added.
   */
  void add(Connection connection, String workspace, SortedMap<Cell, Measures> deltas)
      throws SQLException {
    var ours = deltas.entrySet().stream().filter(entry -> entry.getKey().span() == span).toList();
    if (ours.isEmpty()) {
      return;
    }
    if (ours.stream().allMatch(entry -> onlyAdds(entry.getValue()))) {
      addAll(connection, workspace, ours);
    } else {
      addEach(connection, workspace, ours);
    }
  }

  private static boolean onlyAdds(Measures delta) {
    return MEASURES.stream().allMatch(measure -> measure.applyAsLong(delta) >= 0);
  }

  /** Arrays in the order of the cells, which the insert keeps. */
  private void addAll(
      Connection connection, String workspace, List<Map.Entry<Cell, Measures>> deltas)
      throws SQLException {
    try (var statement = connection.prepareStatement(addAll)) {
      int parameter = 1;
      statement.setString(parameter++, workspace);
      statement.setArray(
          parameter++, array(connection, "text", deltas, entry -> entry.getKey().monitor()));
      statement.setArray(
          parameter++,
          array(connection, "bigint", deltas, entry -> entry.getKey().start().getEpochSecond()));
      statement.setArray(
          parameter++,
          array(connection, "text", deltas, entry -> entry.getKey().label().wireName()));
      for (var measure : MEASURES) {
        statement.setArray(
            parameter++,
            array(connection, "bigint", deltas, entry -> measure.applyAsLong(entry.getValue())));
      }
      statement.executeUpdate();
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

  private void addEach(
      Connection connection, String workspace, List<Map.Entry<Cell, Measures>> deltas)
      throws SQLException {
    try (var missing = connection.prepareStatement(create);
        var update = connection.prepareStatement(add)) {
      for (var entry : deltas) {
        setCell(missing, 1, workspace, entry.getKey());
        missing.addBatch();
        int parameter = 1;
        for (var measure : MEASURES) {
          update.setLong(parameter++, measure.applyAsLong(entry.getValue()));
        }
        setCell(update, parameter, workspace, entry.getKey());
        update.addBatch();
      }
      missing.executeBatch();
      update.executeBatch();
    }
  }

  private static void setCell(PreparedStatement statement, int from, String workspace, Cell cell)
      throws SQLException {
    statement.setString(from, workspace);
    statement.setString(from + 1, cell.monitor());
    statement.setObject(from + 2, cell.start().atOffset(ZoneOffset.UTC));
    statement.setString(from + 3, cell.label().wireName());
  }
}
