package dev.bellwether.trend.alerting.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import dev.bellwether.trend.alerting.delivery.DigestGolden;
import dev.bellwether.trend.alerting.digest.DigestComposer.Material;
import dev.bellwether.trend.alerting.wording.DigestReport;
import dev.bellwether.trend.alerting.wording.DigestReport.Alert;
import dev.bellwether.trend.alerting.wording.DigestReport.MonitorFigures;
import dev.bellwether.trend.alerting.wording.DigestReport.Topic;
import dev.bellwether.trend.alerting.wording.DigestWording;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestComposerTest {

  private static final DigestTimes EIGHT =
      new DigestTimes(ZoneId.of("Europe/Berlin"), null, LocalTime.of(8, 0));
  private static final Digest DAILY =
      new Digest("d1", 1, "Morning", true, Cadence.DAILY, EIGHT, List.of("c1"), List.of());
  private static final DigestTimes.Period PERIOD =
      EIGHT.until(Instant.parse("2026-11-22T07:00:00Z"));
  private static final Material NOTHING =
      new Material(List.of(), List.of(), List.of(), 0, List.of(), 0);

  @Test
  void aDigestReadsTheSameInEveryForm() {
    DigestReport report = DigestComposer.compose(DAILY, PERIOD, full());

    DigestGolden.assertForms("digest", report);
  }

  @Test
  void monitorsAreCalledByTheirNames() {
    DigestReport report =
        DigestComposer.compose(DAILY, PERIOD, full())
            .named((workspace, id) -> id.equals("acme") ? "Acme Cola" : id, "w");

    assertEquals(Map.of("acme", "Acme Cola"), report.names());
    String text = DigestWording.text(report);
    assertTrue(text.contains("- Acme Cola: ") && text.contains("(Acme Cola)"), text);
    assertTrue(text.contains("Mentions of Acme Cola"), text);
  }

  @Test
  void aDayOnWhichNothingStoodOutIsSaidToBeOne() {
    DigestReport report = DigestComposer.compose(DAILY, PERIOD, NOTHING);

    assertEquals("Morning, 22 Nov 2026", DigestWording.title(report));
    assertEquals(
        """
        In short
        - From Sat 21 Nov 08:00 to Sun 22 Nov 08:00 (Europe/Berlin)
        - Nothing stood out.""",
        DigestWording.text(report));
  }

  @Test
  void itTellsOfItsMonitorsAndItsTimeOnly() {
    var ofAcme =
        new Digest("d1", 1, "Acme", true, Cadence.DAILY, EIGHT, List.of("c1"), List.of("acme"));
    List<Trend> trends =
        List.of(
            trend("other", "t1", 50, "2026-11-21T10:00:00Z", "2026-11-21T11:00:00Z"),
            trend("acme", "before", 50, "2026-11-20T10:00:00Z", "2026-11-21T07:00:00Z"),
            trend("acme", "into", 50, "2026-11-20T10:00:00Z", "2026-11-21T07:00:01Z"),
            trend("acme", "out", 50, "2026-11-22T06:59:59Z", "2026-11-22T09:00:00Z"),
            trend("acme", "after", 50, "2026-11-22T07:00:00Z", "2026-11-22T09:00:00Z"));
    var material =
        new Material(
            trends,
            List.of(
                new MonitorFigures("acme", 10L, 5L, null, null),
                new MonitorFigures("other", 1L, 1L, null, null)),
            List.of(),
            0,
            List.of(),
            0);

    DigestReport report = DigestComposer.compose(ofAcme, PERIOD, material);

    assertEquals(List.of("into", "out"), report.topics().stream().map(Topic::id).toList());
    assertEquals(List.of("acme"), report.monitors().stream().map(MonitorFigures::monitor).toList());
  }

  @Test
  void whatIsLeftOutIsCounted() {
    List<Trend> trends =
        IntStream.range(0, 25)
            .mapToObj(i -> trend("m", "t" + i, i, "2026-11-21T10:00:00Z", "2026-11-21T11:00:00Z"))
            .toList();
    var alert = new Alert("a", "r", "t", PERIOD.from(), 1);
    var material =
        new Material(trends, List.of(), List.of(), 0, Collections.nCopies(30, alert), 1_234);

    DigestReport report = DigestComposer.compose(DAILY, PERIOD, material);

    assertEquals(10, report.topics().size());
    assertEquals("t24", report.topics().getFirst().id());
    assertEquals(15, report.moreTopics());
    assertEquals(20, report.alerts().size());
    assertEquals(1_214, report.moreAlerts());
    String text = DigestWording.text(report);
    assertTrue(text.contains("25 topics, 0 departures of known series, 1,234 alerts"), text);
    assertTrue(text.contains("and 15 more") && text.contains("and 1,214 more"), text);
  }

  private static Material full() {
    Trend rising =
        new Trend(
            2,
            "w",
            "acme",
            "t1",
            "lid, leak",
            List.of("lid", "leak"),
            Instant.parse("2026-11-22T04:00:00Z"),
            Instant.parse("2026-11-22T04:20:00Z"),
            Instant.parse("2026-11-22T06:00:00Z"),
            Instant.parse("2026-11-22T07:00:00Z"),
            9.5,
            1_260,
            1_055,
            140.0,
            1.25,
            TrendState.RISING,
            List.of(),
            12.5,
            60,
            new Trend.Mood(30, 20, 4),
            new Trend.Outlook(
                Instant.parse("2026-11-22T07:00:00Z"), 3_012.4, 2_100, 4_200, 903.7, 8_000));
    Trend over = trend("acme", "t2", 60, "2026-11-21T10:00:00Z", "2026-11-21T13:00:00Z");
    var departure =
        new Signal(
            1,
            "w",
            "s1",
            SignalKind.DROP,
            "acme",
            "mentions",
            null,
            Instant.parse("2026-11-21T15:00:00Z"),
            12.0,
            120.5,
            80.0,
            171.0,
            0.99,
            12L,
            null,
            List.of(),
            null);
    return new Material(
        List.of(over, rising),
        List.of(
            new MonitorFigures("acme", 4_120L, 3_680L, 0.18, 0.151),
            new MonitorFigures("rival", 12L, null, null, null),
            new MonitorFigures("new", 3L, 0L, 0.0, null)),
        List.of(departure),
        1,
        List.of(
            new Alert(
                "a1",
                "Lids",
                "Lids: New topic: lid, leak <script>",
                Instant.parse("2026-11-22T04:20:00Z"),
                1)),
        1);
  }

  private static Trend trend(
      String monitor, String id, long mentions, String startedAt, String lastSeenAt) {
    return new Trend(
        2,
        "w",
        monitor,
        id,
        "words of " + id,
        List.of("words"),
        Instant.parse(startedAt),
        Instant.parse(startedAt),
        Instant.parse(startedAt),
        Instant.parse(lastSeenAt),
        5,
        mentions,
        1,
        2.0,
        0.5,
        TrendState.FADING,
        List.of(),
        null,
        null,
        null,
        null);
  }
}
