package dev.bellwether.sentiment.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the scores of single mentions, and what people said of them. */
@ApplicationScoped
public class CorrectionQueries {

  private static final String CORRECTION =
      "k.mention, k.label, k.corrected_at, k.corrected_by, k.model_label, k.model";
  private static final String SCORE =
      "select "
          + CORRECTION
          + """
            , c.revision, c.label, c.score::text
            from contribution c left join correction k using (workspace, mention)
            where workspace = ? and mention = ? and c.label is not null""";
  private static final String NEWEST =
      "select " + CORRECTION + " from correction k where workspace = ?";
  private static final String AFTER = " and (corrected_at, mention) < (?, ?)";
  private static final String PAGE = " order by corrected_at desc, mention desc limit ?";

  private final WorkspaceTransaction transactions;
  private final ObjectMapper json;

  public CorrectionQueries(WorkspaceTransaction transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  /** The score of a mention that is known and not erased. */
  public Optional<KeptScore> score(String workspace, String mention) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var statement = connection.prepareStatement(SCORE)) {
            statement.setString(1, workspace);
            statement.setString(2, mention);
            try (var row = statement.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new KeptScore(
                          row.getInt(7),
                          label(row, 8),
                          score(row.getString(9)),
                          row.getString(1) == null ? null : correction(workspace, row)))
                  : Optional.empty();
            }
          }
        });
  }

  /**
   * Corrections, newest first.
   *
   * @param after where the page before ended; both null for the first page
   */
  public List<Correction> newest(String workspace, int most, Instant after, String afterMention) {
    return transactions.inWorkspace(
        workspace, connection -> newest(connection, workspace, most, after, afterMention));
  }

  private static List<Correction> newest(
      Connection connection, String workspace, int most, Instant after, String afterMention)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(NEWEST + (after == null ? "" : AFTER) + PAGE)) {
      statement.setString(1, workspace);
      if (after != null) {
        statement.setObject(2, after.atOffset(ZoneOffset.UTC));
        statement.setString(3, afterMention);
      }
      statement.setInt(after == null ? 2 : 4, most);
      var corrections = new ArrayList<Correction>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          corrections.add(correction(workspace, rows));
        }
      }
      return corrections;
    }
  }

  private static Correction correction(String workspace, ResultSet row) throws SQLException {
    return new Correction(
        Correction.SCHEMA_VERSION,
        workspace,
        row.getString(1),
        label(row, 2),
        Times.get(row, 3),
        row.getString(4),
        label(row, 5),
        row.getString(6));
  }

  private static SentimentLabel label(ResultSet row, int column) throws SQLException {
    var label = row.getString(column);
    return label == null ? null : SentimentLabel.valueOf(label.toUpperCase(Locale.ROOT));
  }

  private ScoredMention score(String text) {
    try {
      return text == null ? null : json.readValue(text, ScoredMention.class);
    } catch (JsonProcessingException e) {
      // Its words could quote the post
      throw new IllegalStateException("a score that is kept cannot be read as one");
    }
  }
}
