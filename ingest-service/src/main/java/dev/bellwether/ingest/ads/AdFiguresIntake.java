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
 * Takes ad figures. A row with a known identity and other figures restates the earlier one; with the same figures it is a
 * duplicate. As for mentions, the identity is committed once Kafka has the row.
 */
@ApplicationScoped
public class AdFiguresIntake {

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

  private BatchAnswer take(
      Connection connection, String workspace, List<Checked<AdPerformance>> rows, String requestKey)
      throws SQLException {
    List<String> keys = new ArrayList<>();
    for (Checked<AdPerformance> row : rows) {
      if (row instanceof Valid<AdPerformance>(AdPerformance figures)) {
        keys.add(figures.key().encode());
      }
    }
    Map<String, KnownFigures> known = AdIdentities.lock(connection, workspace, keys);
    Map<String, KnownFigures> taken = new HashMap<>();
    List<AdPerformance> publish = new ArrayList<>();
    List<RowAnswer> answers = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      answers.add(
          switch (rows.get(i)) {
            case Invalid<AdPerformance> invalid -> RowAnswer.rejected(i, invalid);
            case Valid<AdPerformance>(AdPerformance figures) -> {
              String key = figures.key().encode();
              var now = KnownFigures.of(figures, requestKey, i);
              KnownFigures before = known.get(key);
              if (before != null && new RequestRow(requestKey, i).isAgain(before.requestKey(), before.requestRow())) {
                yield RowAnswer.accepted(i, key);
              }
              if (before != null && before.digest().equals(now.digest())) {
                yield RowAnswer.duplicate(i, key);
              }
              known.put(key, now);
              taken.put(key, now);
              publish.add(figures);
              yield RowAnswer.accepted(i, key);
            }
          });
    }
    AdIdentities.remember(connection, workspace, taken);
    publisher.publish(publish);
    return BatchAnswer.of(answers);
  }
}
