package dev.bellwether.campaign.suggestion.storage;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Monitors of all workspaces with open suggestions that nothing more is heard of. */
@ApplicationScoped
public class SilentMonitors {

  /** So that a round ends. */
  private static final int MOST_A_ROUND = 1_000;

  private final WorkspaceTransaction transactions;

  public SilentMonitors(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /** One of them. */
  public record Silent(String workspace, String monitor) {}

  /**
   * Those with an open suggestion that has expired.
   *
   * @param heardBefore wall clock of its last news
   * @param now wall clock
   */
  public List<Silent> since(Instant heardBefore, Instant now) {
    return transactions.asWorker(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  """
                  select distinct workspace, monitor from spend_suggestion
                  where state = 'open' and heard_at < ? and expires_at < ? limit ?
                  """)) {
            Columns.set(select, 1, heardBefore);
            Columns.set(select, 2, now);
            select.setInt(3, MOST_A_ROUND);
            var found = new ArrayList<Silent>();
            try (var row = select.executeQuery()) {
              while (row.next()) {
                found.add(new Silent(row.getString(1), row.getString(2)));
              }
            }
            return found;
          }
        });
  }
}
