package dev.bellwether.trend.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.signal.SignalKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a campaign's figures when they come, stay out, or are restated. */
class CampaignSeriesTest {

  private static final LocalDateTime START = LocalDateTime.parse("2026-03-02T00:00:00");
  private static final String ZONE = "Europe/Berlin";
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;

  private WatchedLog log;

  @BeforeEach
  void start() {
    log = new WatchedLog(folder);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void anHourWithoutAClickHasNoCostAClickAndIsNoDrop() {
    for (int hour = 0; hour < 4; hour++) {
      log.figures(row(hour, null, Segment.NONE, 12.5, 1_000, hour == 2 ? 0 : 5));
    }
    log.quiet();

    assertEquals(List.of(0, 1, 3), hours(SeriesKind.CPC));
    assertEquals(List.of(0, 1, 2, 3), hours(SeriesKind.CPM));
    assertEquals(2.5, log.points(key(SeriesKind.CPC)).getFirst().value(), 1e-9);
    assertEquals(12.5, log.points(key(SeriesKind.CPM)).getFirst().value(), 1e-9);
    assertEquals(0.005, log.points(key(SeriesKind.CTR)).getFirst().value(), 1e-9);
    assertEquals(12.5, log.points(key(SeriesKind.SPEND)).get(2).value(), 1e-9);
    assertTrue(Double.isNaN(log.history(key(SeriesKind.CPC)).values()[2]));
    assertEquals("EUR", log.summary(key(SeriesKind.CPC)).currency());
    assertNull(log.summary(key(SeriesKind.CTR)).currency());
  }

  @Test
  void aRestatedHourShowsItsNewFiguresAndIsNotJudgedAgain() {
    for (int hour = 0; hour < 3; hour++) {
      log.figures(row(hour, null, Segment.NONE, 10, 1_000, 5));
    }
    log.quiet();
    var before = log.points(key(SeriesKind.SPEND)).get(1);
    log.figures(row(1, null, Segment.NONE, 14, 1_000, 7));
    log.quiet();

    var after = log.points(key(SeriesKind.SPEND)).get(1);
    assertEquals(before.restated(14), after);
    assertEquals(14, log.history(key(SeriesKind.SPEND)).values()[1]);
    assertEquals(2, log.points(key(SeriesKind.CPC)).get(1).value(), 1e-9);
    assertEquals(List.of(), log.signals());
  }

  @Test
  void aRemovedRowTakesItsHourWithIt() {
    for (int hour = 0; hour < 3; hour++) {
      log.figures(row(hour, null, Segment.NONE, 10, 1_000, 5));
    }
    log.quiet();
    var row = row(1, null, Segment.NONE, 10, 1_000, 5);
    log.pipe(Topics.AD_PERFORMANCE, row.key().encode(), null);
    log.quiet();
    assertEquals(List.of(0, 2), hours(SeriesKind.SPEND));
    assertTrue(Double.isNaN(log.history(key(SeriesKind.SPEND)).values()[1]));
  }

  @Test
  void whatIsReportedWholeAndBrokenDownCountsOnce() {
    var men = new Segment(null, "m", null, null, null);
    log.figures(row(0, null, Segment.NONE, 10, 1_000, 5));
    log.figures(row(0, null, men, 4, 400, 2));
    log.figures(row(0, "ad1", Segment.NONE, 6, 600, 3));
    log.figures(row(1, "ad1", Segment.NONE, 6, 600, 3));
    log.figures(row(1, "ad1", men, 6, 600, 3));
    log.figures(row(1, "ad2", Segment.NONE, 5, 600, 3));
    log.quiet();
    assertEquals(
        List.of(10.0, 11.0),
        log.points(key(SeriesKind.SPEND)).stream().map(SeriesPoint::value).toList());
  }

  @Test
  void aCostThatJumpsIsASignalWithItsCampaignAndCurrency() {
    var random = new Random(3);
    for (int hour = 0; hour < 24 * 21; hour++) {
      boolean dear = hour >= 24 * 20 && hour < 24 * 20 + 4;
      int clicks = 40 + random.nextInt(9);
      log.figures(row(hour, null, Segment.NONE, clicks * (dear ? 4 : 0.5), 10_000, clicks));
    }
    log.quiet();
    var cpc = log.departures().stream().filter(s -> "cpc".equals(s.series())).toList();
    assertFalse(cpc.isEmpty());
    var signal = cpc.getFirst();
    assertEquals(SignalKind.SPIKE, signal.kind());
    assertEquals("acc", signal.subject());
    assertEquals("summer", signal.label());
    assertEquals("EUR", signal.currency());
    assertEquals(4, signal.value(), 1e-9);
    // the end of the hour in Berlin, which was an hour ahead of UTC
    assertEquals(START.plusHours(24 * 20 + 1).toInstant(ZoneOffset.ofHours(1)), signal.at());
  }

  @Test
  void hoursWithoutARowAreAGap() {
    for (int hour = 0; hour < 30; hour++) {
      if (hour < 10 || hour > 20) {
        log.figures(row(hour, null, Segment.NONE, 10, 1_000, 5));
      }
    }
    log.quiet();
    assertEquals(19, hours(SeriesKind.SPEND).size());
    assertTrue(Double.isNaN(log.history(key(SeriesKind.SPEND)).values()[15]));
    assertEquals(List.of(), log.signals());
  }

  @Test
  void anHourThatIsNotOverWaits() {
    var now = LocalDateTime.now(ZoneOffset.UTC).withMinute(0).withSecond(0).withNano(0);
    var window = new AdWindow(now.plusHours(5), now.plusHours(6), "UTC");
    log.figures(row(window, null, Segment.NONE, 10, 1_000, 5));
    log.quiet();
    assertNull(log.summary(key(SeriesKind.SPEND)));
    assertEquals(1, log.size(AdFiguresProcessor.CHANGED));
  }

  @Test
  void daysAreASeriesOfTheirOwnAndWeeksAreNone() {
    log.figures(row(new AdWindow(START, START.plusDays(1), ZONE), null, Segment.NONE, 9, 100, 3));
    log.figures(row(new AdWindow(START, START.plusDays(7), ZONE), null, Segment.NONE, 9, 100, 3));
    log.quiet();
    var days = SeriesKey.ofAds("w", SeriesKind.SPEND, "acc", "summer", Duration.ofDays(1));
    assertEquals(1, log.points(days).size());
    assertEquals(5, log.size(SeriesStores.SUMMARIES));
    assertEquals(
        Instant.parse("2026-03-01T23:00:00Z"),
        log.summary(days).worldTime(log.summary(days).latest().at()));
  }

  @Test
  void aRowThatCannotBeReadGoesToTheDeadLettersAndBlocksNothing() {
    log.raw(Topics.AD_PERFORMANCE, "w|acc|bad", "{no json".getBytes(StandardCharsets.UTF_8));
    log.raw(Topics.AD_PERFORMANCE, "not a row", null);
    log.figures(row(0, null, Segment.NONE, 10, 1_000, 5));
    log.quiet();
    assertEquals(1, log.letters(Topics.AD_PERFORMANCE).size());
    assertEquals(List.of(0), hours(SeriesKind.SPEND));
  }

  private List<Integer> hours(SeriesKind kind) {
    return log.points(key(kind)).stream()
        .map(point -> (int) Duration.between(START.toInstant(ZoneOffset.UTC), point.at()).toHours())
        .toList();
  }

  private static SeriesKey key(SeriesKind kind) {
    return SeriesKey.ofAds("w", kind, "acc", "summer", HOUR);
  }

  private static AdPerformance row(
      int hour, String ad, Segment segment, double spend, long impressions, long clicks) {
    var start = START.plusHours(hour);
    return row(
        new AdWindow(start, start.plusHours(1), ZONE), ad, segment, spend, impressions, clicks);
  }

  private static AdPerformance row(
      AdWindow window, String ad, Segment segment, double spend, long impressions, long clicks) {
    return new AdPerformance(
        AdPerformance.SCHEMA_VERSION,
        "w",
        "acc",
        "summer",
        "set",
        ad,
        segment,
        window,
        Math.round(spend * 1e6),
        "EUR",
        impressions,
        clicks,
        1,
        null);
  }
}
