package dev.bellwether.ingest.monitor.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.ingest.archive.ArchiveScan.Place;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the worker reads and writes of jobs. A job is a worker's for a minute from its last sign.
 */
@ApplicationScoped
public class BackfillStore {

  /** What a page adds to a job's figures. */
  record Progress(long scanned, long matched, long added, long removed, long skipped) {}

  private static final int MOST_FAILURES = 20;

  // One job a workspace at a time: two would wait for one another's revisions
  private static final String CLAIM =
      """
      update backfill set state = 'running', started_at = coalesce(started_at, now()), claimed_by = ?,
        claimed_until = now() + interval '1 minute'
      where (workspace, monitor_id, version) in (
        select b.workspace, b.monitor_id, b.version from backfill b
        where b.state in ('queued', 'running') and (b.claimed_until is null or b.claimed_until < now())
          and not exists (select from backfill o
            where o.workspace = b.workspace and o.state = 'running' and o.claimed_until >= now())
        order by b.requested_at limit 1 for update skip locked)
      returning workspace, monitor_id, version, definition, starts_from, phase, place_at, place_id, later
      """;

  private static final String MINE =
      " where workspace = ? and monitor_id = ? and version = ? and claimed_by = ? and state = 'running'";

  private static final String ADVANCE =
      """
      update backfill set phase = ?, place_at = ?, place_id = ?, later = ?, scanned = scanned + ?, matched = matched + ?,
        added = added + ?, removed = removed + ?, skipped = skipped + ?, failures = 0,
        claimed_until = now() + interval '1 minute'
      """
          + MINE;

  private final WorkspaceTransaction transactions;
  private final ObjectMapper json;

  public BackfillStore(WorkspaceTransaction transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  /** The next job of any workspace, which is {@code worker}'s from now on. */
  Optional<BackfillJob> claim(String worker) {
    return transactions.asWorker(
        connection -> {
          try (var claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, worker);
            try (ResultSet row = claim.executeQuery()) {
              return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
          }
        });
  }

  private BackfillJob read(ResultSet row) throws SQLException {
    String definition = row.getString("definition");
    Timestamp from = row.getTimestamp("starts_from");
    Timestamp placeAt = row.getTimestamp("place_at");
    try {
      return new BackfillJob(
          row.getString("workspace"),
          row.getString("monitor_id"),
          row.getInt("version"),
          definition == null ? null : json.readValue(definition, Monitor.class),
          from == null ? null : from.toInstant(),
          row.getString("phase").equals("add") ? BackfillJob.Phase.ADD : BackfillJob.Phase.REMOVE,
          placeAt == null ? null : new Place(placeAt.toInstant(), row.getString("place_id")),
          List.of((String[]) row.getArray("later").getArray()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored monitor does not read", e);
    }
  }

  /** Says that the worker is still at it. */
  boolean touch(BackfillJob job, String worker) {
    return update(
        job, worker, "update backfill set claimed_until = now() + interval '1 minute'" + MINE);
  }

  boolean finish(BackfillJob job, String worker) {
    return update(
        job,
        worker,
        """
        update backfill set state = 'done', finished_at = now(), later = '{}', place_at = null,
          place_id = null
        """
            + MINE);
  }

  /** Leaves the job to whoever comes next, in some seconds; too many failures in a row end it. */
  boolean fail(BackfillJob job, String worker) {
    return update(
        job,
        worker,
        """
        update backfill set failures = failures + 1, claimed_until = now() + interval '5 seconds',
          state = case when failures >= %d then 'failed' else state end,
          finished_at = case when failures >= %d then now() end
        """
                .formatted(MOST_FAILURES, MOST_FAILURES)
            + MINE);
  }

  /** Leaves the job to whoever comes next, at once. */
  boolean release(BackfillJob job, String worker) {
    return update(job, worker, "update backfill set claimed_until = null" + MINE);
  }

  boolean total(BackfillJob job, String worker, long total) {
    return update(job, worker, "update backfill set total = coalesce(total, " + total + ")" + MINE);
  }

  private boolean update(BackfillJob job, String worker, String statement) {
    return transactions.inWorkspace(
        job.workspace(),
        connection -> {
          try (var update = connection.prepareStatement(statement)) {
            bindMine(update, 1, job, worker);
            return update.executeUpdate() == 1;
          }
        });
  }

  private static void bindMine(PreparedStatement update, int from, BackfillJob job, String worker)
      throws SQLException {
    update.setString(from, job.workspace());
    update.setString(from + 1, job.monitorId());
    update.setInt(from + 2, job.version());
    update.setString(from + 3, worker);
  }

  /**
   * Writes how far the job is, and so locks it until the transaction ends.
   *
   * @param job with the phase, place and later that it now has
   * @return false when it is not this worker's any more
   */
  static boolean advance(Connection connection, BackfillJob job, String worker, Progress progress)
      throws SQLException {
    try (var update = connection.prepareStatement(ADVANCE)) {
      Place place = job.place();
      update.setString(1, job.phase() == BackfillJob.Phase.ADD ? "add" : "remove");
      update.setTimestamp(2, place == null ? null : Timestamp.from(place.createdAt()));
      update.setString(3, place == null ? null : place.mentionId());
      update.setArray(4, connection.createArrayOf("text", job.later().toArray()));
      update.setLong(5, progress.scanned());
      update.setLong(6, progress.matched());
      update.setLong(7, progress.added());
      update.setLong(8, progress.removed());
      update.setLong(9, progress.skipped());
      bindMine(update, 10, job, worker);
      return update.executeUpdate() == 1;
    }
  }

  /** These mentions as the archive has them. */
  List<Mention> archived(String workspace, Collection<String> ids) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select mention from archived_mention where workspace = ? and mention_id = any(?)")) {
            select.setString(1, workspace);
            select.setArray(2, connection.createArrayOf("text", ids.toArray()));
            var mentions = new ArrayList<Mention>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                mentions.add(json.readValue(rows.getString(1), Mention.class));
              }
            } catch (JsonProcessingException e) {
              throw new IllegalStateException("a row of the archive does not read", e);
            }
            return mentions;
          }
        });
  }
}
