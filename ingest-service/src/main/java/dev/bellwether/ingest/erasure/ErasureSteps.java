package dev.bellwether.ingest.erasure;

import dev.bellwether.contracts.erasure.Erasure;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.monitor.backfill.IdentityRevisions;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Takes an erasure on, a step a transaction. Each step writes to Kafka before it commits and bears
 * being done again, so a crash at any point only repeats one: of two instances the second passes
 * over a row that the first has locked.
 *
 * <ol>
 *   <li>requested: erased revisions, some hundred at a time, then revisions of others' posts that
 *       name what is erased; when all are written, the erasure is announced
 *   <li>announced: waits for every service's acknowledgement
 *   <li>acknowledged: nulls, and what this service still knows of the ids goes
 * </ol>
 */
@ApplicationScoped
public class ErasureSteps {

  private static final int MENTIONS_A_STEP = 300;

  /** An erasure that is not completed. */
  record Waiting(String workspace, String id) {}

  private record Row(
      String workspace, String id, String scope, String state, Instant requestedAt) {}

  private final WorkspaceTransaction transactions;
  private final ErasurePublisher publisher;
  private final NamingPosts naming;
  private final List<ErasedFrom> stores;
  private final Clock clock;

  public ErasureSteps(
      WorkspaceTransaction transactions,
      ErasurePublisher publisher,
      NamingPosts naming,
      @All List<ErasedFrom> stores,
      Clock clock) {
    this.transactions = transactions;
    this.publisher = publisher;
    this.naming = naming;
    this.stores = stores;
    this.clock = clock;
  }

  /** Of every workspace, oldest first. */
  List<Waiting> waiting() {
    return transactions.asWorker(
        connection -> {
          var waiting = new ArrayList<Waiting>();
          try (var select =
                  connection.prepareStatement(
                      "select workspace, id from erasure where state <> 'completed' order by requested_at");
              ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              waiting.add(new Waiting(rows.getString(1), rows.getString(2)));
            }
          }
          return waiting;
        });
  }

  /**
   * One step.
   *
   * @return whether something was done; false where it waits for a service or another instance is
   *     at it
   */
  boolean step(Waiting erasure) {
    return transactions.inWorkspace(
        erasure.workspace(),
        connection -> {
          Row row = claim(connection, erasure);
          return row != null
              && switch (row.state) {
                case "requested" -> mark(connection, row);
                case "announced" -> awaitAcknowledgements(connection, row);
                case "acknowledged" -> remove(connection, row);
                default -> throw new IllegalStateException("no step follows " + row.state);
              };
        });
  }

  private static Row claim(Connection connection, Waiting erasure) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select scope, state, requested_at from erasure
            where workspace = ? and id = ? and state <> 'completed' for update skip locked
            """)) {
      select.setString(1, erasure.workspace());
      select.setString(2, erasure.id());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new Row(
                erasure.workspace(),
                erasure.id(),
                row.getString(1),
                row.getString(2),
                row.getTimestamp(3).toInstant())
            : null;
      }
    }
  }

  private boolean mark(Connection connection, Row erasure) throws SQLException {
    List<String> ids =
        PendingMentions.next(
            connection, erasure.workspace, erasure.id, MENTIONS_A_STEP, PendingMentions.UNMARKED);
    if (ids.isEmpty()) {
      return switch (naming.step(connection, erasure.workspace, erasure.id)) {
        case DONE -> announce(connection, erasure);
        case WORKED -> true;
        case WAITS -> false;
      };
    }
    List<Mention> erased = ErasedRevisions.of(connection, erasure.workspace, ids, clock.instant());
    Map<String, RecordMetadata> places = publisher.mark(erased);
    ErasedRevisions.remember(connection, erasure.workspace, erased);
    PendingMentions.place(connection, erasure.workspace, erasure.id, ids, places);
    addMentions(connection, erasure, erased.size());
    return true;
  }

  private boolean announce(Connection connection, Row erasure) throws SQLException {
    publisher.announce(
        new Erasure(
            Erasure.SCHEMA_VERSION,
            erasure.workspace,
            erasure.id,
            erasure.scope,
            erasure.requestedAt,
            count(connection, erasure),
            PendingMentions.through(connection, erasure.workspace, erasure.id)));
    become(connection, erasure, "announced");
    return true;
  }

  private static boolean awaitAcknowledgements(Connection connection, Row erasure)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select count(*) from erasure_ack
            where workspace = ? and erasure = ? and service = any(?)
            """)) {
      select.setString(1, erasure.workspace);
      select.setString(2, erasure.id);
      select.setArray(3, connection.createArrayOf("text", ErasureStore.EXPECTED.toArray()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        if (row.getInt(1) < ErasureStore.EXPECTED.size()) {
          return false;
        }
      }
    }
    become(connection, erasure, "acknowledged");
    return true;
  }

  private boolean remove(Connection connection, Row erasure) throws SQLException {
    List<String> ids =
        PendingMentions.next(
            connection, erasure.workspace, erasure.id, MENTIONS_A_STEP, PendingMentions.ALL);
    if (ids.isEmpty()) {
      PendingMentions.forgetOthers(connection, erasure.workspace, erasure.id);
      become(connection, erasure, "completed");
      return true;
    }
    // Before any other row, whichever store comes first: in the order in which captures lock
    IdentityRevisions.lock(connection, erasure.workspace, ids);
    publisher.remove(erasure.workspace, ids);
    for (ErasedFrom store : stores) {
      store.erase(connection, erasure.workspace, ids);
    }
    PendingMentions.forget(connection, erasure.workspace, erasure.id, ids);
    return true;
  }

  private static void become(Connection connection, Row erasure, String state) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update erasure set state = ?, completed_at = case when ? = 'completed' then now() end,
              announced_at = case when ? = 'announced' then now() else announced_at end
            where workspace = ? and id = ?
            """)) {
      update.setString(1, state);
      update.setString(2, state);
      update.setString(3, state);
      update.setString(4, erasure.workspace);
      update.setString(5, erasure.id);
      update.executeUpdate();
    }
  }

  private static void addMentions(Connection connection, Row erasure, int more)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update erasure set mentions = mentions + ? where workspace = ? and id = ?")) {
      update.setInt(1, more);
      update.setString(2, erasure.workspace);
      update.setString(3, erasure.id);
      update.executeUpdate();
    }
  }

  private static long count(Connection connection, Row erasure) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select mentions from erasure where workspace = ? and id = ?")) {
      select.setString(1, erasure.workspace);
      select.setString(2, erasure.id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
