package dev.bellwether.ingest.monitor.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.monitor.Monitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asks for back-fills, in the transaction that changes the monitor, and tells how far they are. */
@ApplicationScoped
public class Backfills {

  /**
   * What whoever saves a monitor wants of the archive.
   *
   * @param wanted false to leave it alone
   * @param asked true to bring it in line even where the monitor matches what it matched before
   * @param from posts before are left alone; null for none
   */
  public record Wish(boolean wanted, boolean asked, Instant from) {}

  private static final Set<BackfillState> CUT_SHORT =
      Set.of(BackfillState.FAILED, BackfillState.SUPERSEDED);

  private static final String SUPERSEDE =
      """
      update backfill set state = 'superseded', finished_at = now(), later = '{}', place_at = null,
        place_id = null
      where workspace = ? and monitor_id = ? and state in ('queued', 'running')
      """;

  private static final String ASK =
      """
      insert into backfill (workspace, monitor_id, version, state, definition, starts_from, phase)
      values (?, ?, ?, ?, ?::jsonb, ?, ?)
      """;

  private static final String STATUS =
      """
      select state, version, scanned, total, matched, added, removed, skipped, requested_at, started_at, finished_at
      from backfill where workspace = ? and monitor_id = ? order by version desc limit 1
      """;

  private final ObjectMapper json;

  public Backfills(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Asks for what a saved monitor needs: nothing where it matches what it matched before, unless
   * the last back-fill came to nothing or another is asked for.
   *
   * @param before null for a new one
   */
  public void saved(Connection connection, Monitor before, Monitor now, Wish wish)
      throws SQLException {
    if (before == null
        || !matchesAlike(before, now)
        || wish.asked()
        || wish.wanted() && cutShort(connection, now)) {
      ask(connection, now.workspace(), now.id(), now.version(), now, wish);
    }
  }

  /** Asks that the id of a deleted monitor goes from every mention. */
  public void deleted(Connection connection, Monitor last) throws SQLException {
    ask(
        connection,
        last.workspace(),
        last.id(),
        last.version() + 1,
        null,
        new Wish(true, true, null));
  }

  private boolean cutShort(Connection connection, Monitor monitor) throws SQLException {
    return status(connection, monitor.workspace(), monitor.id())
        .filter(last -> CUT_SHORT.contains(last.state()))
        .isPresent();
  }

  private static boolean matchesAlike(Monitor before, Monitor now) {
    return before.active() == now.active()
        && Objects.equals(before.query(), now.query())
        && before.keywords().equals(now.keywords())
        && before.excluded().equals(now.excluded());
  }

  private void ask(
      Connection connection, String workspace, String id, int version, Monitor now, Wish wish)
      throws SQLException {
    try (var supersede = connection.prepareStatement(SUPERSEDE);
        var ask = connection.prepareStatement(ASK)) {
      supersede.setString(1, workspace);
      supersede.setString(2, id);
      supersede.executeUpdate();
      ask.setString(1, workspace);
      ask.setString(2, id);
      ask.setInt(3, version);
      ask.setString(4, wish.wanted() ? "queued" : "skipped");
      ask.setString(5, now == null ? null : json.writeValueAsString(now));
      ask.setTimestamp(6, wish.from() == null ? null : Timestamp.from(wish.from()));
      ask.setString(7, now == null || !now.active() ? "remove" : "add");
      ask.executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a monitor is always JSON", e);
    }
  }

  /** Of the latest version that needed one. */
  Optional<BackfillStatus> status(Connection connection, String workspace, String monitorId)
      throws SQLException {
    try (var select = connection.prepareStatement(STATUS)) {
      select.setString(1, workspace);
      select.setString(2, monitorId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static BackfillStatus read(ResultSet row) throws SQLException {
    return new BackfillStatus(
        BackfillState.of(row.getString("state")),
        row.getInt("version"),
        row.getLong("scanned"),
        row.getObject("total", Long.class),
        row.getLong("matched"),
        row.getLong("added"),
        row.getLong("removed"),
        row.getLong("skipped"),
        instant(row.getTimestamp("requested_at")),
        instant(row.getTimestamp("started_at")),
        instant(row.getTimestamp("finished_at")));
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
