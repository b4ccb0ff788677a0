package dev.bellwether.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.demo.DemoResult.Moment;
import dev.bellwether.local.demo.DemoResult.Mood;
import dev.bellwether.local.demo.PlanCheck.Expected;
import dev.bellwether.local.simulator.Event;
import dev.bellwether.local.simulator.Scenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class DemoReportTest {
  private static final Scenario SCENARIO = Scenario.of(Scenario.DEFAULT_SEED, Scenario.DEFAULT_END);

  @Test
  void noLineIsWiderThanAHundredColumnsNorColouredWhereThereIsNoTerminal() {
    String text = printed(Ansi.OFF);
    text.lines().forEach(line -> assertTrue(line.length() <= 100, line));
    assertFalse(text.contains("\u001b"), "no escape sequences");
    assertFalse(text.contains("@|"), "no markup left");
  }

  @Test
  void aTerminalGetsColours() {
    assertTrue(printed(Ansi.ON).contains("\u001b["));
  }

  @Test
  void itTellsHowLongAfterItsTrueStartTheStormWasFoundAndWhatWasNot() {
    String text = printed(Ansi.OFF);
    assertTrue(
        text.contains("storm (leaking lids) began Wed 11 Mar 14:10, found 1 h 05 min later"), text);
    assertTrue(text.contains("launch (Kittiwake) began Thu 5 Mar 08:00, not found"), text);
    assertTrue(
        text.contains("in truth: 110.0 with the plan, 100.0 with today's split: +10.0 %"), text);
  }

  @Test
  void itTellsWhatTheStormMeansForTheAdsWordForWord() {
    String text = printed(Ansi.OFF);
    assertTrue(text.contains("suggested: pause, for what began Wed 11 Mar 16:40"), text);
    String unbroken = text.replaceAll("\\s+", " ");
    assertTrue(unbroken.contains(result().suggested().reason()), text);
  }

  @Test
  void ofAllSuggestionsThoseForTheStormsAdsCountWhateverBecameOfThem() throws Exception {
    Instant storm = Instant.parse("2026-03-11T14:10:00Z");
    JsonNode page =
        new ObjectMapper()
            .readTree(
                """
                {"suggestions": [
                  {"kind": "resume", "state": "lapsed", "evidence": {"since": "2026-03-11T16:40:00Z"}},
                  {"kind": "pause", "state": "lapsed", "evidence": {"since": "2026-03-11T20:20:00Z"}},
                  {"kind": "lower", "state": "lapsed", "evidence": {"since": "2026-03-11T16:40:00Z"}, "reason": "Why."},
                  {"kind": "lower", "state": "lapsed", "evidence": {"since": "2026-03-07T10:00:00Z"}}]}""");
    assertEquals(
        Optional.of(new Suggested("lower", Instant.parse("2026-03-11T16:40:00Z"), "Why.")),
        Suggested.against(storm, page));
    assertEquals(Optional.empty(), Suggested.against(Instant.parse("2026-03-13T00:00:00Z"), page));
  }

  @Test
  void theJsonHasWhatTheSystemTestReads(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("demo.json");
    result().write(file);
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertEquals(23_000, json.get("accepted").asLong());
    assertEquals("2026-03-11T14:10:00Z", json.at("/storm/startedAt").asText());
    assertTrue(json.at("/launch/detectedAt").isNull());
    assertEquals(3_630_000_000L, json.at("/plan/budgetMicros").asLong());
    assertEquals(110, json.at("/plan/trueReturnPlan").asDouble());
    assertEquals("lid", json.at("/trends/0/terms/0").asText());
    assertEquals(1_900, json.get("residentMegabytes").asLong());
  }

  private static String printed(Ansi ansi) {
    var text = new StringWriter();
    var report = new DemoReport(new PrintWriter(text, true), ansi);
    report.print(result(), SCENARIO);
    return text.toString();
  }

  private static DemoResult result() {
    Instant storm = SCENARIO.timeline().storm();
    Instant found = storm.plus(Duration.ofMinutes(65));
    var trend =
        new FoundTrend(
            "lid, leak",
            List.of("lid", "leaked", "laptop", "recall", "refund", "seal", "puddle", "hinge"),
            "Ternfell",
            storm,
            found,
            812,
            14.2,
            Event.STORM);
    var plan =
        new PlanCheck(
            "p",
            3_630_000_000L,
            3_630_000_000L,
            new Expected(560, 600, 640),
            new Expected(500, 540, 580),
            110,
            100,
            List.of(
                new PlanCheck.Move("Kittiwake launch DE M 35-44 feed", 460_000_000, 90_000_000)));
    return new DemoResult(
        1,
        new Taken(23_000, 1, 2),
        new Taken(672, 0, 0),
        23_000,
        23_000,
        List.of(new Mood("Ternfell", "m-1", 6_800, -12.3, 31, -78)),
        List.of(trend),
        new Moment(storm, found),
        new Moment(SCENARIO.timeline().launch(), null),
        plan,
        new Suggested(
            "pause",
            storm.plus(Duration.ofMinutes(150)),
            "82 % of the 44 scored mentions of Ternfell in the hour to 2026-03-11 16:40 UTC are negative (71 % to 89 %), against 24 % usually, since 2026-03-11 14:50 UTC. Pause the ads beside them until it has passed."),
        Map.of("en", 15_000L, "de", 8_000L),
        0.049,
        27.1,
        71.9,
        1_900);
  }
}
