package dev.bellwether.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one service is.
 *
 * @param status {@code UP} or {@code DOWN}
 * @param failing names of its checks that are down; empty too when it did not answer at all
 * @param topics how far it is with what it reads, by topic
 */
@RegisterForReflection
public record ServiceHealth(
    String status,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> failing,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, TopicHealth> topics) {

  public ServiceHealth {
    failing = List.copyOf(failing);
    topics = Collections.unmodifiableMap(new TreeMap<>(topics));
  }

  static ServiceHealth silent() {
    return new ServiceHealth("DOWN", List.of(), Map.of());
  }

  /** Whether it answers and no check of it fails. */
  public boolean up() {
    return "UP".equals(status);
  }
}
