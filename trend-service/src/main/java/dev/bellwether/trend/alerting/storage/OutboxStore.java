package dev.bellwether.trend.alerting.storage;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.delivery.AlertMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The table {@code delivery}: who works on what, and when it is next due. */
@ApplicationScoped
public class OutboxStore {

  private final WorkspaceTransaction transactions;
  private final StoredJson json;

  public OutboxStore(WorkspaceTransaction transactions, StoredJson json) {
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * Takes the delivery that has been due for longest, of any workspace. Should this instance die,
   * it is due again when the lease ends.
   *
   * @param busy {@code workspace|channel} of those to leave alone
   */
  public Optional<Claimed> claim(Duration lease, Collection<String> busy) {
    return transactions.asWorker(connection -> claim(connection, lease, busy));
  }

  private static Optional<Claimed> claim(
      Connection connection, Duration lease, Collection<String> busy) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update delivery set state = 'delivering', claim = claim + 1, due_at = now() + ? * interval '1 second'
            where (workspace, id) = (
              select workspace, id from delivery
              where state in ('pending', 'held', 'delivering') and due_at <= now()
                and not (workspace || '|' || channel = any (?))
              order by due_at limit 1 for update skip locked)
            returning workspace, id, alert, message, channel, attempts, claim
            """)) {
      update.setLong(1, lease.toSeconds());
      Columns.set(connection, update, 2, busy);
      try (var row = update.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Claimed(
                    row.getString("workspace"),
                    row.getString("id"),
                    row.getString("alert"),
                    row.getString("message"),
                    row.getString("channel"),
                    row.getInt("attempts"),
                    row.getLong("claim")))
            : Optional.empty();
      }
    }
  }

  /** Ends the work on it: it is delivered, or nobody will try again. */
  public boolean settle(Connection connection, Claimed claimed, String state, int attempts)
      throws SQLException {
    return update(connection, claimed, state, attempts, null);
  }

  /** Ends the work on it until {@code due}. */
  public boolean postpone(
      Connection connection, Claimed claimed, String state, int attempts, Instant due)
      throws SQLException {
    return update(connection, claimed, state, attempts, due);
  }

  /**
   * @param due null: never
   * @return false when the lease is over and another has taken it
   */
  private static boolean update(
      Connection connection, Claimed claimed, String state, int attempts, Instant due)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update delivery set state = ?, attempts = ?, due_at = coalesce(?, due_at),
              settled_at = case when ? then now() end
            where workspace = ? and id = ? and claim = ? and state = 'delivering'
            """)) {
      update.setString(1, state);
      update.setInt(2, attempts);
      Columns.set(update, 3, due);
      update.setBoolean(4, due == null);
      update.setString(5, claimed.workspace());
      update.setString(6, claimed.id());
      update.setLong(7, claimed.claim());
      return update.executeUpdate() == 1;
    }
  }

  /**
   * Has a message delivered that is no alert's, once: a second one with its id changes nothing.
   *
   * @return whether it is the first
   */
  public boolean enqueue(
      Connection connection, String workspace, String channel, AlertMessage message, Instant due)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into delivery (workspace, id, message, channel, state, due_at)
            values (?, ?, ?::jsonb, ?, 'pending', ?) on conflict (workspace, id) do nothing
            """)) {
      insert.setString(1, workspace);
      insert.setString(2, message.id());
      insert.setString(3, json.write(message));
      insert.setString(4, channel);
      Columns.set(insert, 5, due);
      return insert.executeUpdate() == 1;
    }
  }

  /**
   * @param waiting deliveries that are not settled, of all workspaces
   * @param overdue for how long the oldest of them has been due; zero where none is
   */
  public record Depth(long waiting, Duration overdue) {}

  public Depth depth() {
    return transactions.asWorker(
        connection -> {
          try (var select =
                  connection.prepareStatement(
                      """
                      select count(*), coalesce(extract(epoch from now() - min(due_at)), 0)::bigint from delivery
                      where state in ('pending', 'held', 'delivering')
                      """);
              var row = select.executeQuery()) {
            row.next();
            return new Depth(row.getLong(1), Duration.ofSeconds(Math.max(0, row.getLong(2))));
          }
        });
  }
}
