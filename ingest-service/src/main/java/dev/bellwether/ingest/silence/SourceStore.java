package dev.bellwether.ingest.silence;

import dev.bellwether.ingest.silence.habit.ArrivalHour;
import dev.bellwether.ingest.silence.habit.Silence;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** What is kept of sources: when they sent, by the hour, and their silences. */
@ApplicationScoped
class SourceStore {

  /**
   * A source as it is kept.
   *
   * @param silentSince when it sent last, where it is held silent; else null
   */
  record Source(SourceName name, Instant first, Instant last, Instant silentSince) {}

  private static final int MOST_LISTED = 200;

  private static final String ARRIVED =
      """
      insert into source (workspace, stream, source, first_at, last_at) values (?, ?, ?, ?, ?)
      on conflict (workspace, stream, source) do update
        set last_at = greatest(source.last_at, excluded.last_at), silent_from = null
      returning silent_since is not null
      """;

  private static final String ARRIVED_IN_HOUR =
      """
      insert into source_hour (workspace, stream, source, hour, first_at, last_at) values (?, ?, ?, ?, ?, ?)
      on conflict (workspace, stream, source, hour) do update
        set longest_gap = greatest(source_hour.longest_gap, excluded.last_at - source_hour.last_at),
          last_at = greatest(source_hour.last_at, excluded.last_at)
      """;

  private static final String BACK =
      """
      update source_silence set ended_at = ?
      where workspace = ? and stream = ? and source = ? and ended_at is null
      """;

  private final WorkspaceTransaction transactions;

  SourceStore(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /**
   * @param sources in their order, so that two requests never wait for one another in a ring
   */
  void arrived(String workspace, SortedSet<SourceName> sources, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    transactions.inWorkspace(
        workspace,
        connection -> {
          for (SourceName source : sources) {
            arrived(connection, workspace, source, at);
          }
          return null;
        });
  }

  private static void arrived(
      Connection connection, String workspace, SourceName source, Instant at) throws SQLException {
    boolean wasSilent;
    try (var upsert = connection.prepareStatement(ARRIVED)) {
      int next = bind(upsert, 1, workspace, source);
      upsert.setTimestamp(next, Timestamp.from(at));
      upsert.setTimestamp(next + 1, Timestamp.from(at));
      try (ResultSet row = upsert.executeQuery()) {
        row.next();
        wasSilent = row.getBoolean(1);
      }
    }
    try (var upsert = connection.prepareStatement(ARRIVED_IN_HOUR)) {
      int next = bind(upsert, 1, workspace, source);
      upsert.setTimestamp(next, Timestamp.from(at.truncatedTo(ChronoUnit.HOURS)));
      upsert.setTimestamp(next + 1, Timestamp.from(at));
      upsert.setTimestamp(next + 2, Timestamp.from(at));
      upsert.executeUpdate();
    }
    if (wasSilent) {
      try (var update = connection.prepareStatement(BACK)) {
        update.setTimestamp(1, Timestamp.from(at));
        bind(update, 2, workspace, source);
        update.executeUpdate();
      }
    }
  }

  /** By stream and id. */
  static List<Source> sources(Connection connection, String workspace) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select stream, source, first_at, last_at, silent_since from source where workspace = ?
            order by stream, source limit %d
            """
                .formatted(MOST_LISTED))) {
      select.setString(1, workspace);
      var sources = new ArrayList<Source>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sources.add(
              new Source(
                  new SourceName(row.getString(1), row.getString(2)),
                  instant(row, 3),
                  instant(row, 4),
                  instant(row, 5)));
        }
      }
      return sources;
    }
  }

  /** Those of its hours that count, in order of time. */
  static List<ArrivalHour> hours(
      Connection connection, String workspace, SourceName source, Instant since)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select first_at, last_at, extract(epoch from longest_gap) from source_hour
            where workspace = ? and stream = ? and source = ? and hour >= ? order by hour
            """)) {
      int next = bind(select, 1, workspace, source);
      select.setTimestamp(next, Timestamp.from(since));
      var hours = new ArrayList<ArrivalHour>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          hours.add(
              new ArrivalHour(
                  instant(row, 1), instant(row, 2), Duration.ofSeconds((long) row.getDouble(3))));
        }
      }
      return hours;
    }
  }

  /** Its silences that have ended since. */
  static List<Silence> silences(
      Connection connection, String workspace, SourceName source, Instant since)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select noticed_at, ended_at from source_silence
            where workspace = ? and stream = ? and source = ? and ended_at >= ?
            """)) {
      int next = bind(select, 1, workspace, source);
      select.setTimestamp(next, Timestamp.from(since));
      var silences = new ArrayList<Silence>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          silences.add(new Silence(instant(row, 1), instant(row, 2)));
        }
      }
      return silences;
    }
  }

  /** Binds the key of all three tables, and returns the place after it. */
  static int bind(PreparedStatement statement, int from, String workspace, SourceName source)
      throws SQLException {
    statement.setString(from, workspace);
    statement.setString(from + 1, source.stream());
    statement.setString(from + 2, source.id());
    return from + 3;
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
