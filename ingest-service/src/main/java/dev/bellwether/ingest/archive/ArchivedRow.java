package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row as searches read it. The score is read only of what matches.
 *
 * @param score JSON, or null
 * @param indexed false where the index does not know its words
 */
record ArchivedRow(Mention mention, String score, SearchCursor place, boolean indexed) {

  static final String COLUMNS =
      "m.mention, s.score, m.created_at, m.mention_id, m.search is not null";

  /** The mention's time is in the join, so that only its month is looked at. */
  static final String FROM_WITH_SCORES =
      " from archived_mention m left join mention_score s on s.workspace = m.workspace and s.mention_id = m.mention_id"
          + " and s.created_at = m.created_at";

  /** Of a row of {@link #COLUMNS}. */
  static ArchivedRow of(ResultSet row, ObjectMapper json) throws SQLException {
    return new ArchivedRow(
        read(json, row.getString(1), Mention.class),
        row.getString(2),
        new SearchCursor(row.getTimestamp(3).toInstant(), row.getString(4)),
        row.getBoolean(5));
  }

  ArchivedMention withScore(ObjectMapper json) {
    return new ArchivedMention(
        mention,
        score == null
            ? null
            : ArchivedMention.Sentiment.of(read(json, score, ScoredMention.class)));
  }

  static <T> T read(ObjectMapper json, String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of the archive does not read", e);
    }
  }
}
