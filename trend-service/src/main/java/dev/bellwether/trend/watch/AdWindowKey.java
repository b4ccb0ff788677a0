package dev.bellwether.trend.watch;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.kafka.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * An hour or a day of a campaign.
 *
 * @param step an hour or a day
 * @param start in the account's local time, as if that were UTC
 */
record AdWindowKey(
    String workspace, String account, String campaign, Duration step, Instant start) {

  private static final List<Duration> STEPS = List.of(Duration.ofHours(1), Duration.ofDays(1));

  /** Empty where the window is neither an hour nor a day: it makes no series. */
  static Optional<AdWindowKey> of(AdPerformance row) {
    return of(row.workspace(), row.account(), row.campaign(), row.window());
  }

  /**
   * Of a row that was removed, by its record's key.
   *
   * @throws RuntimeException if it is not the key of ad figures
   */
  static Optional<AdWindowKey> ofRow(String recordKey) {
    var parts = RecordKey.decode(recordKey).parts();
    var window =
        new AdWindow(
            LocalDateTime.parse(parts.get(6)), LocalDateTime.parse(parts.get(7)), parts.get(8));
    return of(parts.get(0), parts.get(1), parts.get(2), window);
  }

  private static Optional<AdWindowKey> of(
      String workspace, String account, String campaign, AdWindow window) {
    var step = Duration.between(window.start(), window.end());
    return STEPS.contains(step)
        ? Optional.of(
            new AdWindowKey(
                workspace, account, campaign, step, window.start().toInstant(ZoneOffset.UTC)))
        : Optional.empty();
  }

  static AdWindowKey decode(String key) {
    var parts = RecordKey.decode(key).parts();
    return new AdWindowKey(
        parts.get(0),
        parts.get(1),
        parts.get(2),
        Duration.parse(parts.get(3)),
        Instant.ofEpochMilli(Long.parseLong(parts.get(4), 16)));
  }

  /** A campaign's windows of one length sort by their time. */
  String encode() {
    return RecordKey.of(
            workspace,
            account,
            campaign,
            step.toString(),
            "%016x".formatted(Math.max(0, start.toEpochMilli())))
        .encode();
  }

  String accountKey() {
    return RecordKey.of(workspace, account).encode();
  }

  /** When it is over in the world. */
  Instant end(String zone) {
    return LocalDateTime.ofInstant(start.plus(step), ZoneOffset.UTC)
        .atZone(ZoneId.of(zone))
        .toInstant();
  }

  SeriesKey series(SeriesKind kind) {
    return SeriesKey.ofAds(workspace, kind, account, campaign, step);
  }
}
