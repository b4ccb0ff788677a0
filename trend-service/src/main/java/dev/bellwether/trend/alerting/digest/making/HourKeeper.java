package dev.bellwether.trend.alerting.digest.making;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.digest.MonitorHour;
import dev.bellwether.trend.alerting.digest.MonitorHours;
import dev.bellwether.trend.alerting.storage.MonitorHourStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Copies the hours of monitors into the database. Each instance has those of its own series only,
 * and whoever makes a digest needs them all.
 */
@ApplicationScoped
public class HourKeeper {

  /** What the longest digest tells of, and a week more. */
  private static final Duration KEPT = Duration.ofDays(40);

  /** Late posts still change the hours before. */
  private static final Duration OVERLAP = Duration.ofHours(6);

  private final MonitorHours hours;
  private final MonitorHourStore store;
  private final WorkspaceTransaction transactions;
  private Instant copiedAt;

  public HourKeeper(MonitorHours hours, MonitorHourStore store, WorkspaceTransaction transactions) {
    this.hours = hours;
    this.store = store;
    this.transactions = transactions;
  }

  /**
   * After a start all that is kept, later what may have changed.
   *
   * @return false while there is nothing to be read, and so nothing is copied
   */
  public synchronized boolean copy(Instant now) {
    Instant from = copiedAt == null ? now.minus(KEPT) : copiedAt.minus(OVERLAP);
    var known = hours.since(from);
    if (known.isEmpty()) {
      return false;
    }
    Map<String, List<MonitorHour>> byWorkspace =
        known.get().stream().collect(Collectors.groupingBy(MonitorHour::workspace));
    byWorkspace.forEach(
        (workspace, some) ->
            transactions.inWorkspace(
                workspace,
                connection -> {
                  store.save(connection, some);
                  return null;
                }));
    store.trim(now.minus(KEPT));
    copiedAt = now;
    return true;
  }
}
