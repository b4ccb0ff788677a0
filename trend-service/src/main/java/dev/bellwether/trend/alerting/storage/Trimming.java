package dev.bellwether.trend.alerting.storage;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Removes alerts, with their signals and deliveries, that are older than they are kept. */
@ApplicationScoped
public class Trimming {

  private static final int BATCH = 2_000;

  /** Attempts go with their delivery. */
  private static final List<String> STATEMENTS =
      List.of(
          statement("delivery", "created_at"),
          statement("alert_signal", "created_at"),
          statement("alert", "created_at"),
          statement("alert_cooldown", "last_at"));

  private final WorkspaceTransaction transactions;
  private final Duration kept;

  public Trimming(
      WorkspaceTransaction transactions,
      @ConfigProperty(name = "bellwether.alerting.kept") Duration kept) {
    this.transactions = transactions;
    this.kept = kept;
  }

  private static String statement(String table, String time) {
    return "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s < now() - ? * interval '1 second' limit %3$d))"
        .formatted(table, time, BATCH);
  }

  /** Rows that went. */
  public long run() {
    long gone = 0;
    for (String sql : STATEMENTS) {
      int last = BATCH;
      while (last == BATCH) {
        last = transactions.asWorker(connection -> delete(connection, sql));
        gone += last;
      }
    }
    return gone;
  }

  private int delete(Connection connection, String sql) throws SQLException {
    try (var delete = connection.prepareStatement(sql)) {
      delete.setLong(1, kept.toSeconds());
      return delete.executeUpdate();
    }
  }
}
