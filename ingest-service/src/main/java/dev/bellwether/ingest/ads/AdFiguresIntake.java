package dev.bellwether.ingest.ads;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.ingest.rows.BatchAnswer;
import dev.bellwether.ingest.rows.Checked;
import dev.bellwether.ingest.rows.Checked.Invalid;
import dev.bellwether.ingest.rows.Checked.Valid;
import dev.bellwether.ingest.rows.RequestRow;
import dev.bellwether.ingest.rows.RowAnswer;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes ad figures. A row with a known identity and other figures restates the earlier one; with
 * the same figures it is a duplicate. As for mentions, the identity is committed once Kafka has the
 * row.
 */
@ApplicationScoped
public class AdFiguresIntake {

  /** As many as may be under way to Kafka at once. */
  private static final int PART = 5_000;

  private final WorkspaceTransaction transactions;
  private final AdFiguresPublisher publisher;

  public AdFiguresIntake(WorkspaceTransaction transactions, AdFiguresPublisher publisher) {
    this.transactions = transactions;
    this.publisher = publisher;
  }

  BatchAnswer take(String workspace, List<Checked<AdPerformance>> rows, String requestKey) {
    return transactions.inWorkspace(
        workspace, connection -> take(connection, workspace, rows, requestKey));
  }

  /**
   * Takes more rows than one transaction should hold, some at a time. What fails in the middle
   * leaves the rows before it taken; sent again with the same key it is answered as if it had not.
   *
   * @param rows of which no two have one identity
   */
  BatchAnswer takeInParts(String workspace, List<Checked<AdPerformance>> rows, String requestKey) {
    List<RowAnswer> answers = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += PART) {
      int first = from;
      var part = rows.subList(from, Math.min(rows.size(), from + PART));
      take(workspace, part, requestKey).rows().forEach(row -> answers.add(row.after(first)));
    }
    return BatchAnswer.of(answers);
  }

  private BatchAnswer take(
      Connection connection, String workspace, List<Checked<AdPerformance>> rows, String requestKey)
      throws SQLException {
    List<String> keys = new ArrayList<>();
    for (Checked<AdPerformance> row : rows) {
      if (row instanceof Valid<AdPerformance>(AdPerformance figures)) {
        keys.add(figures.key().encode());
      }
    }
    var batch = new Batch(AdIdentities.lock(connection, workspace, keys), requestKey);
    List<RowAnswer> answers = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      answers.add(
          switch (rows.get(i)) {
            case Invalid<AdPerformance> invalid -> RowAnswer.rejected(i, invalid);
            case Valid<AdPerformance>(AdPerformance figures) -> batch.take(i, figures);
          });
    }
    AdIdentities.remember(connection, workspace, batch.taken);
    publisher.publish(batch.publish);
    return BatchAnswer.of(answers);
  }

  /**
   * One request's rows, decided in their order, so that within it too a row may restate an earlier
   * one.
   */
  private static final class Batch {

    private final Map<String, KnownFigures> known;
    private final String requestKey;
    private final Map<String, KnownFigures> taken = new HashMap<>();
    private final List<AdPerformance> publish = new ArrayList<>();

    private Batch(Map<String, KnownFigures> known, String requestKey) {
      this.known = known;
      this.requestKey = requestKey;
    }

    private RowAnswer take(int row, AdPerformance figures) {
      String key = figures.key().encode();
      KnownFigures before = known.get(key);
      if (before != null
          && new RequestRow(requestKey, row).isAgain(before.requestKey(), before.requestRow())) {
        return RowAnswer.accepted(row, key);
      }
      var now = KnownFigures.of(figures, requestKey, row);
      if (before != null && before.digest().equals(now.digest())) {
        return RowAnswer.duplicate(row, key);
      }
      known.put(key, now);
      taken.put(key, now);
      publish.add(figures);
      return RowAnswer.accepted(row, key);
    }
  }
}
