package dev.bellwether.sentiment.storage;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.rollup.Cell;
import dev.bellwether.sentiment.rollup.SentimentCounts;
import dev.bellwether.sentiment.summary.TargetCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Counts what the mentions that are kept feel about the brands and products they name. */
@ApplicationScoped
public class TargetQueries {

  // No index on the names: it would be written with every revision of every mention
  private static final String COUNT =
      """
      select mode() within group (order by target ->> 'name'), target ->> 'label', count(*),
        lower(target ->> 'name')
      from contribution, jsonb_path_query(score, '$.targets[*]') as target
      where workspace = ? and created_at >= ? and created_at < ? %s
      group by 4, 2""";
  private static final String OF_MONITOR =
      "and monitors @> array[?::text] and jsonb_exists(target -> 'monitors', ?::text)";

  private static final Comparator<TargetCounts> MOST_NAMED_FIRST =
      Comparator.comparing((TargetCounts target) -> target.labels().mentions())
          .reversed()
          .thenComparing(TargetCounts::name);

  private final BoundedReading reading;

  TargetQueries(BoundedReading reading) {
    this.reading = reading;
  }

  /**
   * Targets, the most named first.
   *
   * @param monitor a monitor's id: what it knows by name; or {@link Cell#WHOLE_WORKSPACE}
   * @return empty when it would have taken too long
   */
  public Optional<List<TargetCounts>> count(String workspace, String monitor, Span span) {
    var whole = monitor.equals(Cell.WHOLE_WORKSPACE);
    return reading.inWorkspace(
        workspace,
        connection -> {
          try (var statement =
              connection.prepareStatement(COUNT.formatted(whole ? "" : OF_MONITOR))) {
            statement.setString(1, workspace);
            Times.set(statement, 2, span);
            if (!whole) {
              statement.setString(4, monitor);
              statement.setString(5, monitor);
            }
            // one brand, however two monitors spell it
            var spelling = new HashMap<String, String>();
            var byName = new HashMap<String, SentimentCounts>();
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                var label = SentimentLabel.valueOf(rows.getString(2).toUpperCase(Locale.ROOT));
                var name =
                    spelling.merge(rows.getString(4), rows.getString(1), (first, next) -> first);
                byName.merge(
                    name, SentimentCounts.NONE.plus(label, rows.getLong(3)), SentimentCounts::plus);
              }
            }
            return byName.entrySet().stream()
                .map(entry -> new TargetCounts(entry.getKey(), entry.getValue()))
                .sorted(MOST_NAMED_FIRST)
                .toList();
          }
        });
  }
}
