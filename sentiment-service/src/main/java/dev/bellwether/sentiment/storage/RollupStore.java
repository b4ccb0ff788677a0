package dev.bellwether.sentiment.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.sentiment.rollup.Change;
import dev.bellwether.sentiment.rollup.MentionState;
import dev.bellwether.sentiment.rollup.RollupStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Contributions, corrections and rollups: read together, changed together. */
@ApplicationScoped
public class RollupStore {

  private final WorkspaceTransaction transactions;
  private final ContributionRows contributions;

  public RollupStore(WorkspaceTransaction transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.contributions = new ContributionRows(json);
  }

  /**
   * Applies changes of one workspace in one transaction.
   *
   * @param changes in the order of the log
   * @return what was done, and what is to be published of it
   * @throws dev.bellwether.kit.storage.StorageException when the database refuses; nothing is
   *     changed then
   */
  public RollupStep apply(String workspace, List<Change> changes) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          var step = RollupStep.of(lock(connection, workspace, changes), changes);
          if (!step.changesNothing()) {
            write(connection, workspace, step);
          }
          return step;
        });
  }

  private void write(Connection connection, String workspace, RollupStep step) throws SQLException {
    contributions.insert(connection, workspace, step.inserted());
    contributions.update(connection, workspace, step.updated());
    contributions.delete(connection, workspace, step.deleted());
    CorrectionRows.keep(connection, workspace, step.corrected());
    CorrectionRows.delete(connection, workspace, step.uncorrected());
    RollupRows.HOURS.add(connection, workspace, step.deltas());
    RollupRows.MINUTES.add(connection, workspace, step.deltas());
  }

  /** In the order of the mentions' ids, the same in every consumer. */
  private Map<String, MentionState> lock(
      Connection connection, String workspace, List<Change> changes) throws SQLException {
    var mentions = changes.stream().map(Change::mention).distinct().sorted().toList();
    var kept = contributions.lock(connection, workspace, mentions);
    Map<String, Correction> words = CorrectionRows.lock(connection, workspace, mentions);
    var states = new HashMap<String, MentionState>();
    for (var mention : mentions) {
      states.put(mention, new MentionState(kept.get(mention), words.get(mention)));
    }
    return states;
  }
}
