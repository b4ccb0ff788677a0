package dev.bellwether.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * How one service is.
 *
 * @param status {@code UP} or {@code DOWN}
 * @param failing names of its checks that are down; empty too when it did not answer at all
 */
@RegisterForReflection
public record ServiceHealth(
    String status, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> failing) {

  public ServiceHealth {
    failing = List.copyOf(failing);
  }

  static ServiceHealth silent() {
    return new ServiceHealth("DOWN", List.of());
  }

  /** Whether it answers and no check of it fails. */
  public boolean up() {
    return "UP".equals(status);
  }
}
