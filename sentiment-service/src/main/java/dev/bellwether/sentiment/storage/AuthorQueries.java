package dev.bellwether.sentiment.storage;

import dev.bellwether.sentiment.rollup.Cell;
import dev.bellwether.sentiment.summary.Authors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts authors exactly, by going through the mentions that are kept. */
@ApplicationScoped
public class AuthorQueries {

  // Distinct by grouping, which hashes; count(distinct) would sort every author's name
  private static final String PAIRS =
      """
      with pairs as (
        select %s as start, author, count(*) as mentions from contribution
        where workspace = ? and created_at >= ? and created_at < ? and author is not null %s
        group by 1, 2)
      """;
  private static final String OF_MONITOR = "and monitors @> array[?::text]";
  private static final String BY_TIME =
      "select start, count(*), sum(mentions) from pairs group by start";
  private static final String WITH_TOTAL =
      """
       union all
      select null, count(*), sum(mentions)
      from (select author, sum(mentions) as mentions from pairs group by author) whole""";

  private final BoundedReading reading;

  AuthorQueries(BoundedReading reading) {
    this.reading = reading;
  }

  /**
   * Authors of a monitor's mentions, by group and altogether.
   *
   * @param monitor a monitor's id, or {@link Cell#WHOLE_WORKSPACE}
   * @return by the start of each group, and by {@link Instant#MIN} altogether; empty when it would
   *     have taken too long
   */
  public Optional<Map<Instant, Authors>> overTime(
      String workspace, String monitor, Span span, Grain grain) {
    var whole = monitor.equals(Cell.WHOLE_WORKSPACE);
    var sql =
        PAIRS.formatted(grain.groupOf("created_at"), whole ? "" : OF_MONITOR)
            + BY_TIME
            + (grain == Grain.TOTAL ? "" : WITH_TOTAL);
    return reading.inWorkspace(
        workspace,
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, workspace);
            Times.set(statement, 2, span);
            if (!whole) {
              statement.setString(4, monitor);
            }
            var authors = new TreeMap<Instant, Authors>();
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                authors.put(Times.group(rows, 1), new Authors(rows.getLong(2), rows.getLong(3)));
              }
            }
            return authors;
          }
        });
  }
}
