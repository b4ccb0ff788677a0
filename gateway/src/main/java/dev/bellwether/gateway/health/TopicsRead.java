package dev.bellwether.gateway.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.kit.flow.EventsFlow;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds in a service's health what it says of the topics that it reads. */
final class TopicsRead {

  private TopicsRead() {}

  static Map<String, TopicHealth> in(JsonNode health) {
    Map<String, TopicHealth> topics = new HashMap<>();
    for (JsonNode check : health.path("checks")) {
      if (EventsFlow.NAME.equals(check.path("name").asText())) {
        JsonNode data = check.path("data");
        topicsOf(data).forEach(topic -> topics.put(topic, read(data, topic)));
      }
    }
    return topics;
  }

  private static Set<String> topicsOf(JsonNode data) {
    Set<String> topics = new LinkedHashSet<>();
    for (var entry : data.properties()) {
      int dot = entry.getKey().lastIndexOf('.');
      if (dot > 0) {
        topics.add(entry.getKey().substring(0, dot));
      }
    }
    return topics;
  }

  private static TopicHealth read(JsonNode data, String topic) {
    JsonNode error = data.path(topic + ".lastError");
    return new TopicHealth(
        number(data, topic + ".lag"),
        number(data, topic + ".lastEventAgeSeconds"),
        error.isTextual() ? error.asText() : null,
        number(data, topic + ".lastErrorAgeSeconds"),
        number(data, topic + ".stillForSeconds"));
  }

  private static Long number(JsonNode data, String name) {
    JsonNode value = data.path(name);
    return value.isIntegralNumber() ? value.asLong() : null;
  }
}
