package dev.bellwether.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.simulator.Event;
import dev.bellwether.local.simulator.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrendJudgeTest {
  private static final Scenario SCENARIO = Scenario.of(Scenario.DEFAULT_SEED, Scenario.DEFAULT_END);
  private static final Instant STORM = SCENARIO.timeline().storm();

  @Test
  void aTrendIsWhatMostOfItsSamplesAre() {
    List<String> storm = ids(Event.STORM, 3);
    assertEquals(Event.STORM, judged("tea", storm).event());
    assertEquals(Event.LAUNCH, judged("lid", ids(Event.LAUNCH, 2)).event());
    assertEquals(
        Event.TALK,
        judged("lid", List.of(storm.getFirst(), ids(Event.SPAM, 1).getFirst())).event());
  }

  @Test
  void aTrendWithoutSamplesIsWhatThePostsWithItsStrongestTermAre() {
    assertEquals(Event.STORM, judged("leaked", List.of()).event());
    assertEquals(Event.TALK, judged("nobody-says-this", List.of()).event());
  }

  @Test
  void aMonitorIsCalledByItsName() {
    assertEquals("Ternfell", judged("lid", List.of()).monitor());
  }

  @Test
  void whatWasListedBeforeAnEventBeganIsNotItsDiscovery() {
    FoundTrend early = judged("lid", ids(Event.STORM, 2));
    assertTrue(TrendJudge.first(List.of(early), Event.STORM, STORM).isPresent());
    assertEquals(
        Optional.empty(),
        TrendJudge.first(List.of(early), Event.STORM, early.detectedAt().plusSeconds(1)));
    assertEquals(Optional.empty(), TrendJudge.first(List.of(early), Event.LAUNCH, STORM));
  }

  private static FoundTrend judged(String term, List<String> samples) {
    JsonNode answer =
        new ObjectMapper()
            .valueToTree(
                Map.of(
                    "trends",
                    List.of(
                        Map.of(
                            "label",
                            term,
                            "terms",
                            List.of(term),
                            "monitor",
                            "m-1",
                            "startedAt",
                            STORM.toString(),
                            "detectedAt",
                            STORM.plus(Duration.ofHours(1)).toString(),
                            "mentions",
                            40,
                            "significance",
                            9.5,
                            "sampleMentions",
                            samples))));
    return new TrendJudge(SCENARIO).judge(answer, Map.of("m-1", "Ternfell")).getFirst();
  }

  private static List<String> ids(Event event, int count) {
    return SCENARIO.posts().stream()
        .filter(post -> post.truth().event() == event)
        .limit(count)
        .map(post -> post.row().mentionId())
        .toList();
  }
}
