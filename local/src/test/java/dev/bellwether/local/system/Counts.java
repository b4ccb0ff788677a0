package dev.bellwether.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What the suite has counted: archived, scored, and by monitor and label. */
record Counts(long archived, long scored, Map<String, Map<String, Long>> byMonitorAndLabel) {

  /** Asks the gateway; monitors by name. */
  static Counts of(GatewayClient gateway) {
    var names = new TreeMap<String, String>();
    for (JsonNode monitor : gateway.get("/v1/monitors").get("monitors")) {
      names.put(monitor.get("id").asText(), monitor.get("name").asText());
    }
    JsonNode summary = gateway.get("/v1/sentiment/summary");
    var counts = new TreeMap<String, Map<String, Long>>();
    for (JsonNode monitor : summary.get("monitors")) {
      String name = names.get(monitor.get("monitor").asText());
      counts.put(name, labels(monitor.get("total")));
    }
    counts.put("(all)", labels(summary.get("all")));
    return new Counts(
        gateway.get("/v1/mentions/count").get("count").asLong(),
        summary.get("all").get("mentions").asLong(),
        counts);
  }

  private static Map<String, Long> labels(JsonNode total) {
    var labels = new TreeMap<String, Long>();
    for (String label : new String[] {"negative", "neutral", "positive", "unknown", "mentions"}) {
      labels.put(label, total.get(label).asLong());
    }
    return labels;
  }

  long mentions(String monitor) {
    return byMonitorAndLabel.getOrDefault(monitor, Map.of()).getOrDefault("mentions", 0L);
  }
}
