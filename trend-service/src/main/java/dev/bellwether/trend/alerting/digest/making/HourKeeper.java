package dev.bellwether.trend.alerting.digest.making;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.digest.MonitorHour;
import dev.bellwether.trend.alerting.digest.MonitorHours;
import dev.bellwether.trend.alerting.storage.MonitorHourStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Copies the hours of monitors into the database. Each instance has those of its own series only,
 * and whoever makes a digest needs them all.
 */
@ApplicationScoped
public class HourKeeper {

  /** Rows of one transaction: five weeks of hundreds of monitors are too many for one. */
  private static final int AT_A_TIME = 2_000;

  /** What the longest digest tells of, and a week more. */
  private static final Duration KEPT = Duration.ofDays(40);

  /** Late posts still change the hours before. */
  private static final Duration OVERLAP = Duration.ofHours(6);

  private final MonitorHours hours;
  private final MonitorHourStore store;
  private final WorkspaceTransaction transactions;

  /**
   * The latest hour that was copied of each; by the clock of the posts, which may be played back.
   */
  private final Map<Series, Instant> copied = new HashMap<>();

  private record Series(String workspace, String monitor, boolean share) {

    static Series of(MonitorHour hour) {
      return new Series(hour.workspace(), hour.monitor(), hour.mentions() == null);
    }
  }

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
    var known = hours.since(now.minus(KEPT));
    if (known.isEmpty()) {
      return false;
    }
    Map<String, List<MonitorHour>> byWorkspace =
        known.get().stream()
            .filter(this::mayHaveChanged)
            .collect(Collectors.groupingBy(MonitorHour::workspace));
    byWorkspace.forEach(
        (workspace, all) -> {
          for (int from = 0; from < all.size(); from += AT_A_TIME) {
            save(workspace, all.subList(from, Math.min(from + AT_A_TIME, all.size())));
          }
        });
    store.trim(now.minus(KEPT));
    known.get().forEach(hour -> copied.merge(Series.of(hour), hour.hour(), HourKeeper::later));
    return true;
  }

  private void save(String workspace, List<MonitorHour> some) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          store.save(connection, some);
          return null;
        });
  }

  private boolean mayHaveChanged(MonitorHour hour) {
    Instant until = copied.get(Series.of(hour));
    return until == null || !hour.hour().isBefore(until.minus(OVERLAP));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
