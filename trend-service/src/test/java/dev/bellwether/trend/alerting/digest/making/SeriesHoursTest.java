package dev.bellwether.trend.alerting.digest.making;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.trend.alerting.digest.MonitorHour;
import dev.bellwether.trend.forecast.HourlyHistory;
import dev.bellwether.trend.watch.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesHoursTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void hoursOfWhichNothingIsKnownAndThoseTooEarlyAreLeftOut() {
    var history = HourlyHistory.hours(NOON, 7, 8, Double.NaN, 9.6);
    assertEquals(
        List.of(
            new MonitorHour("w", "m", NOON.plus(Duration.ofHours(1)), 8L, null),
            new MonitorHour("w", "m", NOON.plus(Duration.ofHours(3)), 10L, null)),
        SeriesHours.hours(key("w", "mentions", "m"), history, NOON.plusSeconds(1)).toList());
  }

  @Test
  void aNegativeShareSaysNothingOfTheVolume() {
    assertEquals(
        List.of(new MonitorHour("w", "m", NOON, null, 0.25)),
        SeriesHours.hours(
                key("w", "negative-share", "m"), HourlyHistory.hours(NOON, 0.25), Instant.EPOCH)
            .toList());
  }

  @Test
  void figuresOfAdsAreNoHoursOfAMonitor() {
    assertEquals(
        List.of(),
        SeriesHours.hours(
                key("w", "spend", "account", "c1", "PT1H"),
                HourlyHistory.hours(NOON, 12),
                Instant.EPOCH)
            .toList());
  }

  private static SeriesKey key(String... parts) {
    return SeriesKey.decode(new RecordKey(List.of(parts)).encode());
  }
}
