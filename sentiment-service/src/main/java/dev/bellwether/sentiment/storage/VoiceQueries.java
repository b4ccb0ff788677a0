package dev.bellwether.sentiment.storage;

import dev.bellwether.kit.storage.SqlWork;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts by monitor side by side. Each answer has every monitor that was asked for, in that order,
 * in every group: by the start of the group, and by {@link Instant#MIN} altogether.
 */
@ApplicationScoped
public class VoiceQueries {

  /** What is counted of each mention. */
  public enum Voice {
    MENTIONS,
    INTERACTIONS
  }

  private static final String COUNTED =
      """
      select %s, monitor, sum(%s) from %s
      where workspace = ? and %4$s >= ? and %4$s < ? and monitor = any (?) and mentions > 0
      group by 1, 2""";
  private static final String AUTHORS =
      """
      with pairs as (
        select distinct %s as start, monitor, author
        from contribution, unnest(monitors) as monitor
        where workspace = ? and created_at >= ? and created_at < ? and author is not null
          and monitors && ? and monitor = any (?))
      select start, monitor, count(*) from pairs group by 1, 2""";
  private static final String WITH_TOTAL =
      """
       union all
      select null, monitor, count(*)
      from (select distinct monitor, author from pairs) whole group by monitor""";

  private final WorkspaceTransaction transactions;
  private final BoundedReading reading;

  VoiceQueries(WorkspaceTransaction transactions, BoundedReading reading) {
    this.transactions = transactions;
    this.reading = reading;
  }

  /** Mentions, or interactions with them, by monitor. */
  public SortedMap<Instant, SequencedMap<String, Long>> counted(
      String workspace, List<String> monitors, Span span, Grain grain, Voice voice) {
    var sql =
        COUNTED.formatted(
            grain.groupOf(grain.column()),
            voice == Voice.MENTIONS ? "mentions" : "interactions",
            grain.table(),
            grain.column());
    var voices =
        transactions.inWorkspace(
            workspace, reader(sql, workspace, monitors, span, List.of(monitors)));
    var total = noneOf(monitors);
    voices.values().forEach(group -> group.forEach((m, more) -> total.merge(m, more, Long::sum)));
    voices.put(Instant.MIN, total);
    return voices;
  }

  /**
   * Different authors by monitor.
   *
   * @return empty when it would have taken too long
   */
  public Optional<SortedMap<Instant, SequencedMap<String, Long>>> authors(
      String workspace, List<String> monitors, Span span, Grain grain) {
    var sql =
        AUTHORS.formatted(grain.groupOf("created_at")) + (grain == Grain.TOTAL ? "" : WITH_TOTAL);
    return reading
        .inWorkspace(workspace, reader(sql, workspace, monitors, span, List.of(monitors, monitors)))
        .map(
            voices -> {
              voices.putIfAbsent(Instant.MIN, noneOf(monitors));
              return voices;
            });
  }

  /**
   * @param arrays what follows the span as parameters
   */
  private static SqlWork<SortedMap<Instant, SequencedMap<String, Long>>> reader(
      String sql, String workspace, List<String> monitors, Span span, List<List<String>> arrays) {
    return connection -> {
      try (var statement = connection.prepareStatement(sql)) {
        statement.setString(1, workspace);
        Times.set(statement, 2, span);
        int parameter = 4;
        for (var array : arrays) {
          statement.setArray(parameter++, connection.createArrayOf("text", array.toArray()));
        }
        return voices(statement, monitors);
      }
    };
  }

  private static SortedMap<Instant, SequencedMap<String, Long>> voices(
      PreparedStatement statement, List<String> monitors) throws SQLException {
    var voices = new TreeMap<Instant, SequencedMap<String, Long>>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        voices
            .computeIfAbsent(Times.group(rows, 1), start -> noneOf(monitors))
            .put(rows.getString(2), rows.getLong(3));
      }
    }
    return voices;
  }

  private static SequencedMap<String, Long> noneOf(List<String> monitors) {
    var none = new LinkedHashMap<String, Long>();
    monitors.forEach(monitor -> none.put(monitor, 0L));
    return none;
  }
}
