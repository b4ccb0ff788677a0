package dev.bellwether.trend.alerting.digest;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.trend.alerting.digest.DigestTimes.Period;
import dev.bellwether.trend.alerting.wording.DigestReport;
import dev.bellwether.trend.alerting.wording.DigestReport.Alert;
import dev.bellwether.trend.alerting.wording.DigestReport.MonitorFigures;
import dev.bellwether.trend.alerting.wording.DigestReport.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Makes a digest of what is known of its time; pure. */
public final class DigestComposer {

  public static final int MOST_TOPICS = 10;
  public static final int MOST_LINES = 20;

  private static final Comparator<Trend> STRONGEST_FIRST =
      Comparator.comparingLong(Trend::mentions)
          .reversed()
          .thenComparing(Trend::startedAt)
          .thenComparing(Trend::monitor)
          .thenComparing(Trend::id);

  private DigestComposer() {}

  /**
   * What a digest is made of.
   *
   * @param trends any of the workspace, of any time
   * @param figures of any monitors of the workspace
   * @param departures signals of known series in the digest's time, oldest first
   * @param departureCount how many there are, of which the list may hold fewer
   * @param alerts of the digest's time, oldest first
   * @param alertCount how many there are, of which the list may hold fewer
   */
  public record Material(
      List<Trend> trends,
      List<MonitorFigures> figures,
      List<Signal> departures,
      int departureCount,
      List<Alert> alerts,
      int alertCount) {}

  public static DigestReport compose(Digest digest, Period period, Material material) {
    List<Trend> trends =
        material.trends().stream()
            .filter(trend -> digest.tellsOf(trend.monitor()) && stoodOut(trend, period))
            .sorted(STRONGEST_FIRST)
            .toList();
    List<Topic> topics = trends.stream().limit(MOST_TOPICS).map(Topic::of).toList();
    List<Signal> departures = material.departures().stream().limit(MOST_LINES).toList();
    List<Alert> alerts = material.alerts().stream().limit(MOST_LINES).toList();
    return new DigestReport(
        digest.id(),
        digest.name(),
        digest.schedule().label(),
        digest.times().zone().getId(),
        period.from(),
        period.to(),
        material.figures().stream().filter(of -> digest.tellsOf(of.monitor())).toList(),
        topics,
        trends.size() - topics.size(),
        departures,
        material.departureCount() - departures.size(),
        alerts,
        material.alertCount() - alerts.size(),
        Map.of());
  }

  private static boolean stoodOut(Trend trend, Period period) {
    return trend.startedAt().isBefore(period.to()) && trend.lastSeenAt().isAfter(period.from());
  }
}
