package dev.bellwether.trend;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lies on the topic of trends when the service starts, so that its table is restored from it. */
public class TrendsOfBefore implements QuarkusTestResourceLifecycleManager {

  static final String WORKSPACE = "before";

  private static final String TREND =
      """
      {
        "schemaVersion": %d, "workspace": "%s", "monitor": "m", "id": "%s", "label": "lid, leak",
        "terms": ["lid", "leak"], "startedAt": "2026-11-01T10:00:00Z", "detectedAt": %s,
        "peakAt": "2026-11-01T12:00:00Z", "lastSeenAt": "2026-11-01T13:00:00Z", "significance": 9.5, "mentions": 60,
        "authors": 55, "perHour": 40.0, "expectedPerHour": 1.25, "state": "rising", "sampleMentions": ["x:1", "x:2"]
      }
      """;

  private static final String NOON = "\"2026-11-01T12:00:00Z\"";

  /** After {@link dev.bellwether.testkit.RealBackends}. */
  @Override
  public int order() {
    return 1;
  }

  @Override
  public Map<String, String> start() {
    write(WORKSPACE);
    return Map.of();
  }

  @Override
  public void stop() {
    // the topic goes with its broker
  }

  /** What cannot be read, and then a good one. */
  static void write(String workspace) {
    write(workspace, "no-json", "{no json");
    write(workspace, "newer", TREND.formatted(3, workspace, "newer", NOON));
    write(workspace, "no-time", TREND.formatted(1, workspace, "no-time", "null"));
    write(workspace, "good", TREND.formatted(1, workspace, "good", NOON));
  }

  private static void write(String workspace, String id, String value) {
    TopicProbe.write(Topics.TRENDS, RecordKey.of(workspace, "m", id).encode(), value);
  }
}
