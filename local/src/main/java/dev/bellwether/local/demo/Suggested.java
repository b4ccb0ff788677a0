package dev.bellwether.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What the suite suggested to do with the ads beside a storm.
 *
 * @param kind pause or lower
 * @param since when the mentions turned, in simulated time: when it was put is told in wall time
 * @param reason in a sentence or a few
 */
record Suggested(String kind, Instant since, String reason) {

  private static final List<String> PROTECTIONS = List.of("pause", "lower");

  /**
   * The first one since the storm began, whatever became of it: by a demo's end it has lapsed.
   *
   * @param page as {@code GET /v1/spend-suggestions} answers
   */
  static Optional<Suggested> against(Instant storm, JsonNode page) {
    return StreamSupport.stream(page.path("suggestions").spliterator(), false)
        .filter(suggestion -> PROTECTIONS.contains(suggestion.path("kind").asText()))
        .map(Suggested::of)
        .filter(suggestion -> !suggestion.since().isBefore(storm))
        .min(Comparator.comparing(Suggested::since));
  }

  private static Suggested of(JsonNode suggestion) {
    return new Suggested(
        suggestion.path("kind").asText(),
        Instant.parse(suggestion.at("/evidence/since").asText()),
        suggestion.path("reason").asText());
  }
}
