package dev.bellwether.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.simulator.Event;
import dev.bellwether.local.simulator.Post;
import dev.bellwether.local.simulator.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says what a listed trend truly is. A trend is of an event when more than half of its sample
 * mentions are, by the simulator's truth; a trend without samples is judged by all posts with its
 * strongest term from its start until an hour after it was found. What is of no event is talk.
 */
final class TrendJudge {
  private final Scenario scenario;
  private final Map<String, Post> posts;

  TrendJudge(Scenario scenario) {
    this.scenario = scenario;
    this.posts =
        scenario.posts().stream()
            .collect(Collectors.toMap(post -> post.row().mentionId(), Function.identity()));
  }

  /**
   * Reads the answer of {@code GET /v1/trends}.
   *
   * @param names monitors' names by id
   * @return in order of detection
   */
  List<FoundTrend> judge(JsonNode answer, Map<String, String> names) {
    List<FoundTrend> found = new ArrayList<>();
    for (JsonNode trend : answer.path("trends")) {
      List<String> terms = texts(trend.path("terms"));
      Instant startedAt = Instant.parse(trend.get("startedAt").asText());
      Instant detectedAt = Instant.parse(trend.get("detectedAt").asText());
      found.add(
          new FoundTrend(
              trend.path("label").asText(),
              terms,
              names.getOrDefault(trend.path("monitor").asText(), trend.path("monitor").asText()),
              startedAt,
              detectedAt,
              trend.path("mentions").asLong(),
              trend.path("significance").asDouble(),
              event(texts(trend.path("sampleMentions")), terms, startedAt, detectedAt)));
    }
    found.sort(Comparator.comparing(FoundTrend::detectedAt));
    return found;
  }

  /** The first trend found of an event, not before the event began. */
  static Optional<FoundTrend> first(List<FoundTrend> trends, Event event, Instant began) {
    return trends.stream()
        .filter(trend -> trend.event() == event && !trend.detectedAt().isBefore(began))
        .findFirst();
  }

  private Event event(
      List<String> samples, List<String> terms, Instant startedAt, Instant detectedAt) {
    List<Post> evidence = samples.stream().map(posts::get).filter(post -> post != null).toList();
    if (evidence.isEmpty() && !terms.isEmpty()) {
      String strongest = terms.getFirst().toLowerCase(Locale.ROOT);
      Instant until = detectedAt.plus(Duration.ofHours(1));
      evidence =
          scenario.posts().stream()
              .filter(post -> !post.at().isBefore(startedAt) && post.at().isBefore(until))
              .filter(post -> post.row().text().toLowerCase(Locale.ROOT).contains(strongest))
              .toList();
    }
    Map<Event, Integer> counts = new EnumMap<>(Event.class);
    evidence.forEach(post -> counts.merge(post.truth().event(), 1, Integer::sum));
    int all = evidence.size();
    return counts.entrySet().stream()
        .filter(e -> 2 * e.getValue() > all)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Event.TALK);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
