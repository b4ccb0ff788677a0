package dev.bellwether.ingest.archive;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a mention was taken up over time.
 *
 * @param figures oldest first, the last ones being those of now; at least one
 */
public record EngagementHistory(String id, List<Figures> figures) {

  /**
   * Counts as they were from a time on, until the next.
   *
   * @param observedAt when Bellwether first saw them
   * @param revision the last of the mention that had them
   */
  public record Figures(
      Instant observedAt, int revision, long likes, long reposts, long replies, long views) {}

  /** Past figures, and those that the mention has now; twice the workspace and the id. */
  static final String SELECT =
      """
      select observed_at, revision, likes, reposts, replies, views from engagement_history
      where workspace = ? and mention_id = ?
      union all
      select figures_since, revision, (mention #>> '{engagement,likes}')::bigint,
        (mention #>> '{engagement,reposts}')::bigint, (mention #>> '{engagement,replies}')::bigint,
        (mention #>> '{engagement,views}')::bigint
      from archived_mention where workspace = ? and mention_id = ?
      order by 2
      """;

  static List<Figures> read(PreparedStatement select, String workspace, String id)
      throws SQLException {
    for (int i = 1; i <= 4; i += 2) {
      select.setString(i, workspace);
      select.setString(i + 1, id);
    }
    var figures = new ArrayList<Figures>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        figures.add(
            new Figures(
                rows.getTimestamp(1).toInstant(),
                rows.getInt(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getLong(5),
                rows.getLong(6)));
      }
    }
    return figures;
  }
}
